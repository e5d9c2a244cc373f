/** The clues of a document whose pages are at hand, weighed into hits. */
import type { Clue, Hit } from '../../types.js'
import { weigh } from '../../weigh.js'

export function weighClues(clues: readonly Clue[]): Hit[] {
  return weigh(clues, ({ hit }) => hit).map(({ lead, level, present }) => ({
    ...lead.hit,
    level,
    evidence: present.map(({ first, count }) => ({
      code: first.weight < 0 ? 'match.clue-against' : 'match.clue',
      args: { words: clueWords(first.hit.quote), count },
    })),
  }))
}

const MOST_WORDS = 24

/** What a clue rests on, in few words; quotes are masked already. */
export const clueWords = (quote: string) => quote.replaceAll('…', '').slice(0, MOST_WORDS)
