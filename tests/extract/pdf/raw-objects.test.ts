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

test('letters of keywords inside strings, names and comments end nothing', () => {
  const found = objectsIn(
    '1 0 obj << /URI (https://a.invalid/stream endobj) /stream /A % stream\n /B (\\) ( stream\n) ) >> endobj 2 0 obj null endobj',
  )
  expect(found.map(({ number, text }) => [number, text.includes('/B (')])).toEqual([
    [1, true],
    [2, false],
  ])
})

test('numbers, generations and obj may stand on lines of their own', () => {
  expect(
    objectsIn('6\n0\nobj\n<< /A 1 >>\nendobj\r\n7\t0\r\nobj<<>>endobj').map((one) => one.number),
  ).toEqual([6, 7])
})

test('an object that lacks its end stops where the next begins', () => {
  const found = objectsIn('1 0 obj << /A 1 >>\n2 0 obj << /B 2 >> endobj')
  expect(found.map(({ number }) => number)).toEqual([1, 2])
})

test('a stream that lacks its end stops where the next object begins', () => {
  const found = objectsIn('1 0 obj << >>\nstream\nabc\nendobj\n2 0 obj << >>\nstream\nx\nendstream endobj')
  expect(found.map(({ stream }) => Buffer.from(stream!).toString('latin1').trim())).toEqual(['abc', 'x'])
})

test('names are read with their escapes', () => {
  expect(objectsIn('1 0 obj << /Fl#61te /a#20b >> endobj')[0]!.text.trim()).toBe('<< /Flate /a#20b >>')
})

test('strings that never end do not cost more than a few passes, and are told', () => {
  const bytes = new Uint8Array(Buffer.from('1 0 obj (endobj '.repeat(200_000), 'latin1'))
  let count = 0
  const began = performance.now()
  expect(walkObjects(bytes, () => count++)).toBe(false)
  expect(count).toBe(200_000)
  expect(performance.now() - began).toBeLessThan(20_000)
})
