import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openBudget } from '../../src/budget.js'
import { extractors } from '../../src/extract/index.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import { pickFor, walk, type Walked } from '../../src/walk.js'

const root = fileURLToPath(new URL('../../fixtures', import.meta.url))
const samples = ['extract', 'scan'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('expected.'))
    .map((entry) => join(entry.parentPath, entry.name)),
)
const bytesOf = (path: string) => new Uint8Array(readFileSync(path))

/** Reads all that can be read, pixels left alone, as a child process would. */
async function read(name: string, bytes: Uint8Array): Promise<{ walked: Walked[]; crashes: unknown[] }> {
  const crashes: unknown[] = []
  const walked: Walked[] = []
  const work = { budget: openBudget(), onCrash: (error: unknown) => crashes.push(error) }
  for await (const piece of walk(memorySource(placeOf({ name }), bytes), work)) walked.push(piece)
  return { walked, crashes }
}

/** A small deterministic generator, so that a failing case can be run again. */
function* flips(seed: number): Generator<number> {
  let state = seed
  while (true) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const copy = bytes.slice()
  const random = flips(seed)
  const next = () => random.next().value as number
  for (let count = 0; count < 8; count += 1)
    copy[Math.floor(next() * copy.length)]! ^= 1 << Math.floor(next() * 8)
  return copy
}

const told = ({ walked }: Awaited<ReturnType<typeof read>>) =>
  walked.filter(({ kind }) => kind !== 'document' && kind !== 'name')

describe.each(samples.map((path) => [path.slice(root.length + 1), path]))('%s', (name, path) => {
  const bytes = bytesOf(path)

  it('is read without a crash, and says something', async () => {
    const result = await read(name, bytes)
    expect(result.crashes).toEqual([])
    expect(told(result).length).toBeGreaterThan(0)
  })

  it('cut at ten points never crashes a reader and never passes in silence', async () => {
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const result = await read(name, bytes.subarray(0, Math.floor((bytes.length * tenth) / 10)))
      expect(result.crashes, `cut at ${tenth}/10`).toEqual([])
      expect(told(result).length, `cut at ${tenth}/10`).toBeGreaterThan(0)
    }
  })

  it('with flipped bits never crashes a reader', async () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const result = await read(name, damaged(bytes, seed))
      expect(result.crashes, `seed ${seed}`).toEqual([])
    }
  })

  it('is told by its bytes, not by its name', async () => {
    const formatAs = async (as: string) => (await pickFor(memorySource(placeOf({ name: as }), bytes)))?.format
    const own = await formatAs(name)
    // Text and inert things have no magic: for them the name is part of the telling.
    const expected = own === 'text' || own === 'inert' ? [own, undefined] : [own]
    expect(expected).toContain(await formatAs('通知.pdf'))
  })

  it('says the same twice, in data that can cross a process border', async () => {
    const plain = async () =>
      (await read(name, bytes)).walked.map((each) =>
        each.kind === 'page' ? { ...each.page, pixels: null } : each,
      )
    const [one, two] = [await plain(), await plain()]
    expect(structuredClone(one)).toEqual(two)
  })
})

describe('every extractor', () => {
  it.each(extractors.map((extractor) => [extractor.format, extractor]))(
    '%s stops when the budget is spent',
    async (_format, extractor) => {
      const limits = { ...openBudget().limits, pages: 0, parts: 0, bytes: 0, pixels: 0 }
      for (const path of samples) {
        const source = memorySource(placeOf({ name: path }), bytesOf(path))
        if ((await pickFor(source)) !== extractor) continue
        const walked = []
        for await (const piece of walk(source, { budget: openBudget(limits) })) walked.push(piece)
        expect(
          walked.some(
            (piece) => piece.kind === 'page' && piece.page.number !== undefined && piece.page.number > 1,
          ),
        ).toBe(false)
      }
    },
  )
})
