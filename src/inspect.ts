/** One source → observations: walk, see, normalise, match. The one place where an error becomes a gap. */
import { Uninspectable } from './errors.js'
import { type Matchers, matchPage } from './match/index.js'
import { normalise } from './normalise/index.js'
import { at } from './place.js'
import { type Eyes, see } from './see/index.js'
import type { Document, GapCause, Hit, Page, Place, Said, Source, Work } from './types.js'
import { gapFor, walk, type Walked } from './walk.js'

/** What one step of an inspection tells. Plain data: it crosses the process border as it is. */
export type Observation =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'hits'; readonly hits: readonly Hit[] }
  | { readonly kind: 'gap'; readonly cause: GapCause; readonly place: Place; readonly detail: Said }
  | { readonly kind: 'inert'; readonly place: Place; readonly detail: Said }
  | { readonly kind: 'note'; readonly detail: Said }
  /** A page was read to its end; `looked` counts pictures read by OCR on it. */
  | {
      readonly kind: 'page'
      readonly number: number | null
      readonly looked: number
      readonly whole: boolean
    }

export interface Tools {
  readonly matchers: Matchers
  readonly eyes: Eyes
  readonly today: string
}

export async function* inspect(source: Source, work: Work, tools: Tools): AsyncGenerator<Observation> {
  if (!work.range || work.range.from === 1) yield hitsIn(namePage(source.place), tools)
  for await (const walked of walk(source, work)) yield* observe(walked, work, tools)
}

async function* observe(walked: Walked, work: Work, tools: Tools): AsyncGenerator<Observation> {
  if (walked.kind === 'page') yield* lookAt(walked.page, work, tools)
  else if (walked.kind === 'name') yield hitsIn(namePage(walked.place), tools)
  else if (walked.kind === 'remark') yield { kind: 'hits', hits: [remarkHit(walked, tools)].flat() }
  else yield walked
}

async function* lookAt(page: Page, work: Work, tools: Tools): AsyncGenerator<Observation> {
  try {
    const seen = await see(page, tools.eyes, work.budget.signal)
    for (const reading of seen.pages) yield hitsIn(reading, tools)
    for (const gap of seen.gaps) yield { kind: 'gap', ...gap }
    yield { kind: 'page', number: page.number ?? null, looked: seen.read, whole: page.reading === 'pixels' }
  } catch (error) {
    if (error instanceof Uninspectable || !work.budget.signal.aborted) yield gapFor(error, page.place, work)
    else throw error
  }
}

function hitsIn(page: Page, tools: Tools): Observation {
  return { kind: 'hits', hits: matchPage(normalise(page), tools.matchers, { today: tools.today }) }
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
