/** What the reports say around the findings. */
export const reportPhrases = {} as const
