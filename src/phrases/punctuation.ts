/** Marks between words of a sentence that is put together from pieces, as each language writes them. */
import type { Lang } from '../types.js'

interface Punctuation {
  /** Between the members of a list. */
  readonly list: string
  readonly comma: string
  readonly semicolon: string
  /** Between what a line is about and what it says. */
  readonly colon: string
  /** Something was left out. */
  readonly more: string
  readonly bracketed: (words: string) => string
}

export const punctuation: Readonly<Record<Lang, Punctuation>> = {
  zh: {
    list: '、',
    comma: '，',
    semicolon: '；',
    colon: '：',
    more: '……',
    bracketed: (words) => `（${words}）`,
  },
  en: {
    list: ', ',
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
    more: ' …',
    bracketed: (words) => ` (${words})`,
  },
}
