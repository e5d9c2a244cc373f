import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { zipOf } from '../../build-fixtures/zip.mjs'
import { defaultLimits, openBudget } from '../../../src/budget.js'
import { Uninspectable } from '../../../src/errors.js'
import { openZip, type Zip } from '../../../src/extract/shared/zip.js'
import { listEntries } from '../../../src/extract/shared/zip/directory.js'
import { memorySource } from '../../../src/source.js'
import type { Limits, Source } from '../../../src/types.js'

const sourceOf = (bytes: Uint8Array) => memorySource([{ name: 'a.zip' }], bytes)
const open = (bytes: Uint8Array, limits: Partial<Limits> = {}) =>
  openZip(sourceOf(bytes), { budget: openBudget({ ...defaultLimits, ...limits }) })
const textOf = async (zip: Zip, name: string) => Buffer.from(await zip.read(zip.find(name)!)).toString()
const files = { mimetype2: 'x', '目录/通知.txt': '机密'.repeat(500), mimetype: 'application/epub+zip' }

async function refusal(promise: Promise<unknown>): Promise<[string, string]> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Uninspectable)
  return [(error as Uninspectable).reason, (error as Uninspectable).said.code]
}

/** Bytes that do not shrink. */
function noise(length: number): Buffer {
  let state = 1
  return Buffer.from(
    Array.from({ length }, () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24),
  )
}

/** Where an entry's record in the central directory begins. */
function record(zip: Buffer, name: string): number {
  return zip.indexOf(name, zip.indexOf('PK\x01\x02')) - 46
}

/** Puts a ZIP64 end record and locator before the end (APPNOTE 4.3.14, 4.3.15) and blanks the plain fields. */
function asZip64(zip: Buffer): Buffer {
  const at = zip.lastIndexOf('PK\x05\x06')
  const end = Buffer.from(zip.subarray(at))
  const record = Buffer.alloc(56)
  record.write('PK\x06\x06', 'latin1')
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(8)), 24)
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32)
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40)
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeBigUInt64LE(BigInt(at), 8)
  locator.writeUInt32LE(1, 16)
  end.fill(0xff, 8, 20)
  return Buffer.concat([zip.subarray(0, at), record, locator, end])
}

describe('a ZIP is opened', () => {
  test('with its entries in order and their bytes', async () => {
    const zip = await open(zipOf(files, { stored: ['mimetype'] }))
    expect(zip.entries.map(({ name }) => name)).toEqual(Object.keys(files))
    expect(await textOf(zip, '目录/通知.txt')).toBe(files['目录/通知.txt'])
    expect(await textOf(zip, 'MIMETYPE')).toBe('application/epub+zip')
    expect(zip.stray).toEqual([])
  })

  test('with bytes before it, whether its offsets count them or not', async () => {
    const zip = await open(Buffer.concat([Buffer.alloc(300, 'x'), zipOf(files)]))
    expect(await textOf(zip, 'mimetype')).toBe('application/epub+zip')
    expect(zip.stray).toEqual([{ offset: 0, length: 300 }])
  })

  test.each([1, 512, 70_000, 900_000])('with %i bytes behind it', async (length) => {
    const bytes = zipOf(files)
    const zip = await open(Buffer.concat([bytes, Buffer.alloc(length, 'x')]))
    expect(await textOf(zip, 'mimetype')).toBe('application/epub+zip')
    expect(zip.stray).toEqual([{ offset: bytes.length, length }])
  })

  test('with an entry that was only struck off its list', async () => {
    const bytes = zipOf({ 'a.txt': 'a', '机密.txt': noise(600), 'b.txt': 'b' })
    const end = bytes.lastIndexOf('PK\x05\x06')
    const [start, next] = [record(bytes, '机密.txt'), record(bytes, 'b.txt')]
    const struck = Buffer.concat([bytes.subarray(0, start), bytes.subarray(next)])
    struck.writeUInt16LE(2, end - (next - start) + 10)
    struck.writeUInt32LE(
      struck.readUInt32LE(end - (next - start) + 12) - (next - start),
      end - (next - start) + 12,
    )
    const zip = await open(struck)
    expect(zip.entries.map(({ name }) => name)).toEqual(['a.txt', 'b.txt'])
    expect(zip.stray).toHaveLength(1)
    expect(zip.stray[0]!.length).toBeGreaterThan(600)
  })

  test('whose entries state their sizes behind them', async () => {
    const bytes = zipOf({ 'a.txt': 'a', 'b.txt': 'b' })
    const at = record(bytes, 'b.txt')
    const shifted = Buffer.concat([
      bytes.subarray(0, bytes.readUInt32LE(at + 42)),
      Buffer.alloc(16),
      bytes.subarray(bytes.readUInt32LE(at + 42)),
    ])
    shifted.writeUInt32LE(bytes.readUInt32LE(at + 42) + 16, at + 16 + 42)
    const end = shifted.lastIndexOf('PK\x05\x06')
    shifted.writeUInt32LE(shifted.readUInt32LE(end + 16) + 16, end + 16)
    expect((await open(shifted)).stray).toEqual([])
  })

  test('with a comment at its end', async () => {
    const bytes = Buffer.concat([zipOf(files), Buffer.from('注释')])
    bytes.writeUInt16LE(6, bytes.lastIndexOf('PK\x05\x06') + 20)
    const zip = await open(bytes)
    expect(zip.entries).toHaveLength(3)
    expect(zip.stray).toEqual([])
  })

  test('in its 64-bit form, with bytes before it too', async () => {
    const bytes = asZip64(zipOf(files))
    expect(await textOf(await open(bytes), 'mimetype')).toBe('application/epub+zip')
    expect(await textOf(await open(Buffer.concat([Buffer.alloc(99), bytes])), 'mimetype')).toBe(
      'application/epub+zip',
    )
  })

  test('when it holds nothing', async () => {
    expect((await open(zipOf({}))).entries).toEqual([])
  })

  test('from reads no longer than its entries, for random access', async () => {
    const bytes = zipOf({
      'big.bin': noise(400_000),
      'a.txt': 'small',
    })
    const reads: number[] = []
    const source: Source = {
      ...sourceOf(bytes),
      read: async (offset, length) => (reads.push(length), bytes.subarray(offset, offset + length)),
    }
    const zip = await openZip(source, { budget: openBudget() })
    await zip.read(zip.find('a.txt')!)
    expect(reads.reduce((sum, length) => sum + length)).toBeLessThan(bytes.length * 0.8)
  })
})

