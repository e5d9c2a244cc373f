/** The observations of one input, folded into one Inspection: counts added, twins joined, ids given. */
import { gapId, findingId } from './identity.js'
import type { Observation } from './inspect.js'
import { weighClues } from './match/clues.js'
import { settle } from './match/settle.js'
import { trail } from './place.js'
import { MOST_PLACES } from './strip/index.js'
import type { Clue, Document, Finding, Gap, Hit, Inspection, Place, Said } from './types.js'

export function gather(source: Place, observations: readonly Observation[]): Inspection {
  const documents = new Map<string, Document>()
  const hits: Hit[] = []
  const mentions: Hit[] = []
  const clues: Clue[] = []
  const gaps: Omit<Gap, 'id'>[] = []
  const inert: { place: Place; detail: Said }[] = []
  for (const seen of observations) {
    if (seen.kind === 'document') addDocument(documents, seen.document)
    else if (seen.kind === 'hits') {
      for (const hit of seen.hits) hits.push(hit)
      clues.push(...(seen.clues ?? []))
      for (const mention of seen.mentions ?? []) mentions.push(mention)
    } else if (seen.kind === 'gap') gaps.push({ cause: seen.cause, place: seen.place, detail: seen.detail })
    else if (seen.kind === 'inert') inert.push({ place: seen.place, detail: seen.detail })
    else addTo(documents, seen)
  }
  for (const hit of weighClues(clues)) hits.push(hit)
  const hash = documents.get(trail(source))?.hash ?? ''
  const keyOf = (place: Place) => documents.get(trail(place))?.hash || hash
  const named = (hit: Hit, ordinal: number) => findingId(hit, ordinal, keyOf(hit.place))
  return {
    source,
    hash,
    documents: [...documents.values()],
    findings: fewPictures(settle(hits, named)),
    gaps: numbered(gaps, keyOf),
    ...(mentions.length > 0 && { explained: settle(mentions, named) }),
    inert,
  }
}

function addDocument(documents: Map<string, Document>, found: Document): void {
  const key = trail(found.place)
  const known = documents.get(key)
  documents.set(key, known ? { ...known, hash: known.hash || found.hash } : found)
}

/** Parts are opened in the midst of what holds them: what is seen counts for the document it was seen in. */
function addTo(
  documents: Map<string, Document>,
  seen: Extract<Observation, { kind: 'page' | 'note' }>,
): void {
  const document = documentAt(documents, seen.place)
  if (!document) return
  const grown =
    seen.kind === 'note'
      ? { ...document, notes: [...document.notes, seen.detail] }
      : {
          ...document,
          pages: document.pages + (seen.number === null ? 0 : 1),
          ocrPages: document.ocrPages + (seen.whole && seen.looked > 0 ? 1 : 0),
          pictures: document.pictures + (seen.whole ? 0 : seen.looked),
        }
  documents.set(trail(document.place), grown)
}

/** The innermost document around a place; steps below it are parts a reader names without opening them. */
function documentAt(documents: ReadonlyMap<string, Document>, place: Place): Document | undefined {
  for (let steps = place.length; steps > 0; steps--) {
    const document = documents.get(trail(place.slice(0, steps) as unknown as Place))
    if (document) return document
  }
  return undefined
}

/** Page ranges of a document draw their own first places; of all of them, only the document's first are kept. */
function fewPictures(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>()
  return findings.map((finding) => {
    const { picture, ...rest } = finding
    if (!picture) return finding
    const key = `${finding.rule}|${finding.level}|${trail(finding.places[0])}`
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    return count < MOST_PLACES ? finding : rest
  })
}

/** Gaps of one cause in one document are told apart by their order. */
function numbered(gaps: readonly Omit<Gap, 'id'>[], keyOf: (place: Place) => string): Gap[] {
  const counts = new Map<string, number>()
  return gaps.map((gap) => {
    const key = `${gap.cause}|${trail(gap.place)}`
    const ordinal = counts.get(key) ?? 0
    counts.set(key, ordinal + 1)
    return { ...gap, id: gapId(gap.cause, ordinal, keyOf(gap.place), trail(gap.place)) }
  })
}
