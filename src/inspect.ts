/** One source → observations: walk, see, normalise, match. The one place where an error becomes a gap. */
import { Uninspectable } from './errors.js'
import type { Matchers } from './match/index.js'
import { at } from './place.js'
import { type JudgedReading, readPage, told } from './read-page.js'
import { type Eyes, see, type Seen } from './see/index.js'
import { openStrips, type StripKind, type Strips } from './strip/index.js'
import type { Clue, Document, GapCause, Hit, Page, Place, Phrase, Source, Work } from './types.js'
import { gapFor, walk, type Walked } from './walk.js'

/** What one step of an inspection tells. Plain data: it crosses the process border as it is. */
export type Observation =
  | { readonly kind: 'document'; readonly document: Document }
  /** `clues`: evidence about the document; `mentions`: what was let through, when explanations were asked for. */
  | {
      readonly kind: 'hits'
      readonly hits: readonly Hit[]
      readonly clues?: readonly Clue[]
      readonly mentions?: readonly Hit[]
      /** Of the name the file has in this run: no matter of its bytes. */
      readonly naming?: true
    }
  | { readonly kind: 'gap'; readonly cause: GapCause; readonly place: Place; readonly detail: Phrase }
  | { readonly kind: 'inert'; readonly place: Place; readonly detail: Phrase }
  | { readonly kind: 'note'; readonly place: Place; readonly detail: Phrase }
  /** Files beside it were looked into or looked for. */
  | { readonly kind: 'beside' }
  /** A page was read to its end; `looked` counts pictures read by OCR on it. */
  | {
      readonly kind: 'page'
      readonly place: Place
      readonly number: number | null
      readonly looked: number
      readonly whole: boolean
    }

export interface Tools {
  readonly matchers: Matchers
  readonly eyes: Eyes
  /** Pictures of the places of hits; none when absent. */
  readonly pictures?: StripKind
  /** Hits carry the unseen text they are about. */
  readonly reveal?: boolean
  /** Mentions that were let through are told too. */
  readonly explain?: boolean
}

export async function* inspect(source: Source, work: Work, tools: Tools): AsyncGenerator<Observation> {
  if (!work.range || work.range.from === 1) yield* inspectName(source.place, tools)
  const strips = tools.pictures ? openStrips(tools.pictures) : null
  for await (const walked of walk(source, work)) yield* observe(walked, work, tools, strips)
}

/** The name a file has where it was found is judged each time, whatever is known of its bytes. */
export function* inspectName(place: Place, tools: Tools): Generator<Observation> {
  for (const seen of told(readPage(namePage(place), tools)))
    yield seen.kind === 'hits' ? { ...seen, naming: true } : seen
}

async function* observe(
  walked: Walked,
  work: Work,
  tools: Tools,
  strips: Strips | null,
): AsyncGenerator<Observation> {
  if (walked.kind === 'page') yield* lookAt(walked.page, work, tools, strips)
  else if (walked.kind === 'name') yield* told(readPage(namePage(walked.place), tools))
  else if (walked.kind === 'remark') yield { kind: 'hits', hits: [remarkHit(walked, tools)].flat() }
  else yield walked
}

async function* lookAt(
  page: Page,
  work: Work,
  tools: Tools,
  strips: Strips | null,
): AsyncGenerator<Observation> {
  try {
    const seen = await look(page, work, tools)
    if (strips) yield* picturedHits(page, seen.pages, work, tools, strips)
    else for (const reading of seen.pages) yield* told(readPage(reading, tools))
    for (const gap of seen.gaps) yield { kind: 'gap', ...gap }
    if (seen.failed) return
    const { place, number = null, reading } = page
    yield { kind: 'page', place, number, looked: seen.read, whole: reading === 'pixels' }
  } catch (error) {
    if (error instanceof Uninspectable || !work.budget.signal.aborted) yield gapFor(error, page.place, work)
    else throw error
  }
}

/** What the page states is judged also where looking at it failed. */
async function look(page: Page, work: Work, { eyes }: Tools): Promise<Seen & { readonly failed?: true }> {
  try {
    return await see(page, eyes, work.budget.signal)
  } catch (error) {
    if (work.budget.signal.aborted && !(error instanceof Uninspectable)) throw error
    return { pages: [page], gaps: [gapFor(error, page.place, work)], read: 0, failed: true }
  }
}

/** A picture shows what all readings of the page found; what was found before one of them failed is still told. */
async function* picturedHits(
  page: Page,
  pages: readonly Page[],
  work: Work,
  tools: Tools,
  strips: Strips,
): AsyncGenerator<Observation> {
  const readings: JudgedReading[] = []
  let failed: { readonly error: unknown } | null = null
  try {
    for (const reading of pages) readings.push(readPage(reading, tools))
  } catch (error) {
    failed = { error }
  }
  const hits = failed ? readings.map((reading) => reading.hits) : await drawn(page, readings, work, strips)
  for (const [index, reading] of readings.entries()) yield* told({ ...reading, hits: hits[index]! })
  if (failed) throw failed.error
}

/** The finding is what counts: where its picture cannot be made, it is told without one. */
async function drawn(
  page: Page,
  readings: readonly JudgedReading[],
  work: Work,
  strips: Strips,
): Promise<readonly (readonly Hit[])[]> {
  try {
    return await strips.draw(page, readings)
  } catch (error) {
    work.onCrash?.(error, page.place)
    return readings.map((reading) => reading.hits)
  }
}

function remarkHit(walked: Extract<Walked, { kind: 'remark' }>, tools: Tools): readonly Hit[] {
  return tools.matchers.remark(walked.remark, walked.place, walked.detail)
}

/** A file's name is text too, judged for each place it stands in, outside anything keyed by content. */
function namePage(place: Place): Page {
  const name = place[place.length - 1]!.name
  const stem = name.slice(name.lastIndexOf('/') + 1)
  const span = { text: stem, box: null, channel: 'name', sight: 'visible', confidence: 1 } as const
  return {
    place: at(place, { part: 'name' }),
    lines: [{ spans: [span], part: 'name' }],
    marks: [],
    reading: 'stated',
  }
}
