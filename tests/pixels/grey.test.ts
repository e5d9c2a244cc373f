/** Grey of a pixel: black, white, and the weight of each colour. */
import { expect, it } from 'vitest'
import { lumaAt, meanAt, quickLumaAt } from '../../src/pixels/grey.js'

const pixels = Uint8Array.from([
  0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255,
])
const of = (grey: (rgba: Uint8Array, at: number) => number) => [0, 4, 8, 12, 16].map((at) => grey(pixels, at))

it('is luma by the weights of BT.601', () => expect(of(lumaAt)).toEqual([0, 255, 77, 149, 29]))
it('is quick luma by shifts', () => expect(of(quickLumaAt)).toEqual([0, 255, 63, 127, 63]))
it('is the mean of the three', () => expect(of(meanAt)).toEqual([0, 255, 85, 85, 85]))
