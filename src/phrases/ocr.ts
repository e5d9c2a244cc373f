/** What is said about reading pictures. */
export const ocrPhrases = {} as const
