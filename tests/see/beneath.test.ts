/** What was drawn over a scan is lifted and read beneath; pictures that show something and captions hide nothing. */
import { expect, test } from 'vitest'
import { readBeneath } from '../../src/see/beneath.js'
import type { Box, Cover, Line, OcrReader, Page, Raster } from '../../src/types.js'

const signal = new AbortController().signal
const over: Box = [20, 20, 60, 16]

/** White with type in the middle of the covered place; the cover drawn over it in a colour of its own. */
function drawn(
  [left, top, width, height]: Box,
  scale: number,
  paint: (x: number, y: number) => number,
): Raster {
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)]
  const rgba = new Uint8Array(wide * high * 4).fill(255)
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++)
      rgba.fill(paint(left + x / scale, top + y / scale), 4 * (y * wide + x), 4 * (y * wide + x) + 3)
  return { width: wide, height: high, scale, rgba }
}
const isIn = ([left, top, width, height]: Box, x: number, y: number) =>
  x >= left && x < left + width && y >= top && y < top + height
const type = (x: number, y: number) => (isIn([30, 24, 40, 8], x, y) && Math.floor(x) % 3 === 0 ? 20 : 250)

const reader: OcrReader = {
  backend: 'test',
  model: 'test',
  read: async ({ scale }) => ({
    lines: [{ text: '机密★10年', box: [6 * scale, 6 * scale, 50 * scale, 10 * scale], confidence: 0.95 }],
    turned: 0,
    illegible: [],
  }),
  close: async () => {},
}

function pageWith(cover: Partial<Cover>, shown: (x: number, y: number) => number, lines: Line[] = []): Page {
  return {
    place: [{ name: 'a.pdf' }],
    width: 200,
    height: 300,
    lines,
    marks: [],
    reading: 'pixels',
    covers: [{ kind: 'shape', box: over, opaque: true, share: 0.02, overPicture: true, ...cover }],
    pixels: {
      naturalScale: 2,
      render: async (scale, box) =>
        drawn(box!, scale, (x, y) => (isIn(over, x, y) ? shown(x, y) : type(x, y))),
      renderWithout: async (_, scale, box) => drawn(box, scale, type),
    },
  }
}

const told = async (page: Page) => {
  const { lines, marks } = await readBeneath(page, 0, reader, signal)
  const texts = lines.map(
    ({ spans: [span] }) => `${span!.text} ${span!.sight}${span!.fitted ? ' fitted' : ''}`,
  )
  return { texts, marks: marks.map(({ kind, box }) => `${kind} ${box.join()}`) }
}

test.each([
  ['a black box', { kind: 'shape' }, 0],
  ['a white box', { kind: 'shape' }, 250],
  ['a plain picture', { kind: 'picture' }, 0],
  ['an annotation', { kind: 'annotation' }, 60],
] as const)('%s is lifted', async (_, cover, grey) => {
  expect(await told(pageWith(cover, () => grey))).toEqual({
    texts: ['机密★10年 covered fitted'],
    marks: ['box 20,20,60,16'],
  })
})

test.each([
  ['a picture that shows something', { kind: 'picture' }, (x: number) => (Math.floor(x) % 8 < 4 ? 0 : 255)],
  ['a cover one sees through', { opaque: false }, () => 0],
  ['a panel', { share: 0.5 }, () => 0],
  ['a box that changes nothing', {}, type],
  ['a highlighter', { kind: 'annotation' }, (x: number, y: number) => Math.min(type(x, y), 190)],
  [
    'a frame',
    { kind: 'annotation' },
    (x: number, y: number) => (x < 22 || x > 78 || y < 21 || y > 35 ? 0 : type(x, y)),
  ],
  [
    'a thin pen',
    { kind: 'annotation' },
    (x: number, y: number) => (Math.floor(x + y) % 20 === 0 ? 0 : type(x, y)),
  ],
] as const)('%s is left alone', async (_, cover, shown) => {
  expect(await told(pageWith(cover, shown))).toEqual({ texts: [], marks: [] })
})

test('a panel with a caption is no redaction, but what lies beneath is read', async () => {
  const caption: Line = {
    spans: [{ text: '图一', box: [40, 24, 20, 8], channel: 'text', sight: 'visible', confidence: 1 }],
  }
  expect(await told(pageWith({}, () => 0, [caption]))).toEqual({ texts: ['机密★10年 covered'], marks: [] })
})

test('what is written on a panel in plain sight does not lie beneath it', async () => {
  const caption: Line = {
    spans: [{ text: '机密★10年', box: [40, 24, 20, 8], channel: 'text', sight: 'visible', confidence: 1 }],
  }
  expect(await told(pageWith({}, () => 0, [caption]))).toEqual({ texts: [], marks: [] })
})

test('what hides one half of a place hides something', async () => {
  const half = pageWith({ kind: 'annotation' }, (x, y) => (x < 45 ? 0 : type(x, y)))
  expect((await told(half)).marks).toEqual(['box 20,20,60,16'])
})

test.each([
  [0.299, 'shape', 1],
  [0.3, 'shape', 0],
  [0.3, 'redaction', 1],
] as const)('a cover of %d of the page, a %s, is lifted: %d', async (share, kind, count) => {
  expect((await told(pageWith({ share, kind }, () => 0))).texts).toHaveLength(count)
})

test.each([
  [[20, 20, 60, 5], 1],
  [[20, 20, 60, 4.9], 0],
  [[30, 22, 9.9, 9.9], 0],
  [[30, 22, 10, 9.9], 1],
] as const)('a cover at %j is worth lifting: %d', async (box, count) => {
  const page = pageWith({ box }, () => 0)
  const rendered: Box[] = []
  const pixels = {
    ...page.pixels!,
    render: (scale: number, at?: Box) => (rendered.push(at!), page.pixels!.render(scale, at)),
  }
  await readBeneath({ ...page, pixels }, 0, reader, signal)
  expect(rendered).toHaveLength(count)
})

test('twelve covers are lifted, the smallest first', async () => {
  const one = pageWith({}, () => 0)
  const covers = Array.from({ length: 13 }, (_, at) => ({ ...one.covers![0]!, share: 0.01 * (13 - at) }))
  expect((await told({ ...one, covers: covers.slice(1) })).marks).toHaveLength(12)
  const large: Cover = { ...one.covers![0]!, box: [100, 200, 60, 16], share: 0.2 }
  const all = (await told({ ...one, covers: [large, ...covers.slice(1)] })).marks
  expect(all).toEqual(Array(12).fill('box 20,20,60,16'))
})
