/** Shapes and pictures laid over the text of the paragraph they are anchored in. Lengths in EMU, 12,700 to the point. */
import type { HiddenBy } from '../../types.js'
import { type Cover, type Paragraph, type Reading, type Run, type Shape } from './story-state.js'

const POINT = 12_700
/** Type without a size of its own. */
const USUAL = 12
/** Between margins on A4 (GB/T 9704-2012: 156 mm). */
const COLUMN = 5_616_000
/** Of the size of the type: one line with its lead. */
const LEAD = 1.9

/** An empty opaque shape, or a picture, in front of the text and not within another drawing. */
export function addCover(reading: Reading, kind: Cover['kind'], shape?: Shape): void {
  const { anchor, behind, shapes, path } = reading
  if (!anchor || behind || anchor.wrapped || anchor.hidden || shapes.length > 0) return
  if (shape && (shape.opaque !== true || shape.filled || shape.thin || shape.hiddenBy)) return
  if (path.includes('wpg:wgp') || path.includes('wpc:wpc')) return
  const placed = anchor.byParagraph === true && anchor.left !== undefined && anchor.top !== undefined
  if (kind === 'picture' ? !placed : !anchor.byParagraph && anchor.top !== undefined) return
  const paragraph = reading.builders.at(-1)?.paragraph
  if (paragraph) paragraph.covers = [...(paragraph.covers ?? []), { anchor, kind }]
}

/** The runs with what lies over them. `moved`: the paragraph does not begin at the left. */
export function coveredRuns({ runs, covers = [] }: Paragraph, moved: boolean): Run[] {
  const text = measured(runs)
  const over = covers.flatMap((cover) => lieOf(cover, text, moved))
  const lie = over.find(({ fitted }) => fitted) ?? over[0]
  return lie ? runs.map((run) => (run.hiddenBy || run.deleted ? run : { ...run, ...lie })) : runs
}

interface Measured {
  readonly size: number
  readonly length: number
  readonly height: number
}

function measured(runs: readonly Run[]): Measured {
  const kept = runs.filter(({ deleted, hiddenBy }) => !deleted && !hiddenBy)
  const size = POINT * Math.max(...kept.map((run) => run.size ?? USUAL), 1)
  let length = 0
  for (const { text } of kept) for (const letter of text.trim()) length += letter > '\u2e7f' ? size : size / 2
  return { size, length, height: Math.max(1, Math.ceil(length / COLUMN)) * LEAD * size }
}

/** Nothing where it stands beside the text; `fitted` where it is about as large as what it covers. */
function lieOf(
  { anchor, kind }: Cover,
  text: Measured,
  moved: boolean,
): { hiddenBy: HiddenBy; fitted?: true }[] {
  const { top = 0, left = 0, width, height } = anchor
  const { size, length } = text
  const [from, to] = [Math.max(top, -0.5 * size), Math.min(top + height, text.height)]
  const isBeside = !moved && anchor.byText === true && (left > length - size / 2 || left + width < size / 2)
  if (length === 0 || height < 0.5 * size || width < 1.5 * size || isBeside) return []
  if (to - from < 0.5 * Math.min(height, text.height)) return []
  const isPanel = height > text.height + size || width > 1.6 * Math.min(length, COLUMN) + 6 * size
  if (isPanel && height > 2.5 * text.height) return []
  const hiddenBy = kind === 'shape' ? 'under-shape' : 'under-picture'
  return [{ hiddenBy, ...(kind === 'shape' && !isPanel && { fitted: true as const }) }]
}
