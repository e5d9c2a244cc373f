/** Medians and quantiles: which of the values sorted it is. */
import { expect, it } from 'vitest'
import { median, quantile, quantileAt } from '../../src/plane/quantile.js'

it('sorts by number and takes the upper of two middles', () => {
  expect(median([100, 9, 20])).toBe(20)
  expect(median([4, 1, 3, 2])).toBe(3)
  expect(median(Uint8Array.of(200, 3))).toBe(200)
})

it('leaves the list as it was', () => {
  const values = [3, 1, 2]
  median(values)
  expect(values).toEqual([3, 1, 2])
})

it('says what it is told to of an empty list', () => {
  expect([median([]), median([], 24), quantile([], 0.7, 255)]).toEqual([0, 24, 255])
})

it.each([
  [0, 0],
  [0.15, 1],
  [0.9, 9],
  [1, 9],
])('a share of %d of ten lies below %d', (share, value) => {
  expect(quantile([9, 8, 7, 6, 5, 4, 3, 2, 1, 0], share)).toBe(value)
})

it('takes the values at chosen places alone, sampled where there are many', () => {
  expect(quantileAt(Int32Array.of(0, 2, 4), Float32Array.of(1, 50, 2, 50, 3), 0.5)).toBe(2)
  const many = Int32Array.from({ length: 20_000 }, (_, at) => at)
  expect(quantileAt(many, Float32Array.from(many), 0.25)).toBeCloseTo(5000, -2)
})
