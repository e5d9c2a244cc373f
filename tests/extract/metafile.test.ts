import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { metafile } from '../../src/extract/metafile.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Page, Raster } from '../../src/types.js'
import { describeCases, describeDamage } from './cases.js'
import { openWork } from './dump.js'

describeCases(metafile)
describeDamage(metafile)

async function drawnPageOf(name: string, bytes: Uint8Array): Promise<Page | undefined> {
  const source = memorySource(placeOf({ name }), bytes)
  for await (const piece of metafile.extract(source, openWork()))
    if (piece.kind === 'page' && piece.page.reading === 'pixels') return piece.page
  return undefined
}

const fixture = (kind: string) =>
  new Uint8Array(
    readFileSync(new URL(`../../fixtures/extract/metafile/drawn-${kind}/input.${kind}`, import.meta.url)),
  )

/** Dark or not, in a grid of the same size whatever the units of the drawing. */
const gridOf = ({ width, height, rgba }: Raster): boolean[] =>
  Array.from({ length: 120 * 20 }, (_, index) => {
    const [x, y] = [((index % 120) + 0.5) / 120, (Math.floor(index / 120) + 0.5) / 20]
    return rgba[4 * (Math.floor(y * height) * width + Math.floor(x * width))]! < 128
  })

describe('what is only drawn', () => {
  test('is a page for OCR, the same in both kinds of metafile', async () => {
    const pages = await Promise.all(['emf', 'wmf'].map((kind) => drawnPageOf(`a.${kind}`, fixture(kind))))
    const [one, other] = await Promise.all(
      pages.map(async (page) => gridOf(await page!.pixels!.render(page!.pixels!.naturalScale))),
    )
    const dark = one!.filter(Boolean).length / one!.length
    expect(dark).toBeGreaterThan(0.1)
    expect(dark).toBeLessThan(0.5)
    const different = one!.filter((is, index) => is !== other![index]).length / one!.length
    expect(different).toBeLessThan(0.02)
  })

  test('too many points are a gap, not a page', async () => {
    const record = fixture('wmf')
    // The record of many figures, after the header and the single ones, again and again.
    const last = record.subarray(record.length - 6)
    const many = Buffer.concat([...Array.from({ length: 500 }, () => body(record)), last])
    const full = Buffer.concat([record.subarray(0, 18), many])
    expect(await drawnPageOf('a.wmf', full)).toBeUndefined()
    expect(await drawnPageOf('a.wmf', record)).toBeDefined()
  })
})

const body = (record: Uint8Array): Uint8Array => record.subarray(18, record.length - 6)
