import { expect, test } from 'vitest'
import { pdf } from '../../../src/extract/pdf.js'

const accepts = (head: string, name = 'a') =>
  pdf.accepts({ head: new Uint8Array(Buffer.from(head, 'latin1')), name, entries: [] })

test('a file that begins as a PDF is one, whatever it is called', () => {
  expect(accepts('%PDF-1.7\n', 'a.doc')).toBe(true)
})

test('bytes before the header do not matter in a file called pdf or holding an object', () => {
  expect(accepts('\0\0junk\n%PDF-1.4\n', 'a.pdf')).toBe(true)
  expect(accepts('HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj\n<<>>', 'a.bin')).toBe(true)
})

test('a text that speaks of PDF headers is a text', () => {
  expect(accepts('Files begin with %PDF-1.4 or later.', 'notes.txt')).toBe(false)
  expect(accepts('plain', 'a.pdf')).toBe(false)
})
