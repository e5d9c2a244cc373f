import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openBudget } from '../../src/budget.js'
import { streamedSource } from '../../src/extract/archive/streamed.js'
import { chunkSource } from '../../src/extract/archive/chunks.js'
import { placeOf, trail } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Limits, Source } from '../../src/types.js'
import { walk, type Walked } from '../../src/walk.js'
import { rar5Of } from '../build-fixtures/rar-writer.mjs'
import { paxRecord, tarOf } from '../build-fixtures/tar-writer.mjs'
import { zipOf } from '../build-fixtures/zip.mjs'

const MB = 1024 ** 2
const noise = (bytes: number, seed = 'noise') =>
  createHash('shake256', { outputLength: bytes }).update(seed).digest()

async function read(bytes: Uint8Array, name: string, limits: Partial<Limits> = {}) {
  const before = process.memoryUsage.rss()
  const budget = openBudget({ ...openBudget().limits, ...limits })
  const walked: Walked[] = []
  let most = 0
  for await (const one of walk(memorySource(placeOf({ name }), bytes), { budget })) {
    walked.push(one)
    most = Math.max(most, process.memoryUsage.rss() - before)
  }
  const gaps = walked.flatMap((one) =>
    one.kind === 'gap' ? [`${trail(one.place)}: ${one.detail.code}`] : [],
  )
  const pages = walked.flatMap((one) =>
    one.kind === 'page' ? [[trail(one.page.place), one.page.lines[0]?.spans[0]?.text]] : [],
  )
  return { walked, gaps, pages, most }
}

/** Expands about twentyfold, as text does at best. */
const filler = Buffer.concat(Array.from({ length: 20 * 16 }, (_, index) => noise(65_536, `${index % 16}`)))

describe('a tar in a gzip', () => {
  it('of more than memory should hold is read entry by entry to its end', async () => {
    const mark = '秘密★3年\n'
    const first = tarOf([{ name: '前.txt', content: mark }], { end: false })
    const middle = tarOf([{ name: 'a.woff2', content: Buffer.concat([Buffer.from('wOF2'), filler]) }], { end: false }) // prettier-ignore
    const last = tarOf([{ name: '后.txt', content: mark }])
    const zipped = gzipSync(middle, { level: 1 })
    const members = [gzipSync(first), ...Array.from({ length: 16 }, () => zipped), gzipSync(last)]
    const { gaps, pages, most } = await read(Buffer.concat(members), '附件.tar.gz')
    expect(gaps).toEqual([])
    expect(pages.filter(([, text]) => text === '秘密★3年').map(([name]) => name)).toEqual([
      '附件.tar.gz!附件.tar!前.txt',
      '附件.tar.gz!附件.tar!后.txt',
    ])
    expect(most).toBeLessThan(500 * MB)
  })

  it('that is cut off tells its entries so far, and that it was cut off', async () => {
    const bytes = gzipSync(tarOf([{ name: 'a.txt', content: '甲\n' }, { name: 'b.bin', content: noise(50_000) }])) // prettier-ignore
    const { gaps, pages } = await read(bytes.subarray(0, 30_000), 'a.tgz')
    expect(gaps).toContain('a.tgz!a.tar: archive.cut-off')
    expect(pages).toContainEqual(['a.tgz!a.tar!a.txt', '甲'])
  })
})

