import { describe, expect, it } from 'vitest'
import { turnBox } from '../../src/place.js'
import { turnRaster } from '../../src/see/patches.js'
import type { Raster } from '../../src/types.js'

/** 3 × 2 pixels, each with its own number in red. */
const raster: Raster = {
  width: 3,
  height: 2,
  scale: 1,
  rgba: new Uint8Array(24).map((_, at) => (at % 4 === 0 ? at / 4 : 255)),
}
const reds = ({ rgba }: Raster) => Array.from({ length: rgba.length / 4 }, (_, at) => rgba[at * 4])

describe('turning pictures', () => {
  it.each([
    [1, [3, 0, 4, 1, 5, 2], 2],
    [2, [5, 4, 3, 2, 1, 0], 3],
    [3, [2, 5, 1, 4, 0, 3], 2],
  ] as const)('%i quarter turns clockwise', (turns, expected, width) => {
    const turned = turnRaster(raster, turns)
    expect([reds(turned), turned.width]).toEqual([expected, width])
  })

  it('sends a pixel where its box goes', () => {
    for (const turns of [0, 1, 2, 3] as const) {
      const [x, y] = turnBox([2, 0, 1, 1], 3, 2, turns)
      const turned = turnRaster(raster, turns)
      expect(reds(turned)[y * turned.width + x]).toBe(2)
    }
  })
})
