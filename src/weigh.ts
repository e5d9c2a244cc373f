/** The clues about one document added up: whether its rule holds, and at what level. */
import { trail } from './place.js'
import type { ClueTerms, Level, Place } from './types.js'

/** A clue of any make: with its hit while a page is read, with its finding once the document is judged. */
export interface Weighable {
  readonly name: string
  readonly count: number
  readonly weight: number
  readonly most: number
  readonly terms: ClueTerms
}

/** What a rule about whole documents came to. */
export interface Weighed<C> {
  /** The first clue that speaks for it; the finding is told at its place. */
  readonly lead: C
  readonly level: Level
  /** The first clue of each name that was found, in the order of the rule, with how many there were. */
  readonly present: readonly { readonly first: C; readonly count: number }[]
}

interface Sum<C> {
  readonly first: C
  count: number
}

/** `of` tells which rule a clue belongs to and where it was seen; clues of one rule about one document are weighed together. */
export function weigh<C extends Weighable>(
  clues: readonly C[],
  of: (clue: C) => { readonly rule: string; readonly place: Place; readonly level: Level },
): Weighed<C>[] {
  const documents = new Map<string, Map<string, Sum<C>>>()
  for (const clue of clues) {
    const { rule, place } = of(clue)
    const key = `${rule}\u0000${trail(place)}`
    const sums = documents.get(key) ?? new Map<string, Sum<C>>()
    const sum = sums.get(clue.name)
    if (sum) sum.count += clue.count
    else sums.set(clue.name, { first: clue, count: clue.count })
    documents.set(key, sums)
  }
  return [...documents.values()].flatMap((sums) => weighedFrom(sums, (clue) => of(clue).level) ?? [])
}

function weighedFrom<C extends Weighable>(
  sums: ReadonlyMap<string, Sum<C>>,
  levelOf: (clue: C) => Level,
): Weighed<C> | null {
  const { terms } = sums.values().next().value!.first
  const names = Object.keys(terms.least)
  if (names.some((name) => (sums.get(name)?.count ?? 0) < terms.least[name]!)) return null
  const present = names.flatMap((name) => sums.get(name) ?? [])
  const score = present.reduce(
    (total, { first, count }) => total + first.weight * Math.min(count, first.most),
    0,
  )
  const lead = present.find(({ first }) => first.weight > 0)?.first
  const level = levelFor(score, terms.bars)
  if (!lead || !level) return null
  const most = levelOf(lead)
  return { lead, level: severity[level] < severity[most] ? level : most, present }
}

const severity = { block: 2, review: 1, note: 0 } as const

function levelFor(score: number, bars: ClueTerms['bars']): Level | null {
  if (score < bars.review) return null
  return score >= bars.block ? 'block' : 'review'
}
