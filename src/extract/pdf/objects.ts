/** What a page is drawn from besides text: pictures, paths, shadings, with box, order and colour. */
import type { Box } from '../../types.js'
import { clipped, isClipped } from './clip.js'
import type { Engine } from './engine.js'
import { type UprightPage, uprightBox } from './geometry.js'
import { ReplacedText } from './replaced.js'
import { compose, type Matrix } from '../../plane/matrix.js'

/** FPDF_PAGEOBJ_* of fpdf_edit.h. */
const kinds = ['unknown', 'text', 'path', 'image', 'shading', 'form'] as const

export interface PageObject {
  readonly kind: 'path' | 'image' | 'shading'
  /** On the upright page, in points. */
  readonly box: Box
  /** Position in drawing order over the whole page, text objects counted too; later is on top. */
  readonly order: number
  /** PDFium's handle; valid while the page is open. */
  readonly handle: number
  readonly frame: ObjectSpace
}

/** What objects of the page, or of one form XObject on it, are drawn in. */
export interface ObjectSpace {
  readonly toUpright: Matrix
  /** Nothing of them shows outside it; null: nothing shows at all. */
  readonly window: Box | null
  readonly isForm: boolean
}

/** Nesting of form XObjects followed; deeper content is still drawn, so pixels show it. */
const deepest = 12
/** Objects listed per page; a page with more is read as pixels (`crowded`). */
const most = 200_000

export interface PageObjects {
  readonly objects: readonly PageObject[]
  /** How many there are; what they say is read elsewhere. */
  readonly texts: number
  /** Position in drawing order of each text object, by handle; the first drawn comes first. */
  readonly textOrders: ReadonlyMap<number, number>
  /** What shows of text objects that a clip lets through only in part, by handle; null: nothing. */
  readonly textWindows: ReadonlyMap<number, Box | null>
  readonly forms: number
  /** Texts whose stated characters are not those drawn. */
  readonly replaced: readonly Box[]
  /** Not everything was listed: too many or too deeply nested. */
  readonly crowded: boolean
}

interface Tally {
  readonly objects: PageObject[]
  texts: number
  readonly textOrders: Map<number, number>
  readonly textWindows: Map<number, Box | null>
  forms: number
  order: number
  readonly replaced: Box[]
  readonly marks: ReplacedText
  crowded: boolean
}

/** `from`: the first of the page's own objects that is listed; those before it count in the order all the same. */
export function readObjects(engine: Engine, page: number, sheet: UprightPage, from = 0): PageObjects {
  const { call } = engine
  const tally: Tally = {
    objects: [],
    texts: 0,
    textOrders: new Map(),
    textWindows: new Map(),
    forms: 0,
    order: 0,
    replaced: [],
    marks: new ReplacedText(engine),
    crowded: false,
  }
  const window: Box = [0, 0, sheet.width, sheet.height]
  const frame: ObjectSpace = { toUpright: sheet.toUpright, window, isForm: false }
  const count = call.FPDFPage_CountObjects(page)
  for (let index = 0; index < count && !tally.crowded; index++) {
    if (index === from) forget(tally)
    list(engine, call.FPDFPage_GetObject(page, index), frame, 0, tally)
  }
  if (from >= count) forget(tally)
  tally.marks.close()
  return tally
}

/** All but how many there were. */
function forget(tally: Tally): void {
  tally.objects.length = 0
  tally.replaced.length = 0
  tally.textOrders.clear()
  tally.textWindows.clear()
  tally.texts = 0
  tally.forms = 0
}

function list(engine: Engine, object: number, frame: ObjectSpace, depth: number, tally: Tally): void {
  const { call } = engine
  const kind = kinds[call.FPDFPageObj_GetType(object)] ?? 'unknown'
  tally.order++
  if (kind === 'text') {
    listText(engine, object, frame, tally)
  } else if (kind === 'form') listForm(engine, object, frame, depth, tally)
  else if (kind !== 'unknown') {
    if (tally.objects.length >= most) tally.crowded = true
    else {
      const box = boxOf(engine, object, frame.toUpright)
      tally.objects.push({ kind, box, order: tally.order, handle: object, frame })
    }
  }
}

function listText(engine: Engine, object: number, frame: ObjectSpace, tally: Tally): void {
  tally.texts++
  tally.textOrders.set(object, tally.order)
  const box = () => boxOf(engine, object, frame.toUpright)
  if (tally.marks.isWord(object, box)) tally.replaced.push(box())
  if (!frame.isForm && !isClipped(engine, object)) return
  const shown = frame.window && clipped(engine, object, frame.toUpright, frame.window)
  tally.textWindows.set(object, shown)
}

function listForm(engine: Engine, form: number, frame: ObjectSpace, depth: number, tally: Tally): void {
  if (depth >= deepest) {
    tally.crowded = true
    return
  }
  const { call } = engine
  tally.forms++
  const { toUpright, window } = frame
  const inner: ObjectSpace = {
    toUpright: compose(matrixOf(engine, form), toUpright),
    window: window && clipped(engine, form, toUpright, window),
    isForm: true,
  }
  const count = call.FPDFFormObj_CountObjects(form)
  for (let index = 0; index < count && !tally.crowded; index++) {
    list(engine, call.FPDFFormObj_GetObject(form, index), inner, depth + 1, tally)
  }
}

function matrixOf(engine: Engine, object: number): Matrix {
  const { call, scratch } = engine
  if (!call.FPDFPageObj_GetMatrix(object, scratch)) return [1, 0, 0, 1, 0, 0]
  const { f32 } = engine.memory()
  const at = scratch >> 2
  return [f32[at]!, f32[at + 1]!, f32[at + 2]!, f32[at + 3]!, f32[at + 4]!, f32[at + 5]!]
}

function boxOf(engine: Engine, object: number, matrix: Matrix): Box {
  const { call, scratch } = engine
  if (!call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12))
    return [0, 0, 0, 0]
  const { f32 } = engine.memory()
  const at = scratch >> 2
  return uprightBox(matrix, f32[at]!, f32[at + 1]!, f32[at + 2]!, f32[at + 3]!)
}

/** Width and height of a picture object in its own pixels. */
export function pixelSize(engine: Engine, handle: number): readonly [number, number] {
  const { call, scratch } = engine
  if (!call.FPDFImageObj_GetImagePixelSize(handle, scratch, scratch + 4)) return [0, 0]
  const { u32 } = engine.memory()
  return [u32[scratch >> 2]!, u32[(scratch >> 2) + 1]!]
}

/** Pixels of the largest picture among the objects, as the file states them. */
export function largestPicture(engine: Engine, objects: readonly PageObject[]): number {
  const sizes = objects.map(({ kind, handle }) => (kind === 'image' ? pixelSize(engine, handle) : [0, 0]))
  return sizes.reduce((most, [width, height]) => Math.max(most, width! * height!), 0)
}
