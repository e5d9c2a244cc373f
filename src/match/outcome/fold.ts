/** Unseen text is told once per document and rule: the first place stands for all, with how many there are. */
import { trail } from '../../place.js'
import type { Evidence, Hit, Place } from '../../types.js'

/** Places told beside the first. */
const mostPlaces = 20
/** Names told beside the first. */
const mostNamed = 4
/** Characters of `--reveal`. */
const mostRevealed = 2_000

interface Fold {
  readonly at: number
  readonly terms: string[]
  readonly others: Place[]
  /** What else is named: linked files. */
  readonly named: Evidence[]
  count: number
  revealed: string
}

/** In the given order; hits that do not fold as they are. The id of a fold is made of all its terms. */
export function foldedHits(hits: readonly Hit[]): Hit[] {
  const folds = new Map<string, Fold>()
  const kept: Hit[] = []
  for (const hit of hits) {
    if (!hit.folds) kept.push(hit)
    else {
      const key = [hit.rule, hit.level, trail(hit.place), JSON.stringify(hit.when ?? null)].join('\u0000')
      const known = folds.get(key)
      if (known) add(known, hit)
      else {
        folds.set(key, begun(hit, kept.length))
        kept.push(hit)
      }
    }
  }
  for (const fold of folds.values()) kept[fold.at] = whole(kept[fold.at]!, fold)
  return kept
}

const begun = (hit: Hit, at: number): Fold => ({
  at,
  terms: [hit.term],
  others: [],
  named: [],
  count: countOf(hit),
  revealed: hit.revealed ?? '',
})

function add(fold: Fold, hit: Hit): void {
  fold.terms.push(hit.term)
  fold.count += countOf(hit)
  if (fold.others.length < mostPlaces) fold.others.push(hit.place)
  const name = fold.named.length < mostNamed ? hit.evidence.find(({ args }) => args?.['name']) : undefined
  if (name) fold.named.push(name)
  if (hit.revealed && fold.revealed.length < mostRevealed) fold.revealed += ` / ${hit.revealed}`
}

/** The last hit of a crowded page tells how many more there were. */
function countOf({ evidence }: Hit): number {
  const more = evidence.find(({ code }) => code === 'match.and-more')
  return 1 + Number(more?.args?.['count'] ?? 0)
}

function whole(hit: Hit, { terms, others, named, count, revealed }: Fold): Hit {
  if (count === 1) return hit
  const evidence: Evidence[] = hit.evidence.filter(({ code }) => code !== 'match.and-more')
  evidence.push(...named, { code: 'match.folded', args: { count } })
  return { ...hit, term: terms.join('\n'), evidence, others, ...(revealed && { revealed }) }
}
