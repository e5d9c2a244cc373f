/** What replaces a line under a red seal once the red is gone, and what does not. */
import { expect, test } from 'vitest'
import { beneathSeals } from '../../../../src/see/ocr/seal/beneath.js'
import type { PageRecogniser } from '../../../../src/see/ocr/look.js'
import { openMeter } from '../../../../src/see/ocr/meter.js'
import type { Strip } from '../../../../src/see/ocr/strip/strip.js'
import type { Box } from '../../../../src/types.js'

const [width, height] = [400, 300]
const seal = { box: [60, 40, 160, 160] as Box, glass: { black: 100, white: 190 } }
const strip = (x: number, length: number, thickness = 24): Strip =>
  ({ x, y: 120, length, thickness, angle: 0, score: 0.9 }) // prettier-ignore

/** A line of type 200 pixels long in one colour, and a detector that finds these strips through the glass. */
function lookFinding(colour: readonly [number, number, number], strips: readonly Strip[]): PageRecogniser {
  const rgba = new Uint8Array(4 * width * height).fill(250)
  for (let y = 112; y < 128; y++)
    for (let x = 80; x < 280; x++) if (x % 8 < 4) rgba.set([...colour, 255], 4 * (y * width + x))
  const find = async () => ({ strips, hints: [] })
  return { picture: { width, height, rgba }, meter: openMeter(), find } as unknown as PageRecogniser
}
const black = [30, 30, 30] as const

test('a line found again without the red is read without it', async () => {
  const found = strip(180, 204)
  expect(await beneathSeals(lookFinding(black, [found]), [strip(182, 190)], [seal], 0.7)).toEqual([
    { ...found, glass: seal.glass },
  ])
})

test('a scrap of a line does not take its place', async () => {
  const line = strip(180, 204)
  expect(await beneathSeals(lookFinding(black, [strip(120, 30, 20)]), [line], [seal], 0.7)).toEqual([line])
})

test('the shadow that red type leaves is no print', async () => {
  const line = strip(180, 204)
  expect(await beneathSeals(lookFinding([215, 40, 35], [strip(180, 200)]), [line], [seal], 0.7)).toEqual([
    line,
  ])
})
