/** The observations of one input, folded into one Inspection: counts added, twins joined, ids given. */
import { clueId, findingId, gapId, mentionId, ordinals } from './identity.js'
import type { Observation } from './inspect.js'
import { settle, type Settled } from './match/outcome/settle.js'
import { trail } from './place.js'
import { MOST_PLACES } from './strip/index.js'
import type {
  Clue,
  ClueFact,
  Document,
  Excerpt,
  Excerpts,
  Gap,
  Hit,
  Inspection,
  Naming,
  Place,
  Phrase,
} from './types.js'

/** The facts, and apart from them what the name says and what shows the document. */
export interface Gathered {
  readonly inspection: Inspection
  readonly naming: Naming
  readonly excerpts: Excerpts
}

/** `known`: the hash of the bytes where only the name was judged. */
export function gather(source: Place, observations: readonly Observation[], known = ''): Gathered {
  const documents = new Map<string, Document>()
  const [bytes, name] = [emptyHeap(), emptyHeap()]
  const gaps: Omit<Gap, 'id'>[] = []
  const inert: { place: Place; detail: Phrase }[] = []
  let beside = false
  for (const seen of observations) {
    if (seen.kind === 'document') addDocument(documents, seen.document)
    else if (seen.kind === 'hits') addHits(seen.naming ? name : bytes, seen)
    else if (seen.kind === 'gap') gaps.push({ cause: seen.cause, place: seen.place, detail: seen.detail })
    else if (seen.kind === 'inert') inert.push({ place: seen.place, detail: seen.detail })
    else if (seen.kind === 'beside') beside = true
    else addTo(documents, seen)
  }
  const hash = documents.get(trail(source))?.hash ?? known
  const keyOf = (place: Place) => documents.get(trail(place))?.hash || hash
  const found = sorted(bytes, keyOf)
  const named = sorted(name, () => `name ${hash}`)
  const inspection: Inspection = {
    source,
    hash,
    documents: [...documents.values()],
    ...factsOf(found),
    gaps: numbered(gaps, keyOf),
    inert,
    ...(beside && { beside }),
  }
  return { inspection, naming: factsOf(named), excerpts: new Map([...named.excerpts, ...found.excerpts]) }
}

/** What was hit, before it is sorted into findings. */
interface Heap {
  readonly hits: Hit[]
  readonly mentions: Hit[]
  readonly clues: Clue[]
}

const emptyHeap = (): Heap => ({ hits: [], mentions: [], clues: [] })

function addHits(
  heap: Heap,
  { hits, clues = [], mentions = [] }: Extract<Observation, { kind: 'hits' }>,
): void {
  for (const hit of hits) heap.hits.push(hit)
  for (const clue of clues) heap.clues.push(clue)
  for (const mention of mentions) heap.mentions.push(mention)
}

interface Sorted {
  readonly found: readonly Settled[]
  readonly explained: readonly Settled[]
  readonly clues: readonly ClueFact[]
  readonly excerpts: ReadonlyMap<string, Excerpt>
}

/** The hash that keys the ids of what stands at a place: parts of equal bytes share it. */
type KeyOf = (place: Place) => string

function sorted({ hits, mentions, clues }: Heap, keyOf: KeyOf): Sorted {
  const found = fewPictures(settle(hits, namedBy(findingId, keyOf)))
  const explained = settle(mentions, namedBy(mentionId, keyOf))
  const copyOf = copies(keyOf)
  const facts = clues.map((clue) => clueFact(clue, copyOf(clue.hit.place), keyOf(clue.hit.place)))
  const excerpts = [...found, ...explained, ...facts.flatMap(({ settled }) => settled)]
  return {
    found,
    explained,
    clues: facts.map(({ fact }) => fact),
    excerpts: new Map(excerpts.map(({ finding, excerpt }) => [finding.id, excerpt])),
  }
}

/** Equal terms are numbered over all parts that share a key, so that no id comes twice in a file. */
function namedBy(idOf: typeof findingId, keyOf: KeyOf): (hit: Hit) => string {
  const next = ordinals()
  return (hit) => {
    const key = keyOf(hit.place)
    return idOf(hit, next([key, hit.rule, hit.term].join('\u0000')), key)
  }
}

/** Which of the parts with the same key a place lies in, in the order they come: 0, then 1, and so on. */
function copies(keyOf: KeyOf): (place: Place) => number {
  const [next, known] = [ordinals(), new Map<string, number>()]
  return (place) => {
    const part = trail(place)
    const copy = known.get(part) ?? next(keyOf(place))
    known.set(part, copy)
    return copy
  }
}

/** The excerpt of a clue stands under its own id, for its words, and under that of the finding it may become. */
function clueFact(
  { hit, ...clue }: Clue,
  copy: number,
  key: string,
): { fact: ClueFact; settled: readonly Settled[] } {
  const [settled] = settle([hit], () => findingId(hit, copy, key))
  const id = clueId({ ...hit, name: clue.name }, key)
  const own = { ...settled!, finding: { ...settled!.finding, id } }
  return { fact: { ...clue, id, finding: settled!.finding }, settled: [settled!, own] }
}

function factsOf({ found, explained, clues }: Sorted): Naming {
  return {
    findings: found.map(({ finding }) => finding),
    clues,
    ...(explained.length > 0 && { explained: explained.map(({ finding }) => finding) }),
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
function fewPictures(settled: readonly Settled[]): Settled[] {
  const counts = new Map<string, number>()
  return settled.map((one) => {
    const { picture, ...excerpt } = one.excerpt
    if (!picture) return one
    const key = `${one.finding.rule}|${one.finding.level}|${trail(one.finding.places[0])}`
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    return count < MOST_PLACES ? one : { ...one, excerpt }
  })
}

/** Gaps of one cause in one document are told apart by their order; what the input is called does not matter. */
function numbered(gaps: readonly Omit<Gap, 'id'>[], keyOf: (place: Place) => string): Gap[] {
  const next = ordinals()
  return gaps.map((gap) => {
    const ordinal = next(`${gap.cause}|${trail(gap.place)}`)
    return { ...gap, id: gapId(gap.cause, ordinal, keyOf(gap.place), below(gap.place)) }
  })
}

const below = (place: Place) => (place.length > 1 ? trail(place.slice(1) as unknown as Place) : '')
