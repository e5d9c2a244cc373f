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

test('a file without its header, or with half of it, is a PDF by its name or its first object', () => {
  const objects = '1 0 obj\n<< /Type /Catalog >>\nendobj'
  expect(accepts(`%PDF-\n${objects}`, 'a.pdf')).toBe(true)
  expect(accepts(`%PDF.1.5\n${objects}`, 'a.pdf')).toBe(true)
  expect(accepts(`%PDF-1.\r\n${objects}`)).toBe(true)
  expect(accepts(`\xef\xbb\xbf%PDF-1.4\n${objects}`)).toBe(true)
  expect(accepts(`%\xe2\xe3\n${objects}`)).toBe(true)
  expect(accepts(`${'x'.repeat(3000)}\n%PDF-1.4`, 'a.pdf')).toBe(true)
})

test('a text about objects of PDF files is a text', () => {
  expect(accepts('Every file holds objects:\n\n1 0 obj\n<< >>\nendobj', 'notes.md')).toBe(false)
  expect(accepts('1 0 object of interest', 'notes.pdf')).toBe(false)
})
