/** What a finding shows of its document. */
import type { Excerpt, Excerpts, Finding } from '../../types.js'

/** Without an excerpt the facts speak alone; what was weighed from clues has the words of each. */
export function excerptOf({ id, evidence, clues }: Finding, excerpts: Excerpts): Excerpt {
  const own = excerpts.get(id) ?? { quote: '', evidence }
  if (!clues) return own
  const told = evidence.map(({ code, args }, index) => {
    const words = clueWords(excerpts.get(clues[index]!)?.quote ?? '')
    return { code, args: { ...args, words } }
  })
  return { ...own, evidence: told }
}

const MOST_WORDS = 24

/** What a clue rests on, in few words; quotes are masked already. */
const clueWords = (quote: string) => quote.replaceAll('…', '').slice(0, MOST_WORDS)
