/** What is said about HTML, plain text, Markdown, CSV, JSON and XML. */
export const markupPhrases = {} as const
