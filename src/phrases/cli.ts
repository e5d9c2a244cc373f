/** What the command line says: wrong use, help, progress. */
export const cliPhrases = {} as const
