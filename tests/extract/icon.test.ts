/** Icons: small drawings are counted, a large one is read as the picture it is, a broken directory is no icon. */
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openBudget } from '../../src/budget.js'
import { icon } from '../../src/extract/icon.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import { pickFor, walk } from '../../src/walk.js'

const png = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#36c' } })
    .png()
    .toBuffer()

/** A device-independent bitmap of 32 bits with the mask that icons have. */
function bitmap(side: number): Buffer {
  const info = Buffer.alloc(40)
  info.writeUInt32LE(40, 0)
  info.writeInt32LE(side, 4)
  info.writeInt32LE(2 * side, 8)
  info.writeUInt16LE(1, 12)
  info.writeUInt16LE(32, 14)
  return Buffer.concat([info, Buffer.alloc(side * side * 4, 0x7f), Buffer.alloc((side * side) / 8)])
}

function ico(drawings: readonly { side: number; body: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * drawings.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(drawings.length, 4)
  let from = head.length
  for (const [index, { side, body }] of drawings.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(side % 256, at)
    head.writeUInt8(side % 256, at + 1)
    head.writeUInt32LE(body.length, at + 8)
    head.writeUInt32LE(from, at + 12)
    from += body.length
  }
  return Buffer.concat([head, ...drawings.map(({ body }) => body)])
}

async function told(bytes: Buffer, name = 'favicon.ico'): Promise<string[]> {
  const source = memorySource(placeOf({ name }), bytes)
  const seen: string[] = []
  for await (const piece of walk(source, { budget: openBudget() })) {
    if (piece.kind === 'page') seen.push(`page ${piece.page.width}×${piece.page.height}`)
    if (piece.kind === 'gap') seen.push(`gap ${piece.cause} ${piece.detail.code}`)
    if (piece.kind === 'inert') seen.push(`inert ${piece.detail.code} ${piece.detail.args?.['side']}`)
  }
  return seen
}

test('an icon of small drawings carries no message, whatever it is called', async () => {
  const small = ico([
    { side: 16, body: bitmap(16) },
    { side: 64, body: await png(64) },
  ])
  expect(await told(small)).toEqual(['inert icon.small 64'])
  expect(await told(small, 'logo.bin')).toEqual(['inert icon.small 64'])
})

test('a drawing of more than 64 pixels is a picture, also where its entry says less', async () => {
  const large = ico([
    { side: 32, body: bitmap(32) },
    { side: 256, body: await png(256) },
  ])
  expect(await told(large)).toEqual(['page 256×256', 'inert icon.small 32'])
  expect(await told(ico([{ side: 128, body: bitmap(128) }]))).toEqual(['page 128×128'])
  expect(await told(ico([{ side: 16, body: await png(72) }]))).toEqual(['page 72×72'])
})

test('a directory that does not hold together is no icon: a gap, as of any file known by name only', async () => {
  const whole = ico([{ side: 16, body: bitmap(16) }])
  expect(await told(whole.subarray(0, -40))).toEqual(['gap corrupt icon.broken'])
  const astray = Buffer.from(whole)
  astray.writeUInt32LE(3, 18)
  expect((await pickFor(memorySource(placeOf({ name: 'a.ico' }), astray)))?.format).not.toBe(icon.format)
  expect((await told(astray)).join()).toMatch(/^gap unsupported/)
})
