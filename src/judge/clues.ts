/** Clues about whole documents, weighed once it is known which of them count. */
import type { ClueFact, Finding } from '../types.js'
import { weigh } from '../weigh.js'

export function weighFacts(clues: readonly ClueFact[]): Finding[] {
  const of = ({ finding: { rule, level, places } }: ClueFact) => ({ rule, level, place: places[0] })
  return weigh(clues, of).map(({ lead, level, present }) => ({
    ...lead.finding,
    level,
    evidence: present.map(({ first, count }) => ({
      code: first.weight < 0 ? 'match.clue-against' : 'match.clue',
      args: { count },
    })),
    clues: present.map(({ first }) => first.id),
  }))
}
