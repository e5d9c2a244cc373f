/** Which lines slant, and which of them stand apart from the text. */
import { expect, test } from 'vitest'
import type { StripReading } from '../../../../src/see/ocr/look.js'
import { slants, standsApart } from '../../../../src/see/ocr/watermark/set-apart.js'

const degrees = Math.PI / 180
function read(text: string, angle: number, thickness = 20, x = 300, y = 300): StripReading {
  const strip = { x, y, length: text.length * thickness, thickness, angle: angle * degrees, score: 0.9 }
  return { strip, reading: { text, confidence: 0.95, spans: new Float32Array(0) }, ms: 0 }
}

test('a line slants from ten degrees against its page, and where it stands on its head', () => {
  expect(slants(read('机密', 9), 0)).toBe(false)
  expect(slants(read('机密', 11), 0)).toBe(true)
  expect(slants(read('机密', 30), 25 * degrees)).toBe(false)
  expect(slants(read('机密', 180), 0)).toBe(true)
})

test('slanting words stand apart where they are larger than the type of the page', () => {
  expect(standsApart(read('机密', 45, 27), 0, 20, [])).toBe(true)
  expect(standsApart(read('内部', 45, 25), 0, 20, [])).toBe(false)
  expect(standsApart(read('机密', 0, 60), 0, 20, [])).toBe(false)
})

test('or where the same words are repeated three times, whole or in part', () => {
  const twice = [read('内部资料', 30), read('部资料', 30, 20, 600)]
  expect(standsApart(read('内部资料', 30, 20), 0, 20, twice)).toBe(false)
  expect(standsApart(read('内部资料', 30), 0, 20, [...twice, read('内部资', 30, 20, 900)])).toBe(true)
})

test('level words stand apart where they are larger than the lines they cross', () => {
  const line = read('各单位要高度重视认真落实', 0, 20)
  expect(standsApart(read('机密', 0, 200), 0, 20, [line])).toBe(true)
  expect(standsApart(read('机密', 0, 200, 300, 900), 0, 20, [line])).toBe(false)
})
