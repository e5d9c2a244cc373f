/** Whether anybody sees a text on a slide: hidden, clear, off the slide, under a shape, of its ground's colour. */
import type { Box, HiddenBy, Part } from '../../types.js'
import { isBlack } from '../shared/cover/bar.js'
import { fitsText, hidesText } from '../shared/cover/slide-cover.js'
import { child, textOf, type XmlNode } from '../shared/xml/tree.js'
import { cannotBeTold } from '../shared/cover/faint.js'
import { type PptxColour, fillOf } from './colours.js'
import type { PptxRun, TextDefaults } from './paragraphs.js'
import type { PptxShape } from './shapes.js'
import { overlapArea } from '../../plane/box.js'

export interface SlideGround {
  readonly width: number
  readonly height: number
  readonly defaults: TextDefaults
  /** Colour of the slide itself; null: a picture, a gradient, or unknown. */
  readonly colour: PptxColour
  /** All of it is unseen: a hidden slide. */
  readonly hiddenBy?: HiddenBy | undefined
  readonly part?: Part
  /** Shapes of the master and layout behind the slide. */
  readonly behind?: readonly PptxShape[]
  /** Shapes that come and go while the slide is shown, by number. */
  readonly animated?: ReadonlySet<string>
  /** Prompts of layouts and masters are never shown. */
  readonly promptsOnly?: boolean
}

/** Why nobody sees it. `fitted`: as a redaction does it. */
export interface Unseen {
  readonly hiddenBy: HiddenBy
  readonly fitted?: true
}
export type UnseenOf = (box: Box | null, run: PptxRun) => Unseen | undefined

/** A painted shape: its box and colour. */
interface Cover {
  readonly box: Box
  readonly colour: PptxColour
  /** No words of its own stand in it. */
  readonly empty?: boolean
  /** What lies beneath shines through. */
  readonly sheer?: boolean
}

function coverOf(shape: PptxShape, { defaults }: SlideGround): Cover | null {
  if (!shape.box || shape.hidden) return null
  if (shape.kind !== 'shape') return { box: shape.box, colour: null }
  const fill = fillOf(child(shape.node, 'p:spPr'), defaults.palette) ?? styledFill(shape.node)
  if (!fill || fill === 'none' || fill.opacity === 0) return null
  if (fill.opacity < 0.99) return { box: shape.box, colour: null, sheer: true }
  const empty = textOf(child(shape.node, 'p:txBody')).trim() === ''
  return { box: shape.box, colour: fill.colour, empty }
}

/** A shape style with a fill of the theme paints something, whatever it is. */
function styledFill(node: XmlNode): { colour: PptxColour; opacity: number } | null {
  const index = child(node, 'p:style', 'a:fillRef')?.attributes['idx']
  return index && index !== '0' ? { colour: null, opacity: 1 } : null
}

export interface PptxScene {
  readonly shapes: readonly PptxShape[]
  /** What each shape paints over; null: nothing that hides. */
  readonly covers: readonly (Cover | null)[]
  readonly behind: readonly Cover[]
}
/** On a slide of more shapes than this nothing is compared with anything. */
const mostCompared = 2_000

export function sceneOf(shapes: readonly PptxShape[], ground: SlideGround): PptxScene {
  const backdrop = (ground.behind ?? []).filter(({ placeholder }) => !placeholder)
  const compared = shapes.length + backdrop.length <= mostCompared
  return {
    shapes,
    covers: compared ? shapes.map((shape) => coverOf(shape, ground)) : [],
    behind: compared ? backdrop.flatMap((shape) => coverOf(shape, ground) ?? []) : [everywhere],
  }
}

/** A ground of which nothing is known. */
const everywhere: Cover = { box: [-1e9, -1e9, 2e9, 2e9], colour: null }

export function lookFor({ shapes, covers, behind }: PptxScene, index: number, ground: SlideGround): UnseenOf {
  const shape = shapes[index]!
  const own = shape.kind === 'shape' ? (covers[index] ?? null) : null
  const over = covers.slice(index + 1).filter((_, later) => {
    const above = shapes[index + 1 + later]!
    return above.kind === 'shape' && !ground.animated?.has(above.own?.attributes['id'] ?? '')
  })
  const under = [...behind, ...covers.slice(0, index)].filter((cover) => cover !== null)
  const hiding = (hiddenBy: HiddenBy): Unseen => ({ hiddenBy })
  return (box, run) => {
    if (ground.hiddenBy) return hiding(ground.hiddenBy)
    if (shape.hidden) return hiding('hidden-attribute')
    if (ground.promptsOnly && shape.placeholder) return hiding('markup')
    if (run.hiddenBy) return hiding(run.hiddenBy)
    if (!box) return undefined
    const area = Math.max(1e-6, box[2] * box[3])
    if (overlapArea(box, [0, 0, ground.width, ground.height]) < 0.1 * area) return hiding('outside-page')
    const lie = over.filter((cover) => cover && !cover.sheer && hidesText(cover.box, box))
    if (lie.length > 0)
      return {
        hiddenBy: 'under-shape',
        ...(lie.some((cover) => cover?.empty && fitsText(cover.box, box, run.size)) && { fitted: true }),
      }
    const below = own ?? under.findLast((cover) => overlapArea(box, cover.box) > 0.3 * area)
    const behind = run.ground ?? (below ? below.colour : ground.colour)
    if (!cannotBeTold(run.colour, behind)) return undefined
    const isBar =
      isBlack(behind) && (run.ground !== null || own !== null) && !cannotBeTold(behind, ground.colour)
    return { hiddenBy: 'same-colour', ...(isBar && { fitted: true }) }
  }
}
