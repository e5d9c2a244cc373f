/** Pictures that break off: whole without their end mark, short of pixels, or packed in a way nobody here unpacks. */
import { Buffer } from 'node:buffer'
import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { picture } from '../../src/extract/picture.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import { openWork } from './dump.js'

/** Stripes and slants, so that every row costs bytes. */
const drawn = () => {
  const data = Buffer.alloc(320 * 200 * 3)
  for (let at = 0; at < data.length; at++) data[at] = (at * 7 + Math.floor(at / 960) * 13) % 251
  return sharp(data, { raw: { width: 320, height: 200, channels: 3 } })
}
const jpeg = () => drawn().jpeg().toBuffer()

async function told(bytes: Uint8Array): Promise<string[]> {
  const seen: string[] = []
  for await (const piece of picture.extract(memorySource(placeOf({ name: 'a' }), bytes), openWork()))
    seen.push(
      piece.kind === 'page' ? 'page' : piece.kind === 'part' ? 'part' : `${piece.kind} ${piece.detail.code}`,
    )
  return seen
}

test('a JPEG without its end mark, or with half of it, is whole', async () => {
  const whole = await jpeg()
  expect(await told(whole)).toEqual(['page'])
  expect(await told(whole.subarray(0, -2))).toEqual(['page', 'note picture.unended'])
  expect(await told(whole.subarray(0, -1))).toEqual(['page', 'note picture.unended'])
})

test('a JPEG short of picture data is a gap, however little is missing', async () => {
  const whole = await jpeg()
  for (const missing of [40, 400, 4000])
    expect(await told(whole.subarray(0, -missing)), `${missing}`).toEqual(['page', 'gap picture.damaged'])
})

test('a progressive JPEG without its end mark may lack the scans that make it sharp', async () => {
  const whole = await drawn().jpeg({ progressive: true }).toBuffer()
  expect(await told(whole)).toEqual(['page'])
  expect(await told(whole.subarray(0, -2))).toEqual(['page', 'gap picture.damaged'])
})

test('a PNG without its end chunk, or with a part of it, is whole', async () => {
  const whole = await drawn().png().toBuffer()
  expect(await told(whole.subarray(0, -12))).toEqual(['page', 'note picture.unended'])
  expect(await told(whole.subarray(0, -3))).toEqual(['page', 'note picture.unended'])
})

test('a PNG that breaks off in its pixels or in a text after them is a gap', async () => {
  const whole = await drawn().png().toBuffer()
  expect(await told(whole.subarray(0, -200))).toContain('gap picture.damaged')
  const text = Buffer.from('\0\0\0\x20tEXtComment\0cut off', 'latin1')
  const cut = Buffer.concat([whole.subarray(0, -12), text])
  expect(await told(cut)).toEqual(['page', 'gap picture.damaged'])
})

test('a TIFF in a compression nobody here unpacks says how to save it, one in LZW is read', async () => {
  const lzw = await drawn().tiff({ compression: 'lzw' }).toBuffer()
  expect(await told(lzw)).toEqual(['page'])
  const view = new DataView(lzw.buffer, lzw.byteOffset, lzw.byteLength)
  const first = view.getUint32(4, true)
  for (let at = first + 2, left = view.getUint16(first, true); left > 0; at += 12, left--)
    if (view.getUint16(at, true) === 259) view.setUint16(at + 8, 50000, true)
  expect((await told(lzw)).at(-1)).toBe('gap picture.compression')
})

test('a GIF is whole up to its end, whatever its writer left after it', async () => {
  const whole = await drawn().gif().toBuffer()
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, 5]), Buffer.from('drawn'), Buffer.from([0, 0x3b])])
  const ended = Buffer.concat([whole.subarray(0, -1), comment])
  for (const bytes of [
    ended,
    Buffer.concat([ended, Buffer.alloc(9)]),
    Buffer.concat([ended, Buffer.alloc(170)]),
  ])
    expect((await told(bytes)).filter((said) => said.startsWith('gap'))).toEqual([])
})

test('a drawing model packed without a zlib header is a part of its picture', async () => {
  const whole = await drawn().png().toBuffer()
  const model = '<mxGraphModel><root><mxCell value="季度计划"/></root></mxGraphModel>'
  const packed = deflateRawSync(encodeURIComponent(model))
  const body = Buffer.concat([Buffer.from('zTXtmxGraphModel\0\0'), packed])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  const bytes = Buffer.concat([whole.subarray(0, 33), length, body, crc, whole.subarray(33)])
  const texts: string[] = []
  for await (const piece of picture.extract(memorySource(placeOf({ name: 'a' }), bytes), openWork()))
    texts.push(piece.kind === 'part' ? Buffer.from(await piece.source.bytes()).toString() : piece.kind)
  expect(texts).toEqual(['page', model, 'page'])
})
