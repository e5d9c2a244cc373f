/** Places as fractions of their page. */
import { expect, it } from 'vitest'
import { fractions } from '../src/place.js'
import type { Box } from '../src/types.js'

const of = (box: Box, pageSize: readonly [number, number] = [595.28, 841.89]) =>
  fractions({ name: 'a', box, pageSize })

it('every box lies within the page, however far it reaches out', () => {
  const values = [-9e9, -100, -0.01, 0, 0.03, 198.44, 396.85, 595.27, 595.29, 841.9, 1e4, 9e9]
  const sizes = [0, 0.02, 1 / 3, 99.2, 595.28, 841.89, 9e9]
  let count = 0
  for (const x of values)
    for (const y of values)
      for (const width of sizes)
        for (const height of sizes) {
          const [left, top, across, down] = of([x, y, width, height])!
          expect(Math.min(left, top, across, down)).toBeGreaterThanOrEqual(0)
          expect(Math.max(left + across, top + down)).toBeLessThanOrEqual(1)
          count += 1
        }
  expect(count).toBe(7056)
})

it('edges are rounded to ten-thousandths, the size between them', () => {
  expect(of([10, 20, 30, 40], [100, 200])).toEqual([0.1, 0.1, 0.3, 0.2])
  expect(of([33.335, 0, 33.335, 10], [100, 100])).toEqual([0.3334, 0, 0.3333, 0.1])
})

it('a page of no size, and a box that is no number, have no fractions', () => {
  expect(of([1, 1, 1, 1], [0, 100])).toBeNull()
  expect(of([1, 1, 1, 1], [100, -1])).toBeNull()
  expect(of([Number.NaN, 1, 1, 1])).toBeNull()
  expect(fractions({ name: 'a', box: [0, 0, 1, 1] })).toBeNull()
})
