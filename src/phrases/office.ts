/** What is said about containers and Office documents. */
export const officePhrases = {} as const
