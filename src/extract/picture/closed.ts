/** A picture file that breaks off right before its end mark, with the mark put back. */
import { Buffer } from 'node:buffer'
import type { PictureFormat } from './kinds.js'
import { pngChunks } from './png.js'

const [SOF2, SOS] = [0xc2, 0xda]
const endOfJpeg = [0xff, 0xd9]
const endOfPng = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]

/** Null where more than the mark is missing, as far as the file tells; what is missing of the pixels only decoding shows. */
export function closed(kind: PictureFormat, bytes: Uint8Array): Uint8Array | null {
  if (kind === 'png') return closedPng(bytes)
  if (kind !== 'jpeg' || isProgressive(bytes)) return null
  const cut = bytes.at(-1) === 0xff ? bytes.subarray(0, -1) : bytes
  return Buffer.concat([cut, Buffer.from(endOfJpeg)])
}

/** What follows the last whole chunk may only be the beginning of the mark: a cut text chunk is lost text. */
function closedPng(bytes: Uint8Array): Uint8Array | null {
  let whole = 0
  for (const { end } of pngChunks(bytes)) whole = end
  const rest = bytes.subarray(whole)
  if (whole === 0 || rest.some((byte, index) => byte !== endOfPng[index])) return null
  return Buffer.concat([bytes.subarray(0, whole), Buffer.from(endOfPng)])
}

/** A progressive JPEG that lacks its last scans shows whole, but blurred (ITU-T T.81, G.1). */
function isProgressive(bytes: Uint8Array): boolean {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== SOS;) {
    if (bytes[at + 1] === SOF2) return true
    at += 2 + Math.max(2, (bytes[at + 2]! << 8) | bytes[at + 3]!)
  }
  return false
}
