/** Windows icons and cursors (ICONDIR): small drawings carry no message; a large one is a picture like any other. */
import { Buffer } from 'node:buffer'
import { enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Piece, Source } from '../types.js'

/** Drawings up to this side are what a browser shows beside a title; no line of text fits in. */
const SMALL = 64
const MOST_DRAWINGS = 256
const [HEAD, ENTRY] = [6, 16]
/** BITMAPFILEHEADER and BITMAPINFOHEADER ([MS-WMF] 2.2.2.3). */
const [FILE_HEADER, INFO_HEADER] = [14, 40]

export const icon: Extractor = {
  format: 'icon',
  extensions: ['ico', 'cur'],
  accepts: ({ head }) => drawingsIn(head, Infinity) !== null,
  async *extract(source) {
    const bytes = await source.bytes()
    const drawings = drawingsIn(bytes, bytes.length) ?? []
    const large = drawings.filter(({ side }) => side > SMALL)
    for (const drawing of large) yield pieceOf(source, bytes, drawing)
    if (drawings.length === 0)
      yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'icon.broken' } }
    else if (large.length < drawings.length) {
      const side = Math.max(...drawings.filter((each) => each.side <= SMALL).map((each) => each.side))
      yield { kind: 'inert', place: source.place, detail: { code: 'icon.small', args: { side } } }
    }
  },
}

interface Drawing {
  readonly side: number
  readonly from: number
  readonly to: number
}

/** Null where the directory does not hold together; `size`: bytes of the file, Infinity where only its head is known. */
function drawingsIn(bytes: Uint8Array, size: number): Drawing[] | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length < HEAD + ENTRY || data.readUInt16LE(0) !== 0) return null
  const [kind, count] = [data.readUInt16LE(2), data.readUInt16LE(4)]
  const end = HEAD + count * ENTRY
  if ((kind !== 1 && kind !== 2) || count === 0 || count > MOST_DRAWINGS || end > data.length) return null
  const drawings: Drawing[] = []
  for (let at = HEAD; at < end; at += ENTRY) {
    const [length, from] = [data.readUInt32LE(at + 8), data.readUInt32LE(at + 12)]
    if (data[at + 3] !== 0 || length < INFO_HEADER || from < end || from + length > size) return null
    // 0 stands for 256.
    const told = Math.max(data[at]! || 256, data[at + 1]! || 256)
    drawings.push({ side: Math.max(told, sideAt(data, from)), from, to: from + length })
  }
  return drawings
}

/** What the drawing itself says, which may be more than its entry; 0 where it lies beyond what is at hand. */
function sideAt(data: Buffer, from: number): number {
  if (from + 24 > data.length) return 0
  if (isPng(data, from)) return Math.max(data.readUInt32BE(from + 16), data.readUInt32BE(from + 20))
  // The height of a bitmap counts the mask below it too.
  return Math.max(Math.abs(data.readInt32LE(from + 4)), Math.abs(data.readInt32LE(from + 8)) / 2)
}

const isPng = (data: Uint8Array, from: number): boolean =>
  Buffer.from(data.subarray(from, from + 8)).toString('latin1') === '\x89PNG\r\n\x1a\n'

function pieceOf(source: Source, bytes: Uint8Array, { side, from, to }: Drawing): Piece {
  const body = bytes.subarray(from, to)
  const png = isPng(body, 0)
  const place = enter(source.place, { name: `${side}.${png ? 'png' : 'bmp'}`, part: 'picture' })
  return { kind: 'part', role: 'picture', source: memorySource(place, png ? body : bitmapOf(body)) }
}

/** A bitmap file of the drawing without its mask. */
function bitmapOf(body: Uint8Array): Uint8Array {
  const info = Buffer.from(body)
  const [bits, used] = [info.readUInt16LE(14), info.readUInt32LE(32)]
  info.writeInt32LE(Math.trunc(info.readInt32LE(8) / 2), 8)
  const colours = bits <= 8 ? Math.min(256, used || 2 ** bits) : 0
  const head = Buffer.alloc(FILE_HEADER)
  head.write('BM', 'latin1')
  head.writeUInt32LE(FILE_HEADER + info.length, 2)
  head.writeUInt32LE(FILE_HEADER + INFO_HEADER + 4 * colours, 10)
  return Buffer.concat([head, info])
}
