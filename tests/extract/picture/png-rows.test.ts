/** PNGs whose header promises pixels that are not there. */
import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { lacksRows } from '../../../src/extract/picture/png-rows.js'
import { picture } from '../../../src/extract/picture.js'
import { placeOf } from '../../../src/place.js'
import { memorySource } from '../../../src/source.js'
import { crc32 } from '../../../src/extract/shared/crc32.js'
import { openWork } from '../dump.js'

function chunk(type: string, body: Uint8Array): Buffer {
  const data = Buffer.concat([Buffer.from(type), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(data, 0))
  return Buffer.concat([length, data, sum])
}

/** Grey, 8 bits; `rows` bytes of pixels stand in the file, cut to `share` of it when packed. */
function png(width: number, height: number, rows: number, share = 1): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const packed = deflateSync(Buffer.alloc(rows))
  const parts = [packed.subarray(0, 100), packed.subarray(100, packed.length * share)]
  const data = parts.map((part) => chunk('IDAT', part))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...data,
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const [wide, high] = [8192, 4096]
const promised = wide * high

it('a whole stream with less than half of what is promised lacks rows', async () => {
  expect(await lacksRows(png(wide, high, promised / 2 - 1))).toBe(true)
  expect(await lacksRows(png(wide, high, promised / 2))).toBe(false)
  expect(await lacksRows(png(wide, high, promised))).toBe(false)
})

it('small pictures are decoded as they are, broken streams as far as they go', async () => {
  expect(await lacksRows(png(wide - 1, high, 1000))).toBe(false)
  expect(await lacksRows(png(wide, high, promised / 4, 0.5))).toBe(false)
  expect(await lacksRows(Buffer.alloc(40))).toBe(false)
})

it('a broken stream of fewer than eight rows shows nothing', async () => {
  const broken = (rows: number) => {
    const packed = deflateSync(Buffer.alloc(rows * wide + 1))
    packed[packed.length - 1]! ^= 1
    return Buffer.concat([png(wide, high, 0).subarray(0, 33), chunk('IDAT', packed)])
  }
  expect(await lacksRows(broken(7))).toBe(true)
  expect(await lacksRows(broken(8))).toBe(false)
})

it('pixels that shrink as photographs do are not counted', async () => {
  const noise = Buffer.from(Array.from({ length: promised / 40 + 1 }, (_, at) => (at * at * 31) >> 5))
  const many = Buffer.concat([png(wide, high, 1000).subarray(0, 33), chunk('IDAT', noise)])
  expect(await lacksRows(many)).toBe(false)
})

it('such a picture is a gap at once', async () => {
  const source = memorySource(placeOf({ name: 'a.png' }), png(66_536, 1400, 1_401_400))
  const read = async () => {
    for await (const piece of picture.extract(source, openWork())) expect(piece.kind).not.toBe('page')
  }
  await expect(read()).rejects.toMatchObject({ reason: 'corrupt', said: { code: 'picture.lacks-rows' } })
})
