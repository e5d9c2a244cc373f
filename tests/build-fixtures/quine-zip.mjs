/**
 * A ZIP file that holds itself, without end. After the construction Russ Cox described in "Zip Files All The Way Down" (2010):
 * a deflate stream of `literal` and `repeat` instructions that prints the file it stands in, and a checksum that is solved for,
 * since CRC-32 is linear.
 */
import { crc32 } from 'node:zlib'

const bitsOf = (value, count) => Array.from({ length: count }, (_, index) => (value >> index) & 1)
/** Huffman codes stand with the most significant bit first (RFC 1951, 3.1.1). */
const codeOf = (value, count) => bitsOf(value, count).reverse()

function bytesOf(bits) {
  const bytes = Buffer.alloc(Math.ceil(bits.length / 8))
  bits.forEach((bit, index) => (bytes[index >> 3] |= bit << (index & 7)))
  return bytes
}

/** One match in the fixed code (3.2.5, 3.2.6); lengths from 11 to 114. */
function match(length, distance) {
  const extra = Math.floor(Math.log2(length - 3)) - 2
  const symbol = 257 + 4 * extra + ((length - 3) >> extra)
  const far = Math.floor(Math.log2(distance - 1)) - 1
  const code = 2 * far + 2 + (((distance - 1) >> far) & 1)
  return [...codeOf(symbol - 256, 7), ...bitsOf((length - 3) & ((1 << extra) - 1), extra), ...codeOf(code, 5), ...bitsOf((distance - 1) & ((1 << far) - 1), far)] // prettier-ignore
}
/** A stored block's header: what follows is printed as it is. */
const literal = (size) => Buffer.from([0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255])
/** Prints the last bytes again, in matches of these lengths; an empty stored block behind it brings back whole bytes. */
function repeat(...lengths) {
  const distance = lengths.reduce((sum, length) => sum + length)
  const bits = [
    0,
    1,
    0,
    ...lengths.flatMap((length) => match(length, distance)),
    ...Array(7).fill(0),
    0,
    0,
    0,
  ]
  return Buffer.concat([bytesOf(bits), Buffer.from([0, 0, 0xff, 0xff])])
}
const last = (length) => bytesOf([1, 1, 0, ...match(length, length), ...Array(7).fill(0)])

const NAME = 'a.zip'

function headers(sum, packed, size) {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt16LE(0x5821, 8)
  common.writeUInt32LE(sum, 10)
  common.writeUInt32LE(packed, 14)
  common.writeUInt32LE(size, 18)
  common.writeUInt16LE(NAME.length, 22)
  const before = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(NAME)])
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\0'),
    common,
    Buffer.alloc(14),
    Buffer.from(NAME),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(before.length + packed, 16)
  return { before, after: Buffer.concat([central, end]) }
}

function build(sum, packed, size) {
  const { before, after } = headers(sum, packed, size)
  const head = before.length + 5
  const none = literal(0)
  const all = literal(30)
  const first = repeat(18, head - 18)
  const again = repeat(15, 15)
  const ending = last(after.length + 4)
  const opening = Buffer.concat([first, literal(5), literal(first.length), none, all])
  const looking = Buffer.concat([again, none, none, none, literal(after.length + 4)])
  const code = Buffer.concat([
    literal(head), before, literal(head), first, literal(first.length), first, literal(5), literal(first.length), none,
    all, opening, again, all, again, all, again, all, again, all, looking, looking, ending, after, ending,
  ]) // prettier-ignore
  return { file: Buffer.concat([before, code, after]), packed: code.length }
}

/** The file, 400 bytes or so, whose one entry `a.zip` is the file. */
export function quineZip() {
  const { packed } = build(0, 0, 0)
  const size = build(0, packed, 0).file.length
  const sumOf = (stated) => crc32(build(stated, packed, size).file)
  return build(fixedPoint(sumOf), packed, size).file
}

/** The 32 bits that an affine function maps to themselves, by elimination. */
function fixedPoint(sumOf) {
  const none = sumOf(0)
  const columns = Array.from({ length: 32 }, (_, bit) => (sumOf((1 << bit) >>> 0) ^ none ^ (1 << bit)) >>> 0)
  const rows = Array.from({ length: 32 }, (_, row) => ({
    mask: columns.reduce((mask, column, bit) => (mask | (((column >>> row) & 1) << bit)) >>> 0, 0),
    value: (none >>> row) & 1,
  }))
  for (let bit = 0, done = 0; bit < 32; bit += 1) {
    const pivot = rows.findIndex(({ mask }, index) => index >= done && (mask >>> bit) & 1)
    if (pivot < 0) continue
    ;[rows[done], rows[pivot]] = [rows[pivot], rows[done]]
    for (const [index, row] of rows.entries())
      if (index !== done && (row.mask >>> bit) & 1)
        rows[index] = { mask: (row.mask ^ rows[done].mask) >>> 0, value: row.value ^ rows[done].value }
    done += 1
  }
  return rows.reduce((sum, { mask, value }) => (value ? (sum | (mask & -mask)) >>> 0 : sum), 0)
}