describe('names of entries', () => {
  test('are UTF-8, else GB18030, with slashes', async () => {
    const raw = [
      ['a\\b\\文件.txt', ''],
      [iconv.encode('机密附件/说明.txt', 'gbk'), ''],
      [Buffer.from('plain\\x.txt'), ''],
    ] as [string | Buffer, string][]
    const zip = await open(zipOf(raw))
    expect(zip.entries.map(({ name }) => name)).toEqual(['a/b/文件.txt', '机密附件/说明.txt', 'plain/x.txt'])
  })

  test('that stand twice are both kept, and told', async () => {
    const zip = await open(
      zipOf([
        ['a.txt', 'first'],
        ['A.TXT', 'second'],
      ]),
    )
    expect(zip.duplicates).toEqual(['A.TXT'])
    expect(
      await Promise.all(zip.entries.map(async (entry) => Buffer.from(await zip.read(entry)).toString())),
    ).toEqual(['first', 'second'])
  })

  test('may lead anywhere or be very long: they are only names', async () => {
    const names = ['../../etc/passwd', 'C:\\x', '/root', 'nul\0name', '长'.repeat(1300), '\u202Egpj.exe']
    const zip = await open(zipOf(names.map((name) => [name, 'x'] as const)))
    expect(zip.entries.map(({ name }) => name)).toEqual(names.map((name) => name.replaceAll('\\', '/')))
  })
})

describe('an entry becomes a source one step deeper', () => {
  test('with its place, and its bytes when asked', async () => {
    const zip = await open(zipOf({ 'word/media/图片.png': 'bytes' }))
    const source = zip.source(zip.entries[0]!, { part: 'picture' })
    expect(source.place).toEqual([{ name: 'a.zip' }, { name: 'word/media/图片.png', part: 'picture' }])
    expect([source.name, source.size]).toEqual(['图片.png', 5])
    expect(Buffer.from(await source.read(1, 3)).toString()).toBe('yte')
  })
})

