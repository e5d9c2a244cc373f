import { expect, test } from 'vitest'
import { isCutOff } from '../../../src/extract/pdf/ending.js'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const whole = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF'

test('a file that ends with its end mark is whole', () => {
  expect(isCutOff(bytes(`${whole}\n`))).toBe(false)
})

test('a file without an end mark is cut off', () => {
  expect(isCutOff(bytes(whole.slice(0, -10)))).toBe(true)
})

test('an update that begins after the end mark and has none of its own is cut off', () => {
  expect(isCutOff(bytes(`${whole}\n7 0 obj\n<< /Length 90`))).toBe(true)
})

test('padding and mail footers behind the end mark do not matter', () => {
  expect(isCutOff(bytes(`${whole}\r\n\0\0\0\0-- \r\nsent from 3 0 2 places`))).toBe(false)
})
