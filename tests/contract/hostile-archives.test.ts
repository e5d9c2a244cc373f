import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { trail } from '../../src/place.js'
import type { Limits } from '../../src/types.js'
import type { Walked } from '../../src/walk.js'
import { quineZip } from '../build-fixtures/quine-zip.mjs'
import { paxRecord, tarBlock, tarOf } from '../build-fixtures/tar-writer.mjs'
import { zipOf } from '../build-fixtures/zip.mjs'
import { gapsOf, read as readNamed } from './walked.js'

const read = (bytes: Uint8Array, name: string, limits: Partial<Limits> = {}) => readNamed(name, bytes, limits)
const pagesOf = (walked: readonly Walked[]) =>
  walked.flatMap((one) =>
    one.kind === 'page' && one.page.place.at(-1)!.part !== 'name' ? [trail(one.page.place)] : [],
  )
const zeros = Buffer.alloc(64 * 1024 * 1024)

describe('bombs go off quickly and once', () => {
  it('flat: one gap, the entries beside it judged', async () => {
    const walked = await read(zipOf({ 'bomb.txt': zeros, 'a.txt': '甲' }), 'a.zip')
    expect(gapsOf(walked)).toEqual(['limit zip.ratio'])
    expect(pagesOf(walked)).toEqual(['a.zip!a.txt'])
  })

  it('a compressed stream that never ends stops at the ratio', async () => {
    expect(gapsOf(await read(gzipSync(zeros), 'a.gz'))).toEqual(['limit zip.ratio'])
  })

  it('five kilobytes of bzip2 that are four gigabytes', async () => {
    // 64 MB of zeros, as bzip2 packs them; streams may be joined.
    const stream =
      'QlpoOTFBWSZTWQ4J4t8BX45AAMAAAAggADCATUZCoCWpCoCXMUFZJlNZvAS1wwCidcAAwAAAACCAAIKQINjKKiE0qKiE4u5IpwoSFALuD6A=='
    const bytes = Buffer.concat(Array.from({ length: 64 }, () => Buffer.from(stream, 'base64')))
    expect(gapsOf(await read(bytes, 'a.bz2'))).toEqual(['limit zip.ratio'])
  })

  it('nested: ten in each of ten in each of ten stop when the budget is spent', async () => {
    let bytes = zipOf({ '0.txt': '公开内容\n'.repeat(300_000) })
    for (let level = 0; level < 4; level++)
      bytes = zipOf(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.zip`, bytes])))
    const walked = await read(bytes, 'a.zip', { bytes: 40 * 1024 * 1024 })
    expect(gapsOf(walked)).toEqual(['limit scan.limit'])
  })

  it('nested: after three the rest is left, and that is said once, of the whole file', async () => {
    let bytes = zipOf({ '0.txt': zeros })
    for (let level = 0; level < 4; level++)
      bytes = zipOf(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.zip`, bytes])))
    const walked = await read(bytes, 'a.zip')
    expect(gapsOf(walked)).toEqual([
      'limit zip.ratio',
      'limit zip.ratio',
      'limit zip.ratio',
      'limit scan.bombs',
    ])
    expect(walked.at(-1)).toMatchObject({ place: [{ name: 'a.zip' }] })
  })

  it('nested without end: depth has its limit', async () => {
    let bytes: Buffer = Buffer.from('甲')
    for (let level = 0; level < 40; level++) bytes = zipOf({ 'a.zip': bytes })
    const walked = await read(bytes, 'a.zip')
    const gap = walked.find((one) => one.kind === 'gap')
    expect(gap).toMatchObject({
      detail: { code: 'scan.limit', args: { what: 'depth', flag: '--max-depth' } },
    })
    expect(gapsOf(walked)).toHaveLength(1)
  })

  it('a zip that holds itself is opened once', async () => {
    const walked = await read(quineZip(), 'a.zip')
    expect(gapsOf(walked)).toEqual(['limit scan.holds-itself'])
    expect(walked.filter(({ kind }) => kind === 'document')).toHaveLength(2)
  })

  it('a hundred thousand entries', async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => [`${index}`, ''] as const)
    expect(gapsOf(await read(zipOf(many, { method: 0, pack: (plain) => plain }), 'a.zip'))).toEqual(['limit scan.limit']) // prettier-ignore
  })

  it.each([
    ['that all name the same bytes', () => 0],
    ['each of which quotes the headers of those behind it', (index: number, starts: readonly number[]) => starts[index]!],
  ])('a thousand entries %s', async (_what, place) => {
    // As in "A better zip bomb" (Fifield, 2019): the last entry's data, and all headers on the way to it, belong to every entry.
    const bytes = zipOf(Array.from({ length: 1000 }, (_, index) => [`${index}.txt`, 'a'.repeat(100)] as const))
    const starts: number[] = []
    for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; at += 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt32LE(at + 18)) starts.push(at)
    const directory = bytes.readUInt32LE(bytes.length - 6)
    for (let at = directory, index = 0; index < 1000; index += 1) {
      const start = place(index, starts)
      bytes.writeUInt32LE(start, at + 42)
      bytes.writeUInt32LE(directory - start - 40, at + 20)
      at += 46 + bytes.readUInt16LE(at + 28)
    }
    expect(gapsOf(await read(bytes, 'a.zip'))).toEqual(['corrupt zip.overlap'])
  }) // prettier-ignore

  it('overlapping entries are refused whole', async () => {
    const bytes = zipOf({ 'a.txt': '甲'.repeat(100), 'b.txt': '乙' })
    const second = bytes.lastIndexOf('PK\x01\x02')
    bytes.writeUInt32LE(0, second + 42)
    expect(gapsOf(await read(bytes, 'a.zip'))).toEqual(['corrupt zip.overlap'])
  })

  it('more entries than allowed', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.txt`, '甲']))
    const walked = await read(tarOf(Object.entries(many).map(([name, content]) => ({ name, content }))), 'a.tar', { parts: 50 }) // prettier-ignore
    expect(gapsOf(walked)).toEqual(['limit scan.limit'])
    expect(pagesOf(walked)).toHaveLength(50)
  })
})

describe('names are text and never a path', () => {
  const names = ['../../etc/passwd', '/etc/passwd', 'C:\\a.txt', 'a\0b.txt', '\u202etxt.exe', '长'.repeat(4000), 'CON', '.', '..', ' '] // prettier-ignore
  it.each(names)('%j in a zip', async (name) => {
    const walked = await read(zipOf({ [name]: '秘密★3年' }), 'a.zip')
    expect(walked.some((one) => one.kind === 'page' && one.page.lines[0]?.spans[0]?.text === '秘密★3年')).toBe(true) // prettier-ignore
  })

  it.each(names)('%j in a tar', async (name) => {
    const pax = { name: 'pax', type: 'x', content: paxRecord('path', name) }
    const walked = await read(tarOf([pax, { name: 'x', content: '秘密★3年' }]), 'a.tar')
    expect(walked.some((one) => one.kind === 'page' && one.page.lines[0]?.spans[0]?.text === '秘密★3年')).toBe(true) // prettier-ignore
  })

  it('a checksum that does not fit is a gap, and the other entries are read', async () => {
    const bytes = zipOf({ 'a.txt': '甲', 'b.txt': '乙' })
    const [local, central] = [bytes.indexOf('PK\x03\x04'), bytes.indexOf('PK\x01\x02')]
    bytes.writeUInt32LE(7, local + 14)
    bytes.writeUInt32LE(7, central + 16)
    const walked = await read(bytes, 'a.zip')
    expect(gapsOf(walked)).toEqual(['corrupt zip.crc'])
    expect(pagesOf(walked)).toEqual(['a.zip!a.txt', 'a.zip!b.txt'])
  })

  it('of two entries with one name both are read', async () => {
    const walked = await read(
      zipOf([
        ['a.txt', '公开'],
        ['a.txt', '秘密★3年'],
      ]),
      'a.zip',
    )
    expect(pagesOf(walked)).toEqual(['a.zip!a.txt', 'a.zip!a.txt'])
  })
})

describe('headers that lie', () => {
  it.each([
    ['a size beyond the end', tarBlock({ name: 'a.txt', content: '甲', size: 10 ** 9 })],
    ['a size of eight billion', tarBlock({ name: 'a.txt', content: '甲', size: 8 ** 11 - 1 })],
    ['a size below zero', Buffer.concat([tarBlock({ name: 'p', type: 'x', content: paxRecord('size', '-512') }), tarBlock({ name: 'a', content: '甲' })])],
    ['a size that is no number', Buffer.concat([tarBlock({ name: 'p', type: 'x', content: paxRecord('size', 'NaN') }), tarBlock({ name: 'a', content: '甲' })])],
    ['nothing but records', Buffer.concat(Array.from({ length: 100 }, () => tarBlock({ name: 'p', type: 'x', content: 'x' })))],
    ['a long name that never ends', tarBlock({ name: 'L', type: 'L', content: '', size: 2 ** 31 })],
  ])('a tar with %s is a gap', async (_what, bytes) => {
    const gaps = gapsOf(await read(bytes, 'a.tar'))
    expect(gaps.length).toBeGreaterThan(0)
    expect(gaps.some((gap) => gap.startsWith('corrupt'))).toBe(true)
  }) // prettier-ignore

  it('a zip whose local header was cut away', async () => {
    const bytes = zipOf({ 'a.txt': '甲' })
    expect(gapsOf(await read(bytes.subarray(20), 'a.zip')).length).toBeGreaterThan(0)
  })

  it.each(['7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07\x01\x00', 'Rar!\x1a\x07\x00', '\x1f\x8b\x08\0', 'BZh91AY&SY', '\xfd7zXZ\0', '\x28\xb5\x2f\xfd', 'MSCF\0\0\0\0', '!<arch>\n', 'MSWIM\0\0\0', 'xar!', 'ITSF\x03\0\0\0', '\xed\xab\xee\xdb', '\x1f\x9d\x90'])(
    '%j before noise',
    async (magic) => {
      const noise = Buffer.from(Array.from({ length: 3000 }, (_, index) => (Math.imul(index + 3, 2654435761) >>> 11) & 255))
      const bytes = Buffer.concat([Buffer.from(magic, 'latin1'), noise])
      expect(gapsOf(await read(bytes, 'a.bin')).length).toBeGreaterThan(0)
    },
  ) // prettier-ignore
})
