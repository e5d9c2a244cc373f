/** What is said about HTML, plain text, Markdown, CSV, JSON and XML. */
export const markupPhrases = {
  'text.binary': {
    zh: '内容不是文字，也不是认识的文件类型，无法检查',
    en: 'neither text nor a known type of file, cannot be inspected',
  },
  'text.undecodable': {
    zh: '第 {line} 行起有 {lines} 行的编码混乱，读不出来；请另存为 UTF-8 后再检查',
    en: '{lines} lines from line {line} on cannot be decoded; save the file as UTF-8 and check again',
  },
  'text.replaced': {
    zh: '第 {line} 行有一个字节无法按 {encoding} 解读',
    en: 'a byte of line {line} is not valid {encoding}',
  },
  'text.guessed': {
    zh: '没有声明编码，按 {encoding} 读取',
    en: 'no encoding is declared; read as {encoding}',
  },
  'text.pointer': {
    zh: '这只是一个指针文件（{kind}），真正的内容不在这里；请先取回原文件再检查：{how}',
    en: 'only a pointer ({kind}); the content itself is elsewhere. Fetch it first: {how}',
  },
  'html.too-large': {
    zh: '网页超过 {limit} MB，没有检查',
    en: 'the web page is over {limit} MB and was not inspected',
  },
  'link.missing': {
    zh: '页面引用的文件“{name}”不在本次检查的文件夹里，没有检查到',
    en: 'the page refers to “{name}”, which is not in the folder given and was not inspected',
  },
  'link.unchecked': {
    zh: '页面引用了文件“{name}”，从这里打不开，没有检查',
    en: 'the page refers to “{name}”, which cannot be reached from here and was not inspected',
  },
  'link.remote': {
    zh: '页面引用了网上的文件“{name}”，本工具不联网，没有检查',
    en: 'the page refers to the remote file “{name}”; nothing is fetched, it was not inspected',
  },
} as const
