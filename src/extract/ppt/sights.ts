/** What of the texts of a slide nobody sees: under a shape, of the colour of its ground, too small. */
import type { Box, HiddenBy } from '../../types.js'
import { isBlack } from '../shared/cover/bar.js'
import { cannotBeTold, TINY } from '../shared/cover/faint.js'
import { type SetParagraph, setBoxes, widthOfText } from '../shared/paragraph/set-boxes.js'
import { fitsText, hidesText } from '../shared/cover/slide-cover.js'
import { letterColour } from './paint.js'
import type { Actor, PptScene } from './scene.js'
import { type PptRow, rowsOf } from './rows.js'
import type { SlideText } from './texts.js'
import { overlapArea } from '../../plane/box.js'

export interface SeenPart {
  readonly text: string
  readonly hiddenBy?: HiddenBy
  readonly fitted?: true
}
/** Rows of each text that holds something unseen, by where its letters begin. */
export type Sights = ReadonlyMap<number, readonly (readonly SeenPart[])[]>

/** On a slide of more shapes than this nothing is compared with anything. */
const MOST_COMPARED = 1_000
/** EMU to the point, and what is left free around words where nothing is said. */
const EMU = 12_700
const [INSET_X, INSET_Y] = [91_440, 45_720]
const anchors = ['t', 'ctr', 'b'] as const

/** `outline`: texts of the slide that stand in the outline. `sizes`: of type, by kind of text. */
export function sightsOf(
  scene: PptScene,
  outline: readonly SlideText[],
  sizes: ReadonlyMap<number, number>,
): Sights {
  const sights = new Map<number, SeenPart[][]>()
  if (scene.actors.length > MOST_COMPARED) return sights
  for (const [index, actor] of scene.actors.entries()) {
    for (const said of actor.texts) {
      const text = said.outline === undefined ? said : outline[said.outline]
      if (!text || text.at < 0) continue
      const rows = rowsOf(text, sizes)
      const boxes = boxesOf(actor, rows, text.kind)
      const seen = rows.map((row, at) => partsOf(scene, index, row, boxes?.[at] ?? null))
      if (seen.flat().some(({ hiddenBy }) => hiddenBy)) sights.set(text.at, seen)
    }
  }
  return sights
}

function boxesOf({ frame }: Actor, rows: readonly PptRow[], kind: number): Box[] | null {
  const { shape, box, turned } = frame
  if (!box || turned !== 0) return null
  const inset = (property: number, usual: number) => (shape.number(property) ?? usual) / EMU
  const stated = shape.number(0x87)
  const insets = {
    left: inset(0x81, INSET_X),
    top: inset(0x82, INSET_Y),
    right: inset(0x83, INSET_X),
    bottom: inset(0x84, INSET_Y),
  }
  const isTitle = kind === 0 || kind === 6
  const anchor = stated === undefined ? (isTitle ? 'ctr' : 't') : (anchors[stated % 3] ?? 't')
  const set = rows.map(({ parts, align }): SetParagraph => ({
    width: parts.reduce((sum, { text, size }) => sum + widthOfText(text, size), 0),
    size: Math.max(1, ...parts.map(({ size }) => size)),
    align: align === 1 || (stated ?? 0) >= 3 ? 'ctr' : align === 2 ? 'r' : 'l',
  }))
  return setBoxes(set, box, { insets, wraps: shape.number(0x85) !== 2, anchor })
}

function partsOf(scene: PptScene, index: number, { parts }: PptRow, box: Box | null): SeenPart[] {
  const over = box
    ? scene.actors
        .slice(index + 1)
        .filter(
          ({ frame, paint, animated }) =>
            paint?.opaque && !animated && frame.box && hidesText(frame.box, box),
        )
    : []
  return parts.map(({ text, size, colour }): SeenPart => {
    if (size < TINY) return { text, hiddenBy: 'tiny' }
    if (box && over.length > 0) {
      const fits = over.some((actor) => isBare(actor) && fitsText(actor.frame.box!, box, size))
      return { text, hiddenBy: 'under-shape', ...(fits && { fitted: true }) }
    }
    const ground = groundBeneath(scene, index, box)
    const its = colour === undefined ? null : letterColour(colour, scene.scheme)
    if (!box || !cannotBeTold(its, ground.colour)) return { text }
    const isBar = ground.own && isBlack(ground.colour) && !cannotBeTold(ground.colour, scene.ground)
    return { text, hiddenBy: 'same-colour', ...(isBar && { fitted: true }) }
  })
}

const isBare = ({ texts }: Actor): boolean =>
  texts.every(({ text, outline }) => text.trim() === '' && outline === undefined)

function groundBeneath(scene: PptScene, index: number, box: Box | null) {
  const { actors, behind, ground } = scene
  const own = actors[index]!.paint
  if (own) return { colour: own.colour, own: true }
  if (!box) return { colour: null, own: false }
  const enough = 0.3 * box[2] * box[3]
  const under = actors
    .slice(0, index)
    .findLast(({ frame, paint }) => paint && frame.box && overlapArea(box, frame.box) > enough)
  const painted = under?.paint ?? behind.findLast((panel) => overlapArea(box, panel.box) > enough)
  return { colour: painted ? painted.colour : ground, own: false }
}
