/** Once per document: the hits of all pages → findings, twins joined, in an order that timing cannot change. */
import { innermost, trail } from '../../place.js'
import { foldedHits } from './fold.js'
import type { Box, Evidence, Excerpt, Fact, Finding, Hit, Place, Step } from '../../types.js'
import { overlapShare } from '../../plane/box.js'

/** Makes the id of a finding from its hit; asked once per finding, in the order of the findings. */
export type FindingIdOf = (hit: Hit) => string

export interface Settled {
  readonly finding: Finding
  readonly excerpt: Excerpt
}

interface Twin {
  hit: Hit
  places: [Place, ...Place[]]
}

/**
 * Joins hits that are one mark read twice (same rule and term, another channel, about the same box of the
 * same page), and hits of which one tells for all of its document. Hits must come page by page in reading order.
 */
export function settle(hits: readonly Hit[], nameOf: FindingIdOf): Settled[] {
  const twins: Twin[] = []
  const byMark = new Map<string, Twin[]>()
  for (const hit of foldedHits(hits)) {
    const key = `${hit.rule}\u0000${canonical(hit.term)}\u0000${pageKey(hit.place)}\u0000${JSON.stringify(hit.when ?? null)}`
    const known = byMark.get(key) ?? []
    const twin = known.find((other) => isTwin(other.hit, hit))
    if (twin) join(twin, hit)
    else {
      const fresh: Twin = { hit, places: [hit.place, ...(hit.others ?? [])] }
      known.push(fresh)
      twins.push(fresh)
    }
    byMark.set(key, known)
  }
  const repeated = repeatedMarks(twins)
  return twins.map(({ hit, places }) => {
    const count = repeated.get(markKey(hit))
    const more = count ? [{ code: 'match.repeated', args: { count } } as const] : []
    return apart({ ...hit, evidence: [...hit.evidence, ...more] }, nameOf(hit), places)
  })
}

/** Facts on one side, what shows the document on the other. */
function apart(hit: Hit, id: string, places: Finding['places']): Settled {
  const {
    rule,
    level,
    channel,
    sight,
    hiddenBy,
    confidence,
    evidence,
    quote,
    picture,
    revealed,
    when,
    heading,
    before,
  } = hit
  return {
    finding: {
      id,
      rule,
      level,
      channel,
      sight,
      ...(hiddenBy && { hiddenBy }),
      confidence,
      evidence: evidence.map(factOf),
      quoted: quote !== '',
      places,
      ...(when && { when }),
    },
    excerpt: {
      quote,
      evidence,
      ...(heading && { heading }),
      ...(before && { before }),
      ...(picture && { picture }),
      ...(revealed && { revealed }),
    },
  }
}

function factOf({ code, args }: Evidence): Fact {
  const counts = Object.entries(args ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return counts.length > 0 ? { code, args: Object.fromEntries(counts) } : { code }
}

/** What stays of a term whichever way it was read: stars, separators and letters read for digits made equal. */
function canonical(term: string): string {
  return term
    .replace(/[OoQ〇]/gu, '0')
    .replace(/[Il|]/gu, '1')
    .replace(/[^\p{Script=Han}\p{N}]/gu, '')
    .replace(/[大女太六文水卡]/gu, '')
}

/** The mark a finding is about, whatever page it stands on. */
const markKey = (hit: Hit): string => `${hit.rule}\u0000${canonical(hit.term)}\u0000${trail(hit.place)}`

/** Marks that stand on three pages of a document or more: banners, headers, watermarks. */
function repeatedMarks(twins: readonly Twin[]): ReadonlyMap<string, number> {
  const pages = new Map<string, Set<number>>()
  for (const { hit } of twins) {
    const { page } = innermost(hit.place)
    if (page === undefined) continue
    const known = pages.get(markKey(hit)) ?? new Set()
    pages.set(markKey(hit), known.add(page))
  }
  return new Map([...pages].filter(([, on]) => on.size >= 3).map(([key, on]) => [key, on.size]))
}

function pageKey(place: Place): string {
  const { page, part, cell, sheet } = innermost(place)
  return [trail(place), page, part === 'name' ? part : '', sheet, cell].join('\u0000')
}

function isTwin(one: Hit, other: Hit): boolean {
  if (one.channel === other.channel && one.sight === other.sight) return false
  const [first, second] = [boxIn(one.place), boxIn(other.place)]
  return first !== null && second !== null && overlapShare(first, second) > 0.4
}

function boxIn(place: Place): Box | null {
  const step: Step = innermost(place)
  return step.box ?? null
}

const severity = { block: 2, review: 1, note: 0 } as const

/** The more severe and more certain reading leads; the other place is kept. */
function join(twin: Twin, hit: Hit): void {
  const { hit: held } = twin
  const leads = severity[hit.level] - severity[held.level] || hit.confidence - held.confidence
  twin.places.push(hit.place)
  if (leads > 0) twin.hit = { ...hit, sight: held.sight === 'visible' ? held.sight : hit.sight }
  const picture = held.picture ?? hit.picture
  if (picture) twin.hit = { ...twin.hit, picture }
}
