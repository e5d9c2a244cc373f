import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultLimits, openBudget } from '../src/budget.js'
import { Uninspectable } from '../src/errors.js'
import { placeOf } from '../src/place.js'
import { memorySource } from '../src/source.js'
import type { Extractor, Piece, Work } from '../src/types.js'
import { walk, type Walked } from '../src/walk.js'

const picked = vi.hoisted(() => ({ extractor: null as Extractor | null }))
vi.mock('../src/extract/index.js', () => ({ pickExtractor: () => picked.extractor }))
afterEach(() => void (picked.extractor = null))

const place = placeOf({ name: '通知.doc' })
const bytes = (...values: number[]) => Uint8Array.from(values)

/** What the walk says of a file whose reader does as told, the document itself left out. */
async function said(
  extract: (() => AsyncIterable<Piece>) | null,
  { name = '通知.doc', content = bytes(1), limits = {}, around = [] as string[] } = {},
): Promise<Walked[]> {
  picked.extractor = extract && { format: 'doc', extensions: ['doc'], accepts: () => true, extract }
  const work: Work = { budget: openBudget({ ...defaultLimits, ...limits }) }
  const all: Walked[] = []
  for await (const one of walk(memorySource(placeOf({ name }), content), work, around)) all.push(one)
  return all.filter(({ kind }) => kind !== 'document')
}

const page = { kind: 'page', page: { place, lines: [], marks: [], reading: 'stated' } } as const
const part: Piece = { kind: 'part', role: 'attachment', source: memorySource(place, bytes(1)) }

describe('a file becomes a gap', () => {
  it('when no reader knows it', async () => {
    expect(await said(null)).toMatchObject([{ kind: 'gap', cause: 'unsupported' }])
  })

  it('when its reader has nothing to say of it', async () => {
    expect(await said(async function* () {})).toMatchObject([
      { kind: 'gap', cause: 'corrupt', detail: { code: 'scan.silent' } },
    ])
  })

  it('when its reader breaks down; what it said before is kept', async () => {
    const broken = async function* (): AsyncGenerator<Piece> {
      yield page
      throw new TypeError('x is undefined')
    }
    expect(await said(broken)).toMatchObject([
      { kind: 'page' },
      { kind: 'gap', cause: 'crashed', place, detail: { code: 'scan.crashed', args: { why: 'TypeError' } } },
    ])
  })

  it('for the reason its reader gives', async () => {
    const locked = async function* (): AsyncGenerator<Piece> {
      yield page
      throw new Uninspectable('encrypted', { code: 'office.encrypted' })
    }
    expect(await said(locked)).toMatchObject([{ kind: 'page' }, { kind: 'gap', cause: 'encrypted' }])
  })

  it('when it has no bytes, unless it is a text', async () => {
    expect(await said(null, { content: bytes() })).toMatchObject([{ kind: 'gap', cause: 'corrupt' }])
    expect(await said(null, { name: '说明.txt', content: bytes() })).toMatchObject([{ kind: 'inert' }])
  })

  it('when it lies deeper than the limit', async () => {
    const around = Array.from({ length: 3 }, (_, depth) => String(depth))
    const one = async function* (): AsyncGenerator<Piece> {
      yield page
    }
    expect(await said(one, { limits: { depth: 2 }, around })).toMatchObject([{ kind: 'gap', cause: 'limit' }])
    expect(await said(one, { limits: { depth: 3 }, around })).toMatchObject([{ kind: 'page' }])
  })

  it('when it holds itself', async () => {
    const own = async function* (): AsyncGenerator<Piece> {
      yield part
    }
    expect(await said(own)).toMatchObject([
      { kind: 'name' },
      { kind: 'gap', cause: 'limit', detail: { code: 'scan.holds-itself' } },
    ])
  })

  it('once, when a limit of the whole run is reached, and nothing more is read', async () => {
    let asked = 0
    const many = async function* (): AsyncGenerator<Piece> {
      for (; asked < 100; asked += 1) yield page
    }
    const found = await said(many, { limits: { pages: 3 } })
    expect(found.map(({ kind }) => kind)).toEqual(['page', 'page', 'page', 'gap'])
    expect(found.at(-1)).toMatchObject({
      cause: 'limit',
      detail: { args: { what: 'pages', flag: '--max-pages' } },
    })
    expect(asked).toBeLessThan(5)
  })
})

it('a note belongs to the document whose reader made it', async () => {
  const noting = async function* (): AsyncGenerator<Piece> {
    yield { kind: 'note', detail: { code: 'dxf.words-only' } }
  }
  expect(await said(noting)).toMatchObject([{ kind: 'note', place }])
})
