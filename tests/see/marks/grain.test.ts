/** Grain is on most of the paper, or left by a thrifty JPEG as blocks of slightly different shades; dotted grounds have none. */
import { expect, test } from 'vitest'
import { fieldOf, hasGrain } from '../../../src/see/marks/field.js'
import { fill, grain, sheet } from './paper.js'

const side = 800

test.each([
  ['the smoothest scan', 0.9, true],
  ['less than any scan has', 0.3, false],
] as const)('%s', (_, sigma, expected) => {
  const page = sheet(side, side, [200, 200, 200])
  grain(page, sigma)
  expect(hasGrain(fieldOf(page))).toBe(expected)
})

test.each([
  ['every other block of another shade', 2, true],
  ['one block in two hundred', 200, false],
] as const)('a page of even blocks, %s', (_, every, expected) => {
  const page = sheet(side, side, [240, 240, 240])
  let count = 0
  for (let y = 0; y < side; y += 4)
    for (let x = 0; x < side; x += 4) if (++count % every === 0) fill(page, x, y, 4, 4, [242, 242, 242])
  expect(hasGrain(fieldOf(page))).toBe(expected)
})

test('a ground of dots, as programs draw it, has no grain', () => {
  const page = sheet(side, side, [243, 243, 243])
  for (let y = 5; y < side; y += 12)
    for (let x = 5; x < side; x += 12) fill(page, x, y, 2, 2, [225, 225, 225])
  expect(hasGrain(fieldOf(page))).toBe(false)
})