describe('a ZIP is refused, with the reason', () => {
  const good = zipOf(files)

  test.each([1, 20, 60, 200])('when %i bytes are cut off its end', async (cut) => {
    expect(await refusal(open(good.subarray(0, good.length - cut)))).toEqual(['corrupt', 'zip.cut-off'])
  })

  test('when entries share bytes', async () => {
    const bytes = Buffer.from(good)
    const [first, second] = [record(bytes, 'mimetype2'), record(bytes, '目录/通知.txt')]
    bytes.copy(bytes, second + 42, first + 42, first + 46)
    expect(await refusal(open(bytes))).toEqual(['corrupt', 'zip.overlap'])
  })

  test('when more entries stand in its directory than it states', async () => {
    const bytes = Buffer.from(good)
    bytes.writeUInt16LE(2, bytes.lastIndexOf('PK\x05\x06') + 10)
    expect(await refusal(open(bytes))).toEqual(['corrupt', 'zip.directory'])
  })

  test('when it holds more entries than the limit', async () => {
    expect(await refusal(open(good, { parts: 2 }))).toEqual(['limit', 'scan.limit'])
  })

  test('when it spans several disks', async () => {
    const bytes = Buffer.from(good)
    bytes.writeUInt16LE(3, bytes.lastIndexOf('PK\x05\x06') + 4)
    expect(await refusal(open(bytes))).toEqual(['corrupt', 'zip.directory'])
  })

  test('when its directory is encrypted', async () => {
    const bytes = Buffer.from(good)
    bytes.writeUInt16LE(0x41, record(bytes, 'mimetype2') + 8)
    expect(await refusal(open(bytes))).toEqual(['encrypted', 'zip.encrypted'])
  })
})

describe('reading an entry fails, with the reason', () => {
  const change = async (
    name: string,
    alter: (bytes: Buffer, at: number) => void,
    limits: Partial<Limits> = {},
  ) => {
    const bytes = zipOf({ 'a.txt': '机密'.repeat(200), 'zeros.bin': Buffer.alloc(17 * 1024 * 1024) })
    alter(bytes, record(bytes, name))
    const zip = await open(bytes, limits)
    return { zip, entry: zip.find(name)! }
  }

  test('when it has a password', async () => {
    const { zip, entry } = await change('a.txt', (bytes, at) => bytes.writeUInt16LE(0x801, at + 8))
    expect(entry.encrypted).toBe(true)
    expect(await refusal(zip.read(entry))).toEqual(['encrypted', 'zip.encrypted-entry'])
  })

  test('when its compression is unknown', async () => {
    const { zip, entry } = await change('a.txt', (bytes, at) => bytes.writeUInt16LE(93, at + 10))
    expect(await refusal(zip.read(entry))).toEqual(['unsupported', 'zip.method'])
  })

  test('when its checksum does not fit, and what was read can still be had', async () => {
    const { zip, entry } = await change('a.txt', (bytes, at) => bytes.writeUInt32LE(1, at + 16))
    expect(await refusal(zip.read(entry))).toEqual(['corrupt', 'zip.crc'])
    expect((await zip.salvage(entry)).bytes).toHaveLength(1200)
  })

  test.each([10, 5000])('when it states %i bytes and holds another number', async (size) => {
    const { zip, entry } = await change('a.txt', (bytes, at) => bytes.writeUInt32LE(size, at + 24))
    expect(await refusal(zip.read(entry))).toEqual(['corrupt', 'zip.entry'])
  })

  test('when it swells beyond the ratio', async () => {
    const { zip, entry } = await change('zeros.bin', () => {})
    expect(await refusal(zip.read(entry))).toEqual(['limit', 'zip.ratio'])
    expect(await refusal(zip.source(entry).bytes())).toEqual(['limit', 'zip.ratio'])
  })

  test('when the budget of the run is spent, also for what would be salvaged', async () => {
    const { zip, entry } = await change('zeros.bin', () => {}, { bytes: 1000 })
    expect(await refusal(zip.salvage(entry))).toEqual(['limit', 'scan.limit'])
  })
})

describe('the first look at a file', () => {
  test('lists names, mimetype first', async () => {
    expect(await listEntries(sourceOf(zipOf(files)))).toEqual(['mimetype', 'mimetype2', '目录/通知.txt'])
  })

  test('lists nothing and throws nothing for what cannot be read', async () => {
    const failing: Source = { ...sourceOf(zipOf(files)), read: () => Promise.reject(new Error('gone')) }
    expect(await listEntries(failing)).toEqual([])
    expect(await listEntries(sourceOf(Buffer.from('PK\x03\x04 and no more')))).toEqual([])
    expect(await listEntries(sourceOf(new Uint8Array(0)))).toEqual([])
  })
})
