/** Boxes: what two share, along one axis and as an area; what encloses them. */
import { describe, expect, it } from 'vitest'
import {
  cellBounds,
  grown,
  intersection,
  overlapAlong,
  overlapArea,
  overlapShare,
  shareInside,
  union,
} from '../../src/plane/box.js'
import type { Box } from '../../src/types.js'

const one: Box = [0, 0, 10, 4]

describe('two boxes', () => {
  it.each<[Box, number, number, number]>([
    [[4, 1, 10, 2], 6, 2, 12],
    [[10, 0, 5, 4], 0, 4, 0],
    [[13, 6, 5, 4], -3, -2, 0],
    [[2, 1, 3, 2], 3, 2, 6],
  ])('%j shares %d across, %d down, %d in all', (other, across, down, area) => {
    expect([overlapAlong(0, one, other), overlapAlong(1, one, other)]).toEqual([across, down])
    expect(overlapArea(one, other)).toBe(area)
    expect(overlapArea(other, one)).toBe(area)
  })

  it('share a part of the smaller, and of the one asked about', () => {
    expect(overlapShare(one, [5, 0, 10, 2])).toBe(0.5)
    expect(shareInside(one, [5, 0, 10, 2])).toBe(0.25)
    expect(overlapShare(one, [0, 0, 0, 4])).toBe(0)
  })

  it('that only touch have no intersection', () => {
    expect(intersection(one, [10, 0, 5, 4])).toBeNull()
    expect(intersection(one, [4, 1, 10, 2])).toEqual([4, 1, 6, 2])
    expect(union(one, [4, 1, 10, 9])).toEqual([0, 0, 14, 10])
  })
})

it('grows on all sides', () => expect(grown([5, 6, 10, 4], 2)).toEqual([3, 4, 14, 8]))

it('goes around whole cells', () => {
  expect(cellBounds([3, 7])).toEqual([3, 7, 1, 1])
  expect(cellBounds([3, 7, 5, 2, 4, 4])).toEqual([3, 2, 3, 6])
})
