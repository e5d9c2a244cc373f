/** The records of GDI+ inside an enhanced metafile: strings, glyphs, compressed pictures ([MS-EMFPLUS] 2.3). */
import { Bytes } from '../shared/bytes.js'
import type { MetafileDrawing } from './drawn.js'

const [OBJECT, DRAW_STRING, DRAW_DRIVER_STRING, FILL_PATH] = [0x4008, 0x401c, 0x4036, 0x4014]
const [IMAGE, CONTINUED] = [5, 0x8000]

export function readPlus(data: Bytes, drawn: MetafileDrawing): void {
  const held: Uint8Array[] = []
  for (let at = 0; at + 12 <= data.length;) {
    const type = data.uint16(at)
    const flags = data.uint16(at + 2)
    const size = data.uint32(at + 4)
    if (size < 12) break
    const body = data.part(at + 12, at + Math.min(size, 12 + data.uint32(at + 8)))
    if (type === OBJECT && ((flags >> 8) & 0x7f) === IMAGE) {
      // A large object comes in parts that state the whole length first; the last one does not.
      held.push(body.slice(flags & CONTINUED ? 4 : 0, body.length))
      if (!(flags & CONTINUED)) takeImage(new Bytes(Buffer.concat(held.splice(0))), drawn)
    } else takeDrawing(type, body, drawn)
    at += size
  }
  if (held.length > 0) takeImage(new Bytes(Buffer.concat(held)), drawn)
}

function takeDrawing(type: number, body: Bytes, drawn: MetafileDrawing): void {
  if (type === DRAW_STRING)
    drawn.addText(body.utf16(28, Math.min(body.uint32(8), body.length >> 1)), Math.round(realAt(body, 16)))
  else if (type === DRAW_DRIVER_STRING) takeDriverString(body, drawn)
  else if (type === FILL_PATH) drawn.undrawn++
}

function realAt(data: Bytes, at: number): number {
  const four = Buffer.from(data.slice(at, at + 4))
  return four.length < 4 ? 0 : four.readFloatLE(0)
}

/** Letters when the first option says so, numbers of glyphs otherwise (2.3.4.6). */
function takeDriverString(body: Bytes, drawn: MetafileDrawing): void {
  const count = body.uint32(12)
  if (!(body.uint32(4) & 1)) drawn.glyphs++
  else drawn.addText(body.utf16(16, count), Math.round(realAt(body, 20 + 2 * count)))
}

const magics: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'png'],
  ['\xff\xd8\xff', 'jpg'],
  ['GIF8', 'gif'],
  ['BM', 'bmp'],
  ['II*\0', 'tif'],
]

/** EmfPlusImage (2.2.1.4): a bitmap kept as a file, or a metafile. */
function takeImage(body: Bytes, drawn: MetafileDrawing): void {
  const kind = body.uint32(4)
  if (kind === 2) drawn.addPicture(body.uint32(8) >= 3 ? 'emf' : 'wmf', body.slice(16, body.length))
  else if (kind === 1) {
    const file = body.slice(28, body.length)
    const start = Buffer.from(file.subarray(0, 4)).toString('latin1')
    const known = magics.find(([magic]) => start.startsWith(magic))
    if (known) drawn.addPicture(known[1], file)
    else drawn.undrawn += 100
  }
}
