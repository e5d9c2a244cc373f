/** What the rest of the product takes for granted of every OCR engine on the list. */
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../src/errors.js'
import { ocrEngines, openOcr } from '../../src/see/ocr/index.js'
import type { OcrReader, Raster } from '../../src/types.js'

const scan = new URL('../../fixtures/doctor/scan.jpg', import.meta.url).pathname
const never = new AbortController().signal

async function rasterOf(path: string): Promise<Raster> {
  const { data, info } = await sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, scale: 1, rgba: new Uint8Array(data) }
}
const white: Raster = { width: 800, height: 600, scale: 1, rgba: new Uint8Array(800 * 600 * 4).fill(255) }

describe.each(Object.keys(ocrEngines))('%s', (name) => {
  let reader: OcrReader
  let runs = 0
  beforeAll(async () => void (reader = await openOcr(name, { onRun: () => runs++ })), 60_000)
  afterAll(() => reader.close())

  it('says by which backend and model it reads', () => {
    expect(reader.backend).not.toBe('')
    expect(reader.model).not.toBe('')
  })

  it('reads a scan line by line: boxes within the picture, confidence as a share', async () => {
    const raster = await rasterOf(scan)
    const { lines, turned } = await reader.read(raster, never)
    expect(runs).toBeGreaterThan(0)
    expect(turned).toBe(0)
    expect(lines.map(({ text }) => text.replace(/\s/g, '')).join('\n')).toMatch(/机密/)
    for (const { text, box, confidence, columns } of lines) {
      const [x, y, width, height] = box
      expect([x, y, raster.width - x - width, raster.height - y - height].every((gap) => gap >= -1)).toBe(
        true,
      )
      expect(width * height).toBeGreaterThan(0)
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(columns?.length ?? 2 * text.length).toBe(2 * text.length)
    }
  }, 60_000)

  it('sees nothing on white paper, and misses nothing there', async () => {
    expect(await reader.read(white, never)).toMatchObject({ lines: [], illegible: [] })
  }, 60_000)

  it('does not begin when it was told to stop', async () => {
    await expect(reader.read(await rasterOf(scan), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    })
  }, 60_000)

  it('refuses a backend it does not have', async () => {
    await expect(openOcr(name, { backend: 'abacus' })).rejects.toThrow(UsageError)
  })
})

it('an engine nobody knows is a wrong question, not a gap', async () => {
  await expect(openOcr('crystal-ball')).rejects.toThrow(UsageError)
})
