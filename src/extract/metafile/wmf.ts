/** Windows metafiles: texts in the code page of their type, bitmaps, shapes ([MS-WMF] 2.3). */
import { Bytes } from '../shared/bytes.js'
import { textIn } from '../shared/charset/code-pages.js'
import { bitmapFile } from '../shared/picture/dib.js'
import type { MetafileDrawing } from './drawn.js'
import { toolOf, WmfDrawing, type WmfTool } from './wmf-drawing.js'

const PLACEABLE = 0x9ac6cdd7
const GLYPHS = 0x10

/** CharacterSet (2.1.1.5) → code page. */
const codePages: Readonly<Record<number, number>> = { 128: 932, 129: 949, 134: 936, 136: 950 }

/** Records that make an object, each in the lowest free place (3.1.4.1). */
const makers = new Set([0x00f7, 0x0142, 0x01f9, 0x02fa, 0x02fb, 0x02fc, 0x06ff])
/** Records with a bitmap → where it begins (2.3.1). */
const bitmaps: Readonly<Record<number, number>> = { 0x0f43: 22, 0x0b41: 20, 0x0940: 16, 0x0d33: 18 }

interface Font {
  readonly codePage: number
  readonly height: number
}

export function readWmf(bytes: Uint8Array, drawn: MetafileDrawing): void {
  const data = new Bytes(bytes)
  const state: State = { objects: [], codePage: 1252, enhanced: [], drawn, drawing: new WmfDrawing() }
  drawn.canvas = state.drawing.canvas
  for (let at = (data.uint32(0) === PLACEABLE ? 22 : 0) + 18; at + 6 <= data.length;) {
    const size = data.uint32(at) * 2
    const type = data.uint16(at + 4)
    if (type === 0 && size <= 6) drawn.whole = true
    if (size < 6 || at + size > data.length) break
    takeRecord(type, data.part(at + 6, at + size), state)
    at += size
    if (drawn.whole) break
  }
  if (state.enhanced.length > 0) drawn.addPicture('emf', Buffer.concat(state.enhanced))
}

interface State {
  readonly objects: (Font | WmfTool | 'other' | undefined)[]
  codePage: number
  /** An enhanced metafile kept in comments, piece by piece. */
  readonly enhanced: Uint8Array[]
  readonly drawn: MetafileDrawing
  readonly drawing: WmfDrawing
}

function takeRecord(type: number, body: Bytes, state: State): void {
  const { objects, drawn, drawing } = state
  drawing.take(type, body)
  if (makers.has(type)) {
    const free = objects.findIndex((object) => object === undefined)
    objects[free < 0 ? objects.length : free] =
      type === 0x02fb ? fontOf(body) : (toolOf(type, body) ?? 'other')
  } else if (type === 0x01f0) objects[body.uint16(0)] = undefined
  else if (type === 0x012d) {
    const object = objects[body.uint16(0)]
    if (object && object !== 'other' && !('codePage' in object)) drawing.use(object)
    else if (object && object !== 'other') {
      state.codePage = object.codePage
      drawn.height = object.height
    }
  } else if (type === 0x0521) {
    const length = body.uint16(0)
    drawn.addText(textIn(state.codePage, body.slice(2, 2 + length)), body.int16(2 + length + (length & 1)))
  } else if (type === 0x0a32) takeExtText(body, state)
  else if (type === 0x0324 || type === 0x0538) drawn.curves++
  else if (bitmaps[type] !== undefined) takeBitmap(body.slice(bitmaps[type], body.length), drawn)
  else if (type === 0x0626 && body.uint16(0) === 0x0f && body.latin1(4, 4) === 'WMFC')
    state.enhanced.push(body.slice(38, 38 + body.uint32(26)))
}

const fontOf = (body: Bytes): Font => ({
  codePage: codePages[body.uint8(13)] ?? 1252,
  height: body.int16(0),
})

/** META_EXTTEXTOUT (2.3.3.5): a rectangle stands before the text where the options say so. */
function takeExtText(body: Bytes, { codePage, drawn }: State): void {
  const options = body.uint16(6)
  const from = options & 6 ? 16 : 8
  if (options & GLYPHS) drawn.glyphs++
  else drawn.addText(textIn(codePage, body.slice(from, from + body.uint16(4))), body.int16(0))
}

function takeBitmap(dib: Uint8Array, drawn: MetafileDrawing): void {
  if (dib.length > 40) drawn.addPicture('bmp', bitmapFile(dib))
}
