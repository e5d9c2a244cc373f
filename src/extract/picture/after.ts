/** What stands behind the end of the picture: another file hidden there, or the rest of an earlier picture. */
import { Buffer } from 'node:buffer'
import { enter } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Piece, Place } from '../../types.js'
import { startsWith } from './anatomy.js'

/** Files that are known to be appended to pictures, with the name they are entered under. */
const magics: readonly (readonly [magic: string, name: string, role: 'picture' | 'attachment'])[] = [
  ['\xff\xd8\xff', 'after-end.jpg', 'picture'],
  ['\x89PNG\r\n\x1a\n', 'after-end.png', 'picture'],
  ['PK\x03\x04', 'after-end.zip', 'attachment'],
  ['Rar!\x1a\x07', 'after-end.rar', 'attachment'],
  ['7z\xbc\xaf\x27\x1c', 'after-end.7z', 'attachment'],
  ['%PDF-', 'after-end.pdf', 'attachment'],
]
/** Padding that writers leave. */
const FEW = 16

export function* afterEnd(bytes: Uint8Array, end: number | null, place: Place): Generator<Piece> {
  if (end === null) return
  let start = end
  while (start < bytes.length && bytes[start] === 0) start++
  const rest = bytes.subarray(start)
  if (rest.length <= FEW) return
  yield { kind: 'note', detail: { code: 'picture.trailing', args: { bytes: bytes.length - end } } }
  const known = magics.find(([magic]) => startsWith(rest, magic))
  if (!known) {
    if (endsLikePicture(rest)) yield remains(place, rest.length)
    return
  }
  const [, name, role] = known
  yield {
    kind: 'part',
    role,
    source: memorySource(enter(place, { name, part: role, label: 'after-end' }), rest),
  }
}

/** The end of a PNG or JPEG whose beginning was written over: a program saved a smaller picture into the same file. */
function endsLikePicture(rest: Uint8Array): boolean {
  const end = Buffer.from(rest.subarray(-64)).toString('latin1').replace(/\0+$/, '')
  return end.endsWith('IEND\xaeB`\x82') || end.endsWith('\xff\xd9')
}

function remains(place: Place, bytes: number): Piece {
  return {
    kind: 'remark',
    remark: 'picture-remains',
    place,
    detail: { code: 'picture.remains', args: { bytes } },
  }
}