describe('a gzip', () => {
  it('of 42 kilobytes that unpacks to four gigabytes is stopped, flat', async () => {
    const member = gzipSync(Buffer.alloc(64 * MB), { level: 9 })
    const bytes = gzipSync(Buffer.concat(Array.from({ length: 64 }, () => member)), { level: 9 })
    expect(bytes.length).toBeLessThan(42_000)
    const { gaps, most, walked } = await read(bytes, 'a.gz.gz')
    expect(gaps).toEqual(['a.gz.gz!a.gz!a: zip.ratio'])
    expect(walked.find(({ kind }) => kind === 'gap')).toMatchObject({ cause: 'limit', detail: { args: { limit: 200 } } }) // prettier-ignore
    expect(most).toBeLessThan(400 * MB)
  })

  it('that unpacks to more bytes than allowed names the flag', async () => {
    const { walked } = await read(gzipSync(filler), 'a.gz', { bytes: 2 * MB })
    expect(walked.at(-1)).toMatchObject({ cause: 'limit', detail: { args: { flag: '--max-bytes' } } })
  })

  it.each([
    ['with a wrong sum', (bytes: Buffer) => bytes.writeUInt32LE(7, bytes.length - 8), 'zip.crc'],
    ['with a wrong length', (bytes: Buffer) => bytes.writeUInt32LE(7, bytes.length - 4), 'zip.crc'],
    ['with bad codes', (bytes: Buffer) => bytes.fill(0xff, 2000, 2100), 'zip.entry'],
  ])('%s is a gap, and what came out of it is read', async (_what, damage, code) => {
    const bytes = gzipSync(Array.from({ length: 2000 }, (_, index) => `第${index}行\n`).join(''))
    damage(bytes)
    const { gaps, pages } = await read(bytes, 'a.txt.gz')
    expect(gaps).toContain(`a.txt.gz!a.txt: ${code}`)
    expect(pages[0]).toEqual(['a.txt.gz!a.txt', '第0行'])
  })

  it('says its own name and comment', async () => {
    const bytes = gzipSync('甲')
    const said = Buffer.from('方案.txt\0机密★1年\0')
    bytes[3] = 8 | 16
    const { pages } = await read(Buffer.concat([bytes.subarray(0, 10), said, bytes.subarray(10)]), 'a.gz')
    expect(pages).toContainEqual(['a.gz!方案.txt', '甲'])
    expect(pages).toContainEqual(['a.gz', '机密★1年'])
  })
})

describe('a stream read as a file', () => {
  const size = 20 * MB
  const whole = Buffer.concat(Array.from({ length: 20 }, (_, index) => noise(MB, `${index}`)))
  let opened = 0
  const open = async function* () {
    opened += 1
    for (let at = 0; at < size; at += 300_001) yield whole.subarray(at, at + 300_001)
  }
  const streamed = () => {
    opened = 0
    return streamedSource(placeOf({ name: 'a' }), { open, size, signal: new AbortController().signal })
  }

  it('gives the same bytes wherever it is read, forward or back', async () => {
    const source = streamed()
    for (const at of [0, 5, 299_999, 9 * MB, 8 * MB, 1 * MB, size - 3, 0, size - 700_000]) {
      const length = 600_000
      expect(
        Buffer.compare(Buffer.from(await source.read(at, length)), whole.subarray(at, at + length)),
      ).toBe(0)
    }
    expect(opened).toBe(3)
    expect((await source.read(size, 10)).length).toBe(0)
    expect(Buffer.compare(Buffer.from(await source.bytes()), whole)).toBe(0)
  })

  it('two readers at once do not disturb each other', async () => {
    const source = streamed()
    const at = [0, 19 * MB, 3 * MB, 11]
    const both = await Promise.all(at.map((offset) => source.read(offset, 1000)))
    for (const [index, bytes] of both.entries())
      expect(Buffer.from(bytes)).toEqual(whole.subarray(at[index]!, at[index]! + 1000))
  })

  it('is not unpacked without end for a reader that goes back and forth', async () => {
    const source = streamed()
    await expect(async () => {
      for (let time = 0; time < 40; time += 1) {
        await source.read(size - 10, 10)
        await source.read(0, 10)
      }
    }).rejects.toMatchObject({ reason: 'limit', said: { code: 'archive.back-and-forth' } })
  })

  it('chunks in memory are read across their borders', async () => {
    const chunks = [whole.subarray(0, 10), whole.subarray(10, 11), whole.subarray(11, 500)]
    const source = chunkSource(placeOf({ name: 'a' }), chunks)
    expect(source.size).toBe(500)
    for (const [at, length] of [
      [0, 500],
      [9, 3],
      [10, 1],
      [11, 489],
      [499, 9],
      [500, 1],
      [3, 5],
    ] as const)
      expect(Buffer.from(await source.read(at, length))).toEqual(
        whole.subarray(at, Math.min(500, at + length)),
      )
    expect(Buffer.from(await source.bytes())).toEqual(whole.subarray(0, 500))
    expect((await chunkSource(placeOf({ name: 'a' }), []).read(0, 1)).length).toBe(0)
  })
})

