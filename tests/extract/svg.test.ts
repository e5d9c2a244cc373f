import { expect, test } from 'vitest'
import { svg } from '../../src/extract/svg.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Raster } from '../../src/types.js'
import { describeCases, describeDamage } from './cases.js'
import { openWork } from './dump.js'

describeCases(svg)
describeDamage(svg)

async function drawn(body: string): Promise<Raster> {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${body}</svg>`
  const source = memorySource(placeOf({ name: 'a.svg' }), new Uint8Array(Buffer.from(text)))
  for await (const piece of svg.extract(source, openWork()))
    if (piece.kind === 'page' && piece.page.pixels) return piece.page.pixels.render(2, [50, 0, 50, 50])
  throw new Error('nothing was drawn')
}
const strokes = '<path d="M0 0L1 0L2 0L3 0L4 0L5 0L6 0L7 0L8 0L9 0L10 0L11 0L12 0"/>'

test('a part of a drawing is drawn at the scale asked for', async () => {
  const { width, height, rgba } = await drawn(`${strokes}<rect x="50" width="25" height="50"/>`)
  expect([width, height]).toEqual([100, 100])
  expect([rgba[0], rgba[4 * 99]]).toEqual([0, 255])
})

test('white shapes without a ground stand on grey', async () => {
  const { rgba } = await drawn(`${strokes}<rect x="50" width="25" height="50" fill="#fff"/>`)
  expect([rgba[0], rgba[4 * 99]]).toEqual([255, 0x99])
})
