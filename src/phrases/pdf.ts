/** What is said about PDF files. */
export const pdfPhrases = {} as const
