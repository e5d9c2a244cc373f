/** Enhanced metafiles: texts, bitmaps and curves in their records ([MS-EMF] 2.3). */
import { Bytes } from '../shared/bytes.js'
import { textIn } from '../shared/charset/code-pages.js'
import { bitmapFile } from '../shared/picture/dib.js'
import type { MetafileDrawing } from './drawn.js'
import { EmfDrawing } from './emf-drawing.js'
import { readPlus } from './emf-plus.js'

const HEADER_TEXT = 60
const EOF = 14
const COMMENT = 70
const GLYPHS = 0x10
/** Béziers, polygons, filled paths. */
const curves = new Set([2, 3, 5, 8, 62, 63, 85, 86, 88, 91])
/** Records with a bitmap → where the offset of its header stands (2.3.1). */
const bitmaps: Readonly<Record<number, number>> = {
  76: 84,
  77: 84,
  78: 84,
  79: 96,
  80: 48,
  81: 48,
  114: 84,
  116: 84,
}

/** Words of the header: the program, and a title. */
export function readEmf(bytes: Uint8Array, drawn: MetafileDrawing): string {
  const data = new Bytes(bytes)
  const plus: Uint8Array[] = []
  const drawing = new EmfDrawing()
  drawn.canvas = drawing.canvas
  for (let at = 0; at + 8 <= data.length;) {
    const size = data.uint32(at + 4)
    if (size < 8 || at + size > data.length) break
    const record = data.part(at, at + size)
    const type = record.uint32(0)
    if (type === EOF) drawn.whole = true
    else if (type === COMMENT && record.latin1(12, 4) === 'EMF+')
      plus.push(record.slice(16, 12 + record.uint32(8)))
    else {
      takeRecord(type, record, drawn)
      drawing.take(type, record)
    }
    at += size
    if (drawn.whole) break
  }
  if (plus.length > 0) readPlus(new Bytes(Buffer.concat(plus)), drawn)
  return data.utf16(data.uint32(HEADER_TEXT + 4), Math.min(4_096, data.uint32(HEADER_TEXT)))
}

function takeRecord(type: number, record: Bytes, drawn: MetafileDrawing): void {
  if (curves.has(type)) drawn.curves++
  else if (type === 82) drawn.height = record.int32(12)
  else if (type === 83 || type === 84) takeText(record, 36, type === 84, drawn)
  else if (type === 96 || type === 97) {
    const count = Math.min(record.uint32(36), Math.floor((record.length - 40) / 40))
    for (let index = 0; index < count; index++) takeText(record, 40 + 40 * index, type === 97, drawn)
  } else if (type === 108) takeSmallText(record, drawn)
  else if (bitmaps[type] !== undefined) takeBitmap(record, bitmaps[type], drawn)
}

/** EmrText (2.2.5). */
function takeText(record: Bytes, at: number, wide: boolean, drawn: MetafileDrawing): void {
  const count = record.uint32(at + 8)
  const from = record.uint32(at + 12)
  if (count === 0) return
  if (record.uint32(at + 16) & GLYPHS) drawn.glyphs++
  else
    drawn.addText(
      wide ? record.utf16(from, count) : textIn(1252, record.slice(from, from + count)),
      record.int32(at + 4),
    )
}

/** EMR_SMALLTEXTOUT (2.3.5.37). */
function takeSmallText(record: Bytes, drawn: MetafileDrawing): void {
  const options = record.uint32(20)
  const count = record.uint32(16)
  const from = options & 0x100 ? 36 : 52
  if (options & GLYPHS) drawn.glyphs++
  else
    drawn.addText(options & 0x200 ? record.latin1(from, count) : record.utf16(from, count), record.int32(12))
}

function takeBitmap(record: Bytes, at: number, drawn: MetafileDrawing): void {
  const [head, headSize, bits, bitsSize] = [0, 4, 8, 12].map((step) => record.uint32(at + step)) as [
    number,
    number,
    number,
    number,
  ]
  if (headSize === 0 || bitsSize === 0) return
  const dib = Buffer.concat([record.slice(head, head + headSize), record.slice(bits, bits + bitsSize)])
  drawn.addPicture('bmp', bitmapFile(dib, headSize))
}
