/** TIFF 6.0 and BigTIFF directories, as used by TIFF files and by EXIF blocks: tags with their bytes. */
import { view } from './anatomy.js'

export interface Ifd {
  /** Offset in the block, to tell loops. */
  readonly offset: number
  readonly tags: ReadonlyMap<number, IfdTag>
}
export interface IfdTag {
  readonly type: number
  readonly count: number
  readonly bytes: Uint8Array
  /** The first values as numbers; rationals divided out. */
  readonly numbers: readonly number[]
}
export interface IfdBlock {
  readonly little: boolean
  /** The chain of directories from the header. */
  readonly ifds: readonly Ifd[]
  /** Another directory, at an offset found in a tag; null when it cannot be read. */
  at(offset: number): Ifd | null
}

/** Bytes per value of types 1 to 18. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8]
const MOST_IFDS = 20_000
const MOST_TAGS = 4_096
const MOST_NUMBERS = 64

export function readIfds(block: Uint8Array): IfdBlock | null {
  if (block.length < 16) return null
  const little = block[0] === 0x49
  const data = view(block)
  const big = data.getUint16(2, little) === 43
  const at = (offset: number) => readIfd(block, offset, little, big)?.ifd ?? null
  const ifds: Ifd[] = []
  const seen = new Set<number>()
  let next = big ? Number(data.getBigUint64(8, little)) : data.getUint32(4, little)
  while (next !== 0 && !seen.has(next) && ifds.length < MOST_IFDS) {
    seen.add(next)
    const read = readIfd(block, next, little, big)
    if (!read) break
    ifds.push(read.ifd)
    next = read.next
  }
  return { little, ifds, at }
}

function readIfd(
  block: Uint8Array,
  offset: number,
  little: boolean,
  big: boolean,
): { ifd: Ifd; next: number } | null {
  const data = view(block)
  const [countSize, entrySize, wordSize] = big ? [8, 20, 8] : [2, 12, 4]
  if (offset <= 0 || offset + countSize > block.length) return null
  const word = (at: number) => (big ? Number(data.getBigUint64(at, little)) : data.getUint32(at, little))
  const count = big ? word(offset) : data.getUint16(offset, little)
  const end = offset + countSize + count * entrySize
  if (count > MOST_TAGS || end + wordSize > block.length) return null
  const tags = new Map<number, IfdTag>()
  for (let at = offset + countSize; at < end; at += entrySize) {
    const type = data.getUint16(at + 2, little)
    const values = word(at + 4)
    const length = values * (SIZES[type] ?? 0)
    const start = length <= wordSize ? at + 4 + wordSize : word(at + 4 + wordSize)
    if (length === 0 || start + length > block.length) continue
    const bytes = block.subarray(start, start + length)
    tags.set(data.getUint16(at, little), {
      type,
      count: values,
      bytes,
      numbers: numbersOf(bytes, type, little),
    })
  }
  return { ifd: { offset, tags }, next: word(end) }
}

function numbersOf(bytes: Uint8Array, type: number, little: boolean): number[] {
  const data = view(bytes)
  const size = SIZES[type]!
  const numbers: number[] = []
  for (let at = 0; at + size <= bytes.length && numbers.length < MOST_NUMBERS; at += size) {
    if (size === 1) numbers.push(bytes[at]!)
    else if (size === 2) numbers.push(data.getUint16(at, little))
    else if (size === 4) numbers.push(data.getUint32(at, little))
    else if (type === 5) numbers.push(data.getUint32(at, little) / (data.getUint32(at + 4, little) || 1))
    else if (type >= 16) numbers.push(Number(data.getBigUint64(at, little)))
  }
  return numbers
}
