/** Why a candidate counts as a mark, or was let through as a mention. */
export const matchPhrases = {} as const
