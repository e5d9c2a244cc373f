/** Shapes and pictures laid over the text of the paragraph they are anchored in. Lengths in EMU, 12,700 to the point. */
import type { LineShape } from '../shared/cover/over-line.js'
import { underDrawings } from '../shared/cover/over-runs.js'
import type { Anchor, AnchoredCover, AnchoredShape } from './anchored.js'
import type { DocxParagraph, DocxRun } from './paragraph.js'
import type { StoryState } from './story-state.js'

const POINT = 12_700

/** An empty opaque shape, or a picture, in front of the text and not within another drawing. */
export function addCover(reading: StoryState, kind: AnchoredCover['kind'], shape?: AnchoredShape): void {
  const { shapes, path } = reading
  const anchor = shape?.anchor ?? reading.anchor
  const behind = reading.behind && !shape?.anchor
  if (!anchor || behind || anchor.wrapped || anchor.hidden || shapes.length > 0) return
  if (shape && (shape.opaque !== true || shape.filled || shape.thin || shape.hiddenBy)) return
  if (path.includes('wpg:wgp') || path.includes('wpc:wpc') || path.includes('v:group')) return
  const placed = anchor.byParagraph === true && anchor.left !== undefined && anchor.top !== undefined
  if (kind === 'picture' ? !placed : !anchor.byParagraph && anchor.top !== undefined) return
  const paragraph = reading.builders.at(-1)?.paragraph
  if (paragraph) paragraph.covers = [...(paragraph.covers ?? []), { anchor, kind }]
}

/** The runs with what lies over them. `moved`: the paragraph does not begin at the left. */
export function coveredRuns({ runs, covers = [] }: DocxParagraph, moved: boolean): DocxRun[] {
  const lying = covers.map(({ anchor, kind }) => ({ kind, drawn: drawnAt(anchor, moved) }))
  return underDrawings(runs, lying)
}

function drawnAt({ left = 0, top, width, height, byText }: Anchor, moved: boolean): LineShape {
  return {
    left: byText && !moved ? left / POINT : undefined,
    top: top === undefined ? undefined : top / POINT,
    width: width / POINT,
    height: height / POINT,
  }
}
