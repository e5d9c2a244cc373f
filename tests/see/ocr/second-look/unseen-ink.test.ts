/** Ink at the head of a page that was not read: short lines of type are told, the rest is not. */
import { describe, expect, it } from 'vitest'
import { unseenInk } from '../../../../src/see/ocr/second-look/unseen-ink.js'
import type { Box } from '../../../../src/types.js'

const [width, height] = [800, 400]
const page: Box = [0, 0, width, height]
/** Height of a line with air; its type is 28 pixels high. */
const line = 40

type Colour = readonly [number, number, number]
const black: Colour = [30, 30, 30]

function paper() {
  const rgba = new Uint8Array(4 * width * height).fill(245)
  const fill = ([left, top, wide, high]: Box, [r, g, b]: Colour) => {
    for (let y = top; y < top + high; y++)
      for (let x = left; x < left + wide; x++) rgba.set([r, g, b, 255], 4 * (y * width + x))
  }
  /** Squares with strokes, as Han characters are at a distance. */
  const type = (left: number, top: number, count: number, colour = black) => {
    for (let i = 0; i < count; i++)
      for (let stroke = 0; stroke < 4; stroke++) fill([left + i * 30, top + stroke * 8, 26, 4], colour)
  }
  return { picture: { width, height, rgba }, fill, type }
}

describe('unseen ink', () => {
  it('is told where it looks like a short line of type', () => {
    const { picture, type } = paper()
    type(100, 60, 5)
    const [box, ...others] = unseenInk(picture, page, 0, [], line)
    expect(others).toEqual([])
    expect(box![0]).toBeLessThan(110)
    expect(box![0] + box![2]).toBeGreaterThan(230)
  })

  it('is not told where it was read', () => {
    const { picture, type } = paper()
    type(100, 60, 5)
    expect(unseenInk(picture, page, 0, [[90, 50, 180, 50]], line)).toEqual([])
  })

  it('is not a rule, a picture, a speck or red', () => {
    const { picture, fill, type } = paper()
    fill([50, 30, 600, 3], black)
    fill([300, 100, 300, 200], black)
    fill([100, 120, 6, 6], black)
    type(100, 200, 5, [220, 40, 30])
    expect(unseenInk(picture, page, 0, [], line)).toEqual([])
  })

  it('is found on a page that hangs on its side', () => {
    const { picture, fill } = paper()
    for (let i = 0; i < 5; i++)
      for (let stroke = 0; stroke < 4; stroke++) fill([60 + stroke * 8, 100 + i * 30, 4, 26], black)
    const found = unseenInk(picture, [0, -width, height, width], Math.PI / 2, [], line)
    expect(found).toHaveLength(1)
  })
})
