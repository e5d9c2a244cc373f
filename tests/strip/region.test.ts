/** What the picture of a place shows: so much around it, in whole units of the page. */
import { expect, it } from 'vitest'
import { stripRegion, within } from '../../src/strip/region.js'
import type { Box } from '../../src/types.js'

it.each([
  // Type of 20 on a page of 1000: three lines above and below, the whole width.
  [[400, 500, 100, 20], 1000, 2000, [0, 440, 1000, 140]],
  // A page of 4000: ninety lines of 40 across, around the middle of the place.
  [[2000, 500, 100, 40], 4000, 2000, [250, 380, 3600, 280]],
  [[50, 500, 100, 40], 4000, 2000, [0, 380, 3600, 280]],
  [[3900, 500, 100, 40], 4000, 2000, [400, 380, 3600, 280]],
  // The smaller side is the type; it is no less than 0.8 and no more than 6 % of the width.
  [[400, 500, 20, 100], 1000, 2000, [0, 440, 1000, 220]],
  [[400, 500, 100, 1], 1000, 2000, [90, 476, 720, 49]],
  [[400, 500, 300, 300], 1000, 2000, [0, 320, 1000, 660]],
  // Wider than ninety lines: the place and what is around it.
  [[500, 500, 5000, 30], 6000, 2000, [356, 356, 5288, 318]],
  [[400, 10, 100, 20], 1000, 2000, [0, 0, 1000, 90]],
  [[400, 1975, 100, 20], 1000, 2000, [0, 1915, 1000, 85]],
] as const)('a place at %j of a page of %d by %d: %j', (box, width, height, region) => {
  expect(stripRegion(box as unknown as Box, width, height)).toEqual(region)
})

it('a place is told in shares of what is shown, cut where it reaches outside', () => {
  expect(within([30, 45, 20, 10], [10, 40, 100, 50])).toEqual([0.2, 0.1, 0.2, 0.2])
  expect(within([0, 80, 40, 30], [10, 40, 100, 50])).toEqual([0, 0.8, 0.3, 0.2])
})
