/** What is said about covered, hidden and scrubbed places. */
export const coverPhrases = {} as const
