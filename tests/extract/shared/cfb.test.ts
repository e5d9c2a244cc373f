import { describe, expect, test } from 'vitest'
import { openBudget } from '../../../src/budget.js'
import { Uninspectable } from '../../../src/errors.js'
import { type Cfb, childNamed, openCfb, pathsOf } from '../../../src/extract/shared/cfb.js'
import { readPropertySets } from '../../../src/extract/shared/cfb/properties.js'
import { storageFile } from '../../../src/extract/shared/cfb/write.js'
import { decompressed } from '../../../src/extract/shared/cfb/vba.js'
import { wideWords } from '../../../src/extract/shared/cfb/wide-words.js'
import { cfbOf } from '../../build-fixtures/cfb.mjs'

const open = (bytes: Uint8Array) => openCfb(bytes, openBudget())
const paths = ({ root }: Cfb) => [...pathsOf(root)].map(({ path }) => path)
const text = (cfb: Cfb, name: string) => Buffer.from(cfb.read(childNamed(cfb.root, name)!).bytes).toString()

describe('a sound compound file', () => {
  const cfb = open(cfbOf({ One: 'first', Store: { Two: 'second', Deeper: { Three: 'third' } } }))

  test('gives its streams by their paths', () => {
    expect(paths(cfb)).toEqual(['One', 'Store', 'Store/Two', 'Store/Deeper', 'Store/Deeper/Three'])
    expect(text(cfb, 'one')).toContain('first')
    expect(cfb.fault).toBeNull()
  })

  test('gives a storage as a file of its own', () => {
    const inner = open(storageFile(cfb, childNamed(cfb.root, 'Store')!))
    expect(paths(inner)).toEqual(['Two', 'Deeper', 'Deeper/Three'])
    expect(text(inner, 'Two')).toContain('second')
  })

  test('of several megabytes needs more than one table, and keeps every byte', () => {
    const large = Buffer.alloc(8_000_000, 7)
    const part = { name: 'x', kind: 'storage', classId: '', startSector: 0, size: 0 } as const
    const stream = { ...part, name: 'Large', kind: 'stream' as const, size: large.length, children: [] }
    const source: Cfb = { root: stream, fault: null, read: () => ({ bytes: large, fault: null }) }
    const made = open(storageFile(source, { ...part, children: [stream] }))
    expect(Buffer.from(made.read(childNamed(made.root, 'Large')!).bytes).equals(large)).toBe(true)
  })
})

/** A file whose directory is as given, one entry of 128 bytes each. */
function withDirectory(count: number, write: (entry: Buffer, index: number) => void): Buffer {
  const sectors = Math.ceil(count / 4)
  const directory = Buffer.alloc(sectors * 512)
  for (let index = 0; index < count; index++) {
    const entry = directory.subarray(index * 128, index * 128 + 128)
    entry.fill(0xff, 68, 80)
    entry.write('e', 'utf16le')
    entry.writeUInt16LE(4, 64)
    entry.writeUInt8(index === 0 ? 5 : 1, 66)
    write(entry, index)
  }
  const made = storageFile(
    { root: null!, fault: null, read: () => ({ bytes: directory, fault: null }) },
    {
      name: 'x',
      kind: 'storage',
      classId: '',
      startSector: 0,
      size: 0,
      children: [
        { name: 'd', kind: 'stream', classId: '', startSector: 0, size: directory.length, children: [] },
      ],
    },
  )
  const file = Buffer.from(made)
  // The stream's sectors stand right behind the one of the file's own directory: they become the directory.
  file.writeUInt32LE(file.readUInt32LE(48) + 1, 48)
  return file
}

describe('a hostile compound file', () => {
  test('with siblings in a circle is listed once, and said to be damaged', () => {
    const cfb = open(
      withDirectory(4, (entry, index) => {
        if (index === 0) entry.writeUInt32LE(1, 76)
        else entry.writeUInt32LE((index % 3) + 1, 72)
      }),
    )
    expect(cfb.root.children).toHaveLength(3)
    expect(cfb.fault?.code).toBe('cfb.directory')
  })

  test('nested ten thousand deep ends at a depth no program writes', () => {
    const cfb = open(withDirectory(10_000, (entry, index) => void entry.writeUInt32LE(index + 1, 76)))
    expect(cfb.fault?.code).toBe('cfb.directory')
    expect(paths(cfb).length).toBeGreaterThan(60)
  })

  test('of more entries than any program writes is a limit', () => {
    expect(() => open(withDirectory(70_000, () => {}))).toThrow(Uninspectable)
  })

  test('that states a longer stream than it has gives what there is and says so', () => {
    const bytes = cfbOf({ One: 'first' })
    bytes.writeUInt32LE(0x7fffffff, 1024 + 128 + 120)
    const { bytes: had, fault } = open(bytes).read(childNamed(open(bytes).root, 'One')!)
    expect(had.length).toBeLessThan(bytes.length)
    expect(fault?.code).toBe('cfb.stream')
  })

  test('whose chain runs in a circle ends where the file does', () => {
    const bytes = cfbOf({ One: 'x'.repeat(2_000) })
    bytes.writeUInt32LE(2, 512 + 4 * 3)
    bytes.writeUInt32LE(0x7fffffff, 1024 + 128 + 120)
    const cfb = open(bytes)
    expect(cfb.read(childNamed(cfb.root, 'One')!).bytes.length).toBeLessThanOrEqual(bytes.length + 512)
  })

  test.each([0, 100, 511, 600, 1000])('cut at %i bytes is refused', (length) => {
    expect(() => open(cfbOf({ One: 'first' }).subarray(0, length))).toThrow(Uninspectable)
  })
})

test('a property set that lies about its length is said not to be whole', () => {
  const bytes = Buffer.alloc(64)
  bytes.writeUInt16LE(0xfffe, 0)
  bytes.writeUInt32LE(1, 24)
  bytes.writeUInt32LE(9_999, 44)
  expect(readPropertySets(bytes)).toEqual({ found: [], whole: false })
})

test('compressed macro source is read with its copies', () => {
  // [MS-OVBA] 3.2.2.
  const container = Buffer.from(
    '012fb00023616161627f63646566826161616171b6767f68696a6b7fc26c6d6e6f7012',
    'hex',
  )
  expect(decompressed(container, 0).text.subarray(0, 4).toString()).toBe('#aaa')
})

test('words are found in bytes nobody knows, and not where there are none', () => {
  expect(wideWords(Buffer.from('\0\0内部资料\0', 'utf16le'))).toEqual(['内部资料'])
  expect(wideWords(Buffer.from('Microsoft Word 97-2003 Document'))).toEqual([])
})
