import { describe, expect, it } from 'vitest'
import { remembering } from '../../src/see/remember.js'
import type { OcrReader, Raster } from '../../src/types.js'

function counting(): OcrReader & { readonly looks: () => number } {
  let looks = 0
  return {
    backend: 'none',
    model: 'none',
    looks: () => looks,
    read: async () => {
      looks += 1
      return { lines: [], turned: 0, illegible: [] }
    },
    close: async () => undefined,
  }
}
const picture = (width: number, height: number, red: number): Raster => ({
  width,
  height,
  scale: 1,
  rgba: new Uint8Array(width * height * 4).fill(red),
})
const { signal } = new AbortController()

describe('pictures that come again', () => {
  it('are read once when every pixel is the same', async () => {
    const engine = counting()
    const reader = remembering(engine)
    for (const red of [1, 1, 2, 1]) await reader.read(picture(40, 30, red), signal)
    expect(engine.looks()).toBe(2)
  })

  it('of another shape are other pictures', async () => {
    const engine = counting()
    const reader = remembering(engine)
    await reader.read(picture(40, 30, 1), signal)
    await reader.read(picture(30, 40, 1), signal)
    expect(engine.looks()).toBe(2)
  })

  it('as large as pages are always read', async () => {
    const engine = counting()
    const reader = remembering(engine)
    for (let look = 0; look < 2; look += 1) await reader.read(picture(1200, 900, 1), signal)
    expect(engine.looks()).toBe(2)
  })
})
