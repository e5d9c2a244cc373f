/** Which ink of a page is looked at, and how: pictures that belong together, outlines, what is cut out or switched off. */
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { openBudget } from '../../../src/budget.js'
import { pdf } from '../../../src/extract/pdf.js'
import { closeKeptPdf } from '../../../src/extract/pdf/open.js'
import { placeOf } from '../../../src/place.js'
import { memorySource } from '../../../src/source.js'
import type { Page } from '../../../src/types.js'

const folder = new URL('../../../fixtures/see/ink/', import.meta.url)
afterAll(closeKeptPdf)

async function pageOf(path: string): Promise<Page> {
  const source = memorySource(placeOf({ name: 'a.pdf' }), readFileSync(new URL(`${path}.pdf`, folder)))
  for await (const piece of pdf.extract(source, { budget: openBudget() }))
    if (piece.kind === 'page' && piece.page.number === 1) return piece.page
  throw new Error('no page')
}
const textsOf = ({ lines }: Page) => lines.map(({ spans }) => spans.map(({ text }) => text).join(''))

test('slices and pictures of single characters are one picture each', async () => {
  for (const path of ['marked/slices', 'marked/picture-a-character'])
    expect(await pageOf(path)).toMatchObject({ reading: 'both', pictures: [expect.anything()] })
})

test('what may be letters is told by its place, and drawn alone', async () => {
  const { reading, ink, pixels } = await pageOf('marked/fragments')
  expect(reading).toBe('stated')
  expect(ink!.map(({ box }) => box.slice(0, 3).map(Math.round))).toEqual([[402, 765, 65]])
  const { rgba } = await pixels!.renderInk!(0, 1, [0, 0, 595, 842], 'white')
  const dark = Array.from({ length: 842 }, (_, y) => y).filter((y) =>
    rgba.subarray(4 * 595 * y, 4 * 595 * (y + 1)).some((value) => value < 128),
  )
  expect(dark[0]).toBeGreaterThan(760)
})

test('a layer that is off is drawn without what the page shows anyway', async () => {
  const { ink, pixels } = await pageOf('marked/layer-off')
  const index = ink!.findIndex(({ hiddenBy }) => hiddenBy === 'hidden-layer')
  const { rgba } = await pixels!.renderInk!(index, 1, [0, 0, 595, 842], 'white')
  const head = rgba.subarray(4 * 595 * 40, 4 * 595 * 80)
  expect(head.some((value) => value < 128)).toBe(true)
  expect(rgba.subarray(4 * 595 * 100).some((value) => value < 128)).toBe(false)
})

test('what a field shows is a line of its own only where it is not what the field states', async () => {
  expect(textsOf(await pageOf('marked/field-without-form'))).toContain('秘密★5年')
  expect(textsOf(await pageOf('clean/field-as-stated')).filter((text) => text === '城东街道')).toHaveLength(1)
})

test('a combo box says what it shows, not only the code of the choice', async () => {
  expect(textsOf(await pageOf('marked/combo-box'))).toEqual(expect.arrayContaining(['2', '秘密★5年']))
})
