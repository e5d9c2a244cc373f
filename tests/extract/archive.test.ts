import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openBudget } from '../../src/budget.js'
import { archives } from '../../src/extract/archive.js'
import { pickExtractor } from '../../src/extract/index.js'
import { placeOf, trail } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Extractor } from '../../src/types.js'
import { probe, walk, type Walked } from '../../src/walk.js'
import { tarOf } from '../build-fixtures/tar-writer.mjs'
import { zipOf } from '../build-fixtures/zip.mjs'
import { casesOf } from './cases.js'
import { dump, fileSource } from './dump.js'

async function extractorFor(bytes: Uint8Array, name: string): Promise<Extractor | null> {
  return pickExtractor(await probe(memorySource(placeOf({ name }), bytes)))
}

async function walked(bytes: Uint8Array, name: string): Promise<Walked[]> {
  const all: Walked[] = []
  for await (const one of walk(memorySource(placeOf({ name }), bytes), { budget: openBudget() }))
    all.push(one)
  return all
}

const textsIn = (pieces: readonly Walked[]) =>
  pieces.flatMap((piece) =>
    piece.kind === 'page' ? piece.page.lines.flatMap(({ spans }) => spans.map(({ text }) => text)) : [],
  )

describe('an archive says what is in', () => {
  test.each(casesOf('archive'))('$name', async ({ folder, input }) => {
    const source = await fileSource(input)
    const extractor = pickExtractor(await probe(source))
    expect(archives).toContain(extractor)
    await expect(await dump(extractor!, source)).toMatchFileSnapshot(join(folder, 'expected.txt'))
  })
})

describe('what an archive holds is inspected, however deep', () => {
  const read = [
    'zip', 'zip-names', 'zip-appended', 'zip-deflate64', 'zip-bzip2', 'zip-lzma', 'zip-ppmd', 'zip-xz', 'zip-zstd', 'tar', 'tar-long-names', 'tar-no-end', 'tar-joined', 'tar-gz', 'tgz', 'gz-two',
    'bz2', 'xz', 'zst', '7z', 'rar5', 'rar4', 'rar-bad-sum', 'iso', 'self-extracting',
  ] // prettier-ignore
  test.each(casesOf('archive').filter(({ name }) => read.includes(name)))('$name', async ({ input }) => {
    const pieces = await walked(new Uint8Array(readFileSync(input)), input.slice(input.lastIndexOf('/') + 1))
    expect(textsIn(pieces).join('\n')).toContain('秘密★3年')
  })
})

describe('documents that are packed as ZIP keep their own readers', () => {
  test.each(['docx', 'xlsx', 'pptx', 'odf', 'ofd', 'epub'])('%s', async (format) => {
    const sound = casesOf(format).filter(({ name }) => !/cut-off|damaged/.test(name))
    const picked = sound
      .slice(0, 5)
      .map(({ input }) => extractorFor(new Uint8Array(readFileSync(input)), 'x.bin'))
    const formats = (await Promise.all(picked)).map((extractor) => extractor?.format)
    expect(formats).not.toContain('zip')
  })
})

describe('names of folders are judged', () => {
  test('once each, with an entry that stands in them', async () => {
    const pieces = await walked(zipOf({ '机密/1/a.txt': '甲', '机密/2/b.txt': '乙' }), 'a.zip')
    const names = pieces.flatMap((piece) =>
      piece.kind === 'page' && piece.page.place.at(-1)!.part === 'name' ? piece.page.lines : [],
    )
    expect(names.map(({ spans, at }) => [spans[0]!.text, at!.label])).toEqual([
      ['机密', '机密/1/a.txt'],
      ['1', '机密/1/a.txt'],
      ['2', '机密/2/b.txt'],
    ])
  })
})

describe('a file is taken for what it is', () => {
  test.each([
    ['a text named zip', Buffer.from('404 未找到\n'), '附件.zip', 'text'],
    ['a text in capitals', Buffer.from('MZ 区编号表\n1,2,3\n'), 'a.txt', 'text'],
    ['a text that begins like bzip2', Buffer.from('BZh9 号楼住户名单\n'), 'a.txt', 'text'],
    ['a text that begins like lzh', Buffer.from('第-lh5-号\n'), 'a.txt', 'text'],
    ['a text that begins like cpio', Buffer.from('070701 邮政编码\n'), 'a.txt', 'text'],
    ['an old tar without a magic', tarOf([{ name: 'a', content: 'b', magic: '' }]), 'a.bin', 'tar'],
    ['a program', Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1'), Buffer.alloc(64)]), 'a.exe', 'program'],
  ])('%s', async (_what, bytes, name, format) => {
    expect((await extractorFor(bytes, name))?.format).toBe(format)
  }) // prettier-ignore
})

describe('links in a tar', () => {
  test('are named, not followed', async () => {
    const pieces = await walked(tarOf([{ name: '密码', type: '2', link: '/etc/passwd' }]), 'a.tar')
    expect(pieces.filter(({ kind }) => kind === 'gap')).toEqual([])
    expect(pieces).toContainEqual({
      kind: 'note',
      place: placeOf({ name: 'a.tar' }),
      detail: { code: 'archive.link', args: { name: '密码', target: '/etc/passwd' } },
    })
    expect(textsIn(pieces)).toContain('密码')
  })
})

test('a zip with something before it is opened by its name, and what stands before it is inspected', async () => {
  const bytes = Buffer.concat([Buffer.from('\0前面的话\n'), zipOf({ 'a.txt': '秘密★3年' })])
  const pieces = await walked(bytes, 'a.zip')
  expect(textsIn(pieces)).toContain('秘密★3年')
  expect(pieces.some((piece) => 'place' in piece && trail(piece.place) === 'a.zip!prepended-data.bin')).toBe(
    true,
  )
})

test('places name the whole chain', async () => {
  const inner = zipOf({ '附件/方案.txt': '秘密★3年' })
  const pieces = await walked(tarOf([{ name: '材料.zip', content: inner }]), 'a.tar')
  const pages = pieces.flatMap((piece) => (piece.kind === 'page' ? [trail(piece.page.place)] : []))
  expect(pages).toContain('a.tar!材料.zip!附件/方案.txt')
})
