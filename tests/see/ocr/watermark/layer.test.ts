/** What is left of a page when its print is taken off, and which of that may be letters. */
import { expect, test } from 'vitest'
import { strokesIn } from '../../../../src/see/ocr/watermark/broad-strokes.js'
import { layerWithoutPrint } from '../../../../src/see/ocr/watermark/layer.js'

const [width, height] = [600, 800]
type Colour = readonly [number, number, number]

/** A bar in one colour on a ground of another. */
function page(
  ground: Colour,
  bars: readonly (readonly [x: number, y: number, w: number, h: number, of: Colour])[],
) {
  const rgba = new Uint8Array(4 * width * height)
  for (let at = 0; at < rgba.length; at += 4) rgba.set([...ground, 255], at)
  for (const [x, y, w, h, colour] of bars)
    for (let v = y; v < y + h; v++) for (let u = x; u < x + w; u++) rgba.set(colour, 4 * (v * width + u))
  return { width, height, rgba }
}
const white: Colour = [255, 255, 255]
const black: Colour = [20, 20, 20]
const strokesOf = (picture: ReturnType<typeof page>) => strokesIn(layerWithoutPrint(picture), () => false)

test('print is taken off: strokes up to four cells broad; a fifth makes a broad stroke', () => {
  const lines = (thick: number) =>
    Array.from({ length: 20 }, (_, i) => [100, 60 + 30 * i, 50, thick, black] as const)
  expect(strokesOf(page(white, lines(4)))).toEqual([])
  expect(strokesOf(page(white, lines(5)))).toHaveLength(20)
})

test('pale strokes stay however thin, from eight steps below the paper', () => {
  const bars = (shade: number) =>
    Array.from({ length: 8 }, (_, i) => [100, 60 + 60 * i, 50, 3, [shade, shade, shade]] as const)
  expect(strokesOf(page(white, bars(246)))).toHaveLength(8)
  expect(strokesOf(page(white, bars(248)))).toEqual([])
})

test('coloured ink stays beneath print and over it', () => {
  const red = Array.from({ length: 8 }, (_, i) => [100, 60 + 60 * i, 50, 3, [220, 30, 30]] as const)
  expect(strokesOf(page(white, red))).toHaveLength(8)
})

test('on a dark page light ink is print', () => {
  const dim = Array.from({ length: 8 }, (_, i) => [100, 60 + 60 * i, 50, 3, [70, 70, 70]] as const)
  expect(strokesOf(page([30, 30, 30], [...dim, [300, 20, 80, 3, white]]))).toHaveLength(8)
})

test('panels, rules and specks are no strokes of letters', () => {
  const grey: Colour = [200, 200, 200]
  expect(strokesOf(page(white, [[100, 100, 60, 60, grey]]))).toEqual([])
  expect(strokesOf(page(white, [[50, 100, 500, 3, grey]]))).toEqual([])
  expect(strokesOf(page(white, [[100, 100, 6, 6, grey], [300, 300, 5, 6, grey]]))).toEqual([]) // prettier-ignore
})

test('strokes in lines already read are left out, except those of the tone of a watermark', () => {
  const grey: Colour = [200, 200, 200]
  const bars = page(white, [
    [100, 100, 100, 12, grey],
    [100, 300, 100, 12, grey],
    [100, 500, 100, 12, [140, 140, 140]],
  ])
  const isKnown = ([, y]: readonly number[]) => y! > 200
  expect(strokesIn(layerWithoutPrint(bars), isKnown)).toHaveLength(2)
  expect(strokesIn(layerWithoutPrint(bars), () => true)).toEqual([])
})
