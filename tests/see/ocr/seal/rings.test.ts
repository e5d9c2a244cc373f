/** Seals known by their shape: rings are found, and black ones taken off without the type they cover. */
import { describe, expect, it } from 'vitest'
import { withoutRings } from '../../../../src/see/ocr/seal/clear.js'
import { ringsIn } from '../../../../src/see/ocr/seal/rings.js'
import { isTold, sealsIn } from '../../../../src/see/ocr/seal/seals.js'
import { isOnStar } from '../../../../src/see/ocr/seal/star.js'

const [width, height] = [840, 1188]
type Colour = readonly [number, number, number]
const black: Colour = [20, 20, 20]
const red: Colour = [215, 40, 35]

function paper() {
  const rgba = new Uint8Array(4 * width * height).fill(250)
  const paint = (isInk: (x: number, y: number) => boolean, colour: Colour) => {
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if (isInk(x + 0.5, y + 0.5)) rgba.set([...colour, 255], 4 * (y * width + x))
  }
  /** Squares with strokes, as Han characters are at a distance. */
  const type = (left: number, top: number, count: number) =>
    paint((x, y) => {
      const [u, v] = [(x - left) % 24, y - top]
      return x > left && x < left + 24 * count && u < 20 && v > 0 && v < 20 && v % 7 < 3
    }, black)
  const seal = (cx: number, cy: number, colour: Colour, oval = 1) => {
    paint((x, y) => Math.abs(Math.hypot(x - cx, (y - cy) * oval) - 80) < 2.4, colour)
    const star = { x: cx, y: cy, radius: 26, turn: 0.3 }
    paint((x, y) => isOnStar(star, x, y), colour)
  }
  for (let line = 0; line < 12; line++) type(110, 500 + 44 * line, 26)
  return { picture: { width, height, rgba }, type, seal }
}

const greenAt = (rgba: Uint8Array, x: number, y: number) => rgba[4 * (y * width + x) + 1]!

describe('a ring', () => {
  it('is found where it stands, also over type', () => {
    const { picture, type, seal } = paper()
    type(110, 200, 6)
    seal(180, 220, black)
    const [ring, ...others] = ringsIn(picture)
    expect(others).toEqual([])
    expect(ring!.x + ring!.play[0]).toBeCloseTo(180, -0.7)
    expect(ring!.y + ring!.play[1]).toBeCloseTo(220, -0.7)
    expect(ring!.radius).toBeCloseTo(80, -0.3)
  })

  it('is found where a fax made it oval', () => {
    const { picture, seal } = paper()
    seal(300, 260, black, 1.04)
    expect(ringsIn(picture)).toHaveLength(1)
  })

  it('is not seen in lines of type', () => {
    expect(ringsIn(paper().picture)).toEqual([])
  })
})

describe('a black seal', () => {
  const { picture, type, seal } = paper()
  type(110, 210, 6)
  const bare = picture.rgba.slice()
  seal(205, 222, black)
  const before = picture.rgba.slice()
  const rings = ringsIn(picture)
  const { picture: cleared, stars } = withoutRings(picture, rings)

  it('is taken off with its star', () => {
    expect(stars).toHaveLength(1)
    for (const [x, y] of [
      [205, 142],
      [205, 302],
      [285, 222],
      [205, 240],
    ] as const) {
      expect(greenAt(picture.rgba, x, y)).toBeLessThan(60)
      expect(greenAt(cleared.rgba, x, y)).toBeGreaterThan(200)
    }
  })

  it('leaves the type beside it as it was', () => {
    for (let y = 205; y < 235; y++)
      for (let x = 140; x < 170; x++) expect(greenAt(cleared.rgba, x, y)).toBe(greenAt(bare, x, y))
  })

  it('stays in the picture that was given', () => {
    expect(Buffer.compare(picture.rgba, before)).toBe(0)
    const buffer = { ...picture, rgba: Buffer.from(before) }
    withoutRings(buffer, rings)
    expect(Buffer.compare(buffer.rgba, before)).toBe(0)
  })

  it('cannot be told from print by its ink', () => {
    expect(rings.map((ring) => isTold(picture, ring))).toEqual([false])
  })
})

describe('a red seal', () => {
  it('is looked at through a glass, also where it touches red type', () => {
    const { picture, type, seal } = paper()
    type(110, 210, 6)
    seal(205, 222, red)
    for (let x = 60; x < 780; x++)
      for (let y = 138; y < 143; y++) picture.rgba.set([...red, 255], 4 * (y * width + x))
    const rings = ringsIn(picture)
    expect(rings.map((ring) => isTold(picture, ring))).toEqual([true])
    const [found] = sealsIn(picture, 24, rings)
    expect(found!.glass.black).toBeGreaterThan(black[0])
    expect(found!.glass.white).toBeLessThan(red[0])
  })
})
