/** Heads of scanned pages with one line covered in every way, beside their bare twin and ordinary heads. */
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { SURE, detectMarks } from '../../../src/see/marks/index.js'
import type { Raster } from '../../../src/types.js'
import { coverage } from './paper.js'

const folder = fileURLToPath(new URL('../../../fixtures/see/marks/', import.meta.url))
const { box: hidden } = JSON.parse(readFileSync(`${folder}hidden.json`, 'utf8')) as { box: number[] }
const pictures = readdirSync(folder).filter((name) => /\.(jpg|png)$/.test(name))

/** What each cover may be called. */
const kinds: Record<string, readonly string[]> = {
  black: ['box'],
  white: ['box'],
  colour: ['box'],
  paper: ['erased'],
  mosaic: ['mosaic'],
  blur: ['blur'],
  marker: ['marker'],
  scribble: ['scribble'],
  erased: ['erased'],
  strip: ['strip'],
}

async function rasterOf(name: string): Promise<Raster> {
  const { data, info } = await sharp(folder + name)
    .toColourspace('srgb')
    .removeAlpha()
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, scale: 1, rgba: new Uint8Array(data) }
}

describe('a covered line', () => {
  const covered = pictures.filter((name) => /^(edited|laid|fax)-/.test(name))
  test.each(covered)('%s: one mark, where the line was, called by its kind', async (name) => {
    const [mark, ...more] = detectMarks(await rasterOf(name))
    expect(more).toEqual([])
    expect(kinds[name.replace(/^\w+-|\.\w+$/g, '')]).toContain(mark!.kind)
    expect(coverage(mark!.box, hidden)).toBeGreaterThan(0.7)
    expect(coverage(hidden, mark!.box)).toBeGreaterThan(0.5)
  })

  test.each([
    'edited-black.jpg',
    'edited-white.jpg',
    'edited-mosaic.jpg',
    'laid-blur.jpg',
    'laid-marker.jpg',
  ])('%s leaves no doubt', async (name) => {
    expect(detectMarks(await rasterOf(name))[0]!.confidence).toBeGreaterThan(SURE)
  })
})

describe('an ordinary head', () => {
  test.each(pictures.filter((name) => /^(bare|ordinary)/.test(name)))('%s is silent', async (name) => {
    expect(detectMarks(await rasterOf(name))).toEqual([])
  })
})
