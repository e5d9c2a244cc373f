/** What is said about HTML, plain text, Markdown, CSV, JSON and XML. */
export const markupPhrases = {
  'text.binary': {
    zh: '内容不是文字，也不是认识的文件类型，无法检查',
    en: 'neither text nor a known type of file, cannot be inspected',
  },
} as const
