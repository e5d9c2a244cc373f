import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type RawObject, walkObjects } from '../../../src/extract/pdf/raw-objects.js'

function objectsIn(file: string | Buffer): RawObject[] {
  const objects: RawObject[] = []
  const bytes = typeof file === 'string' ? Buffer.from(file, 'latin1') : file
  walkObjects(new Uint8Array(bytes), (object) => objects.push(object))
  return objects
}

test('objects are found with their numbers and texts', () => {
  const found = objectsIn('1 0 obj\n<< /A 1 >>\nendobj\n12 3 obj [1 2] endobj')
  expect(found.map(({ number, text }) => [number, text.trim()])).toEqual([
    [1, '<< /A 1 >>'],
    [12, '[1 2]'],
  ])
})

test('what stands inside a stream is no object', () => {
  const inside = '7 0 obj << /Fake true >> endobj'
  const found = objectsIn(
    `1 0 obj << /Length ${inside.length} >>\nstream\n${inside}\nendstream endobj 2 0 obj null endobj`,
  )
  expect(found.map(({ number }) => number)).toEqual([1, 2])
  expect(Buffer.from(found[0]!.stream!).toString('latin1')).toBe(inside)
})

test('a wrong length is corrected by the end of the stream', () => {
  const [object] = objectsIn('1 0 obj << /Length 99999 >>\nstream\nabc\nendstream endobj')
  expect(Buffer.from(object!.stream!).toString('latin1').trim()).toBe('abc')
})

test('objects inside object streams are unpacked', () => {
  const packed = deflateSync(Buffer.from('5 0 6 9 << /A 1>>(two)', 'latin1'))
  const head = `4 0 obj << /Type /ObjStm /N 2 /First 8 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  const found = objectsIn(Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream endobj')]))
  expect(found.filter((object) => object.packed).map(({ number, text }) => [number, text.trim()])).toEqual([
    [5, '<< /A 1>>'],
    [6, '(two)'],
  ])
})

test('bytes that are no PDF give nothing and do no harm', () => {
  expect(objectsIn(' obj obj 5 obj x 0 obj endobj stream')).toEqual([])
  expect(objectsIn('1 0 obj << /Type /ObjStm /N 9999999 /First 1 >>\nstream\nabc')).toHaveLength(1)
})
