/** Around which text a page is drawn twice. */
import { expect, it } from 'vitest'
import { doubtedRegion, scale } from '../../src/see/doubted-region.js'
import type { Page } from '../../src/types.js'

/** Glyphs of 10 by 10 at the places; `doubts` one by one. */
function regionOf(places: readonly (readonly [number, number])[], doubts: readonly number[], size = 200) {
  const span = {
    text: '机'.repeat(places.length),
    box: null,
    channel: 'text',
    sight: 'visible',
    confidence: 1,
    glyphs: Float32Array.from(places.flatMap(([x, y]) => [x, y, 10, 10])),
    doubts: Uint8Array.from(doubts),
  } as const
  const page: Page = {
    place: [{ name: 'a.pdf' }],
    width: size,
    height: size,
    lines: [{ spans: [span] }],
    marks: [],
    reading: 'stated',
  }
  const region = doubtedRegion(page)
  return region && region.map((length) => Math.round(length * scale))
}
const pixels = (from: number, to: number) => {
  const start = Math.floor(from * scale - 1)
  return [start, Math.ceil(to * scale + 1) - start] as const
}

it('reaches from the first letter in doubt to the last, a pixel more on each side', () => {
  const [x, width] = pixels(40, 110)
  const [y, height] = pixels(30, 90)
  const places = [
    [40, 80],
    [60, 30],
    [100, 50],
    [5, 5],
  ] as const
  expect(regionOf(places, [1, 255, 1, 0])).toEqual([x, y, width, height])
})

it('counts the first and the last letter of a span', () => {
  const places = [
    [10, 10],
    [50, 50],
    [90, 90],
  ] as const
  const around = (one: number) => [pixels(one, one + 10)[0], pixels(one, one + 10)[1]]
  expect(regionOf(places, [1, 0, 0])![0]).toBe(around(10)[0])
  expect(regionOf(places, [0, 0, 1])![0]).toBe(around(90)[0])
  expect(regionOf(places, [0, 0, 0])).toBeNull()
})

it('ends with the page', () => {
  expect(
    regionOf(
      [
        [-50, -50],
        [195, 195],
      ],
      [1, 1],
    ),
  ).toEqual([-1, -1, ...[0, 0].map(() => Math.ceil(200 * scale + 1) + 1)])
  expect(regionOf([[300, 300]], [1])).toBeNull()
})
