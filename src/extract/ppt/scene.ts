/** What is drawn on a slide of an old presentation, lowest first, and on what ground. */
import type { Box } from '../../types.js'
import { type ArtRecord, artRecords } from '../shared/office-art/records.js'
import { isHiddenShape, isThinType } from '../shared/office-art/shapes.js'
import type { Bytes } from '../shared/bytes.js'
import { type ShapeFrame, framesIn } from './frames.js'
import { type PptColour, type ShapePaint, paintOf, type Scheme, schemeOf } from './paint.js'
import { type SlideText, textsIn } from './texts.js'

export interface Actor {
  readonly frame: ShapeFrame
  /** null: it paints nothing over its box. */
  readonly paint: ShapePaint | null
  readonly texts: readonly SlideText[]
  /** It comes and goes while the slide is shown. */
  readonly animated: boolean
}
export interface PptScene {
  readonly actors: readonly Actor[]
  /** Of the slide itself; null: a picture, a gradient, or unknown. */
  readonly ground: PptColour
  readonly scheme: Scheme
  /** Painted shapes of the master. */
  readonly behind: readonly (ShapePaint & { readonly box: Box })[]
}

const [SLIDE_ATOM, ANIMATION, TARGET, TAGS] = [0x03ef, 0x0ff1, 0x2afb, 0x138b]
const [MASTER_SHAPES, MASTER_GROUND] = [1, 4]
const PLACEHOLDER = 0x0bc3

/** `masterOf` finds a master by its number. */
export function sceneOf(
  bytes: Bytes,
  slide: ArtRecord,
  masterOf: (id: number) => ArtRecord | undefined,
): PptScene {
  const scheme = schemeOf(bytes, slide)
  const frames = framesIn(bytes, slide.start, slide.end)
  const targets = animatedIn(bytes, slide.start, slide.end)
  const actors = frames
    .filter(({ isBackground }) => !isBackground)
    .map((frame) => actorOf(bytes, frame, scheme, targets))
  const atom = [...artRecords(bytes, slide.start, slide.end)].find(({ type }) => type === SLIDE_ATOM)
  const master = atom && masterOf(bytes.uint32(atom.start + 12))
  const flags = atom ? bytes.uint16(atom.start + 20) : 0
  const stage = master
    ? { frames: framesIn(bytes, master.start, master.end), scheme: schemeOf(bytes, master) }
    : null
  const isOwnGround = (flags & MASTER_GROUND) === 0
  return {
    actors,
    scheme,
    ground: isOwnGround ? groundOf(frames, scheme) : stage ? groundOf(stage.frames, scheme) : null,
    behind: stage && flags & MASTER_SHAPES ? paintedOf(bytes, stage.frames, scheme) : [],
  }
}

function groundOf(frames: readonly ShapeFrame[], scheme: Scheme): PptColour {
  const background = frames.find(({ isBackground }) => isBackground)
  return (background && paintOf(background.shape, scheme)?.colour) ?? null
}

/** What lies aslant covers and grounds no one knows what. */
function paintIn({ shape, turned }: ShapeFrame, scheme: Scheme): ShapePaint | null {
  const paint = isHiddenShape(shape) || isThinType(shape.type) ? null : paintOf(shape, scheme)
  return paint && turned % 90 !== 0 ? { colour: null, opaque: false } : paint
}

function paintedOf(bytes: Bytes, frames: readonly ShapeFrame[], scheme: Scheme): PptScene['behind'] {
  return frames.flatMap((frame) => {
    const { shape, box, isBackground } = frame
    const paint = paintIn(frame, scheme)
    const { start, end } = shape.record
    const isPrompt = [...artRecords(bytes, start, end)].some(({ type }) => type === PLACEHOLDER)
    return isBackground || isPrompt || !paint || !box ? [] : [{ ...paint, box }]
  })
}

function actorOf(bytes: Bytes, frame: ShapeFrame, scheme: Scheme, targets: ReadonlySet<number>): Actor {
  const { shape } = frame
  const { start, end } = shape.record
  const paint = paintIn(frame, scheme)
  const animated =
    targets.has(shape.id) || [...artRecords(bytes, start, end)].some(({ type }) => type === ANIMATION)
  return { frame, paint, texts: textsIn(bytes, start, end), animated }
}

/** Shapes that effects name (VisualShapeAtom, 2.8.44), wherever a program put its tags. */
function animatedIn(bytes: Bytes, from: number, to: number, depth = 0): Set<number> {
  const found = new Set<number>()
  for (const { type, start, end } of artRecords(bytes, from, to)) {
    if (type === TARGET) found.add(bytes.uint32(start + 8))
    else if (type === TAGS && depth < 4)
      for (const id of animatedIn(bytes, start, end, depth + 1)) found.add(id)
  }
  return found
}
