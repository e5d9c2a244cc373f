/** How large a picture is meant to be, told from its first bytes: PNG, JPEG, GIF and BMP. */
import { Buffer } from 'node:buffer'

/** Bytes within which the head of a picture ends; a JPEG may carry a profile before its frame. */
export const HEAD_OF_PICTURE = 256 * 1024
/** Dots to the inch where the file says nothing. */
const USUAL_DENSITY = 96
const METRE = 0.0254
const MOST_CHUNKS = 10_000

/** Width and height in points; null: no such picture, or its head is damaged. */
export function naturalSize(bytes: Uint8Array): readonly [number, number] | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_OF_PICTURE))
  if (head.length < 30) return null
  const pixels = pixelsOf(head)
  if (!pixels || pixels.some((side) => !(side > 0))) return null
  const [across, down] = densityOf(head)
  return [(pixels[0] * 72) / across, (pixels[1] * 72) / down]
}

const isPng = (head: Buffer): boolean => head.readUInt32BE(0) === 0x89504e47
const isJpeg = (head: Buffer): boolean => head.readUInt16BE(0) === 0xffd8

function pixelsOf(head: Buffer): [number, number] | null {
  if (isPng(head)) return [head.readUInt32BE(16), head.readUInt32BE(20)]
  if (isJpeg(head)) return frameOf(head)
  const start = head.toString('latin1', 0, 4)
  if (start === 'GIF8') return [head.readUInt16LE(6), head.readUInt16LE(8)]
  return start.startsWith('BM') ? [head.readInt32LE(18), Math.abs(head.readInt32LE(22))] : null
}

/** The frame header of a JPEG (ITU-T T.81, B.2.2). */
function frameOf(head: Buffer): [number, number] | null {
  let at = 2
  for (let count = 0; at + 9 < head.length && count < MOST_CHUNKS; count++) {
    const [sign, marker] = [head[at]!, head[at + 1]!]
    if (sign !== 0xff) return null
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return [head.readUInt16BE(at + 7), head.readUInt16BE(at + 5)]
    else at += 2 + head.readUInt16BE(at + 2)
  }
  return null
}

/** Dots to the inch across and down. */
function densityOf(head: Buffer): readonly [number, number] {
  const stated = isPng(head) ? pngDensity(head) : isJpeg(head) ? jfifDensity(head) : null
  return stated && stated.every((dots) => dots > 1) ? stated : [USUAL_DENSITY, USUAL_DENSITY]
}

/** Chunk pHYs (PNG, 11.3.4.3): dots to the unit, 1 for the metre. */
function pngDensity(head: Buffer): readonly [number, number] | null {
  for (let at = 8, count = 0; at + 17 <= head.length && count < MOST_CHUNKS; count++) {
    const name = head.toString('latin1', at + 4, at + 8)
    if (name === 'IDAT') return null
    if (name === 'pHYs' && head[at + 16] === 1)
      return [head.readUInt32BE(at + 8) * METRE, head.readUInt32BE(at + 12) * METRE]
    at += 12 + head.readUInt32BE(at)
  }
  return null
}

/** JFIF 1.02: unit 1 counts to the inch, 2 to the centimetre. */
function jfifDensity(head: Buffer): readonly [number, number] | null {
  if (head.toString('latin1', 6, 10) !== 'JFIF' || head[13]! < 1) return null
  const unit = head[13] === 2 ? 2.54 : 1
  return [head.readUInt16BE(14) * unit, head.readUInt16BE(16) * unit]
}
