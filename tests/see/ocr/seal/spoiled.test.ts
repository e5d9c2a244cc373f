/** What the star of a black seal hides is told by a sign, and nothing is guessed in its place. */
import { describe, expect, it } from 'vitest'
import type { LineReading } from '../../../../src/see/ocr/paddle/decode.js'
import { withHidden } from '../../../../src/see/ocr/seal/spoiled.js'

const size = 30
/** A line of characters of 30 pixels each; a space takes up one as well. */
function line(text: string): { reading: LineReading; strip: Parameters<typeof withHidden>[1] } {
  const length = text.length * size
  const spans = Float32Array.from([...text].flatMap((_, i) => [i / text.length, (i + 1) / text.length]))
  const strip = { x: 100 + length / 2, y: 50, length, thickness: size, angle: 0, score: 1 }
  return { reading: { text, confidence: 0.9, spans }, strip }
}
const read = (text: string, at: number, y = 50) => {
  const { reading, strip } = line(text)
  return withHidden(reading, strip, [{ x: 100 + at * size, y, radius: 26, turn: -Math.PI / 2 }])
}

describe('a line under a star', () => {
  it('has a sign in place of what was guessed there', () => {
    expect(read('机变★10年', 1.5).text).toBe('机█★10年')
  })

  it('has a sign where nothing was read', () => {
    expect(read('机 10年', 1.5).text).toBe('机█10年')
  })

  it('has a sign before its first character, and behind its last', () => {
    expect(read('密★10年', -0.5).text).toBe('█密★10年')
    expect(read('机密', 2.4).text).toBe('机密█')
  })

  it('keeps the way back to the picture', () => {
    const { text, spans } = read('机 10年', 1.5)
    expect(spans).toHaveLength(2 * text.length)
    expect(spans[0]).toBe(0)
    expect(spans.at(-1)).toBe(1)
  })

  it('stays as it is where the star is above it or far from it', () => {
    expect(read('机密★10年', 1.5, 10).text).toBe('机密★10年')
    expect(read('机密★10年', 9).text).toBe('机密★10年')
  })

  it('loses the points of the star that were taken for signs', () => {
    expect(read('绝密→ 0年', 3.4).text).toBe('绝密█0年')
  })
})