describe('an entry of a zip packed by a rare method', () => {
  const rare = (content: Uint8Array | string, pack: (plain: Buffer) => Buffer, method: number) =>
    zipOf([['a.txt', content], ['b.txt', '乙\n']], { method, pack }) // prettier-ignore

  it('that is no such method at all is a gap, and its neighbour is read', async () => {
    const bytes = rare('甲\n', (plain) => plain, 77)
    const { gaps } = await read(bytes, 'a.zip')
    expect(gaps).toEqual(['a.zip!a.txt: archive.method', 'a.zip!b.txt: archive.method'])
  })

  it('that is damaged is a gap', async () => {
    const bytes = rare('甲\n', (plain) => plain, 12)
    const { gaps } = await read(bytes, 'a.zip')
    expect(gaps).toHaveLength(2)
    expect(gaps.join()).toMatch(/zip\.entry|archive\.(unopened|cut-off)|zip\.crc/)
  })
})

describe('an archive that 7-Zip reads', () => {
  it('of more than is held at once is unpacked window by window, each entry once and in order', async () => {
    const large = Buffer.concat([Buffer.from('wOF2'), filler, filler])
    const names = ['1.woff2', '2.woff2', '3.woff2', '4.woff2', '5.woff2']
    const bytes = rar5Of([['前.txt', '秘密★3年\n'], ...names.map((name) => [name, large] as [string, Buffer]), ['后.txt', '秘密★5年\n']]) // prettier-ignore
    expect(bytes.length).toBeGreaterThan(192 * MB)
    const { walked, gaps } = await read(bytes, 'a.rar')
    expect(gaps).toEqual([])
    const opened = walked.flatMap((one) => (one.kind === 'document' ? [trail(one.document.place)] : []))
    expect(opened).toEqual(['a.rar', ...['前.txt', ...names, '后.txt'].map((name) => `a.rar!${name}`)])
    const texts = walked.flatMap((one) => (one.kind === 'page' ? one.page.lines : [])).map(({ spans }) => spans[0]!.text) // prettier-ignore
    expect(texts.filter((text) => text.includes('★'))).toEqual(['秘密★3年', '秘密★5年'])
  })
})

describe('limits without a flag are gaps all the same', () => {
  it('an entry of more than 512 MB', async () => {
    const small = zipOf([['a.txt', 'x'.repeat(8)], ['b.txt', '乙\n']], { method: 0, pack: (plain) => plain }) // prettier-ignore
    const added = 520 * MB
    const at = small.indexOf('xxxxxxxx')
    const directory = small.readUInt32LE(small.length - 6)
    for (const header of [0, directory]) {
      const sizes = header === 0 ? 18 : 20
      small.writeUInt32LE(8 + added, header + sizes)
      small.writeUInt32LE(8 + added, header + sizes + 4)
    }
    const second = small.indexOf('PK\x01\x02', directory + 4, 'latin1')
    small.writeUInt32LE(small.readUInt32LE(second + 42) + added, second + 42)
    small.writeUInt32LE(directory + added, small.length - 6)
    const walked: Walked[] = []
    for await (const one of walk(stretched(small, at, added), { budget: openBudget() })) walked.push(one)
    const gaps = walked.flatMap((one) => (one.kind === 'gap' ? [[one.cause, one.detail.code]] : []))
    expect(gaps).toEqual([['limit', 'zip.too-large']])
    expect(walked.some((one) => one.kind === 'page' && trail(one.page.place) === 'a.zip!b.txt')).toBe(true)
  })

  it('names of more than 50,000 folders', async () => {
    const entries = Array.from({ length: 3 }, (_, index) => ({ name: `${Array.from({ length: 17_000 }, (_each, step) => `${index}_${step}`).join('/')}/a.txt`, content: '甲\n' })) // prettier-ignore
    const long = entries.flatMap(({ name, content }) => [{ name: 'pax', type: 'x', content: paxRecord('path', name) }, { name: 'x', content }]) // prettier-ignore
    expect((await read(tarOf(long), 'a.tar')).gaps).toEqual(['a.tar: archive.names'])
  })
})

/** The bytes with so many zeros put in at `at`; none of them is held. */
function stretched(bytes: Buffer, at: number, zeros: number): Source {
  const size = bytes.length + zeros
  const read = async (offset: number, wanted: number) => {
    const length = Math.max(0, Math.min(wanted, size - offset))
    const out = new Uint8Array(length)
    for (const [part, start] of [
      [bytes.subarray(0, at), 0],
      [bytes.subarray(at), at + zeros],
    ] as const) {
      const from = Math.max(0, offset - start)
      const until = Math.min(part.length, offset + length - start)
      if (until > from) out.set(part.subarray(from, until), start + from - offset)
    }
    return out
  }
  return { place: placeOf({ name: 'a.zip' }), name: 'a.zip', size, read, bytes: () => read(0, size) }
}
