/** Once per document: the clues of all its pages added up, and those rules that hold made into hits. */
import { trail } from '../place.js'
import type { Clue, Evidence, Hit, Level } from '../types.js'
import { severity } from './overlap.js'

interface Sum {
  readonly first: Clue
  count: number
}

/** Clues of one rule about one document are weighed together, whatever page they stand on. */
export function weighClues(clues: readonly Clue[]): Hit[] {
  const documents = new Map<string, Map<string, Sum>>()
  for (const clue of clues) {
    const key = `${clue.hit.rule}\u0000${trail(clue.hit.place)}`
    const sums = documents.get(key) ?? new Map<string, Sum>()
    const sum = sums.get(clue.name)
    if (sum) sum.count += clue.count
    else sums.set(clue.name, { first: clue, count: clue.count })
    documents.set(key, sums)
  }
  return [...documents.values()].flatMap((sums) => hitFrom(sums) ?? [])
}

function hitFrom(sums: ReadonlyMap<string, Sum>): Hit | null {
  const { terms } = sums.values().next().value!.first
  const names = Object.keys(terms.least)
  if (names.some((name) => (sums.get(name)?.count ?? 0) < terms.least[name]!)) return null
  const present = names.flatMap((name) => sums.get(name) ?? [])
  const score = present.reduce(
    (total, { first, count }) => total + first.weight * Math.min(count, first.most),
    0,
  )
  const lead = present.find(({ first }) => first.weight > 0)
  const level = levelFor(score, terms.bars)
  if (!lead || !level) return null
  const { hit } = lead.first
  const lower = severity[level] < severity[hit.level] ? level : hit.level
  return { ...hit, level: lower, evidence: present.map(evidenceOf) }
}

function levelFor(score: number, bars: Clue['terms']['bars']): Level | null {
  if (score < bars.review) return null
  return score >= bars.block ? 'block' : 'review'
}

/** Quotes are masked already. */
function evidenceOf({ first, count }: Sum): Evidence {
  const words = first.hit.quote.replaceAll('…', '').slice(0, 24)
  return { code: first.weight < 0 ? 'match.clue-against' : 'match.clue', args: { words, count } }
}
