/** What is said about picture files. */
export const picturePhrases = {} as const
