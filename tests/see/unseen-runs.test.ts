/** Which letters that leave no ink are taken for unseen, on pages made by hand. */
import { expect, test } from 'vitest'
import { placeOf } from '../../src/place.js'
import { judgeSight } from '../../src/see/sight.js'
import type { Box, Page, Raster, Span } from '../../src/types.js'

const size = 12
/** Letters in a row from `x`; `doubts`: 1 where the first cover of the page lies over one. */
const typed = (text: string, doubts: readonly number[], x = 0): Span => ({
  text,
  box: [x, 0, text.length * size, size],
  channel: 'text',
  sight: 'visible',
  confidence: 1,
  glyphs: Float32Array.from([...text].flatMap((_, at) => [x + at * size, 0, size, size])),
  doubts: Uint8Array.from(doubts),
})
/** Nothing shows: with the text or without it, the page is white. */
const white = async (scale: number, region: Box): Promise<Raster> => {
  const [width, height] = [Math.round(region[2] * scale), Math.round(region[3] * scale)]
  return { width, height, scale, rgba: new Uint8Array(4 * width * height).fill(255) }
}

async function unseen(...lines: Span[]): Promise<string[]> {
  const page = {
    place: placeOf({ name: 'a.pdf', page: 1 }),
    width: 200,
    height: 100,
    lines: lines.map((span) => ({ spans: [span] })),
    marks: [],
    covers: [{ box: [0, 0, 100, size], kind: 'shape', opaque: true }],
    reading: 'stated',
    pixels: {
      naturalScale: 1,
      render: (scale: number, region: Box) => white(scale, region),
      renderWithout: (_: string, scale: number, region: Box) => white(scale, region),
    },
  } as unknown as Page
  const judged = await judgeSight(page)
  return judged.lines.flatMap(({ spans }) =>
    spans.flatMap(({ sight, text }) => (sight === 'visible' ? [] : [text])),
  )
}

test('two letters in a row that leave no ink are unseen, one alone is an accident of drawing', async () => {
  expect(await unseen(typed('粮库位置', [0, 1, 1, 0]))).toEqual(['库位'])
  expect(await unseen(typed('粮库位置', [0, 1, 0, 1]))).toEqual([])
})

test('text drawn a second time above its cover is seen', async () => {
  const covered = typed('粮库', [1, 1])
  expect(await unseen(covered)).toEqual(['粮库'])
  expect(await unseen(covered, typed('粮库', [0, 0], 2))).toEqual([])
  expect(await unseen(covered, typed('粮库', [0, 0], 60))).toEqual(['粮库'])
})
