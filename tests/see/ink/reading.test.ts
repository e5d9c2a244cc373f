/** Ink no text accounts for: marks drawn in every way are found where they stand, and as much ink without a mark is silent. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBudget } from '../../../src/budget.js'
import { inspect, type Observation, type Tools } from '../../../src/inspect.js'
import { compileRules } from '../../../src/match/index.js'
import { placeOf } from '../../../src/place.js'
import { readRules } from '../../../src/ruleset/load.js'
import { openOcr } from '../../../src/see/ocr/index.js'
import { memorySource } from '../../../src/source.js'
import type { Hit, OcrReader } from '../../../src/types.js'

const folder = new URL('../../../fixtures/see/ink/', import.meta.url)
const filesOf = (kind: string) => readdirSync(new URL(kind, folder))
let reader: OcrReader
let tools: Tools

beforeAll(async () => {
  reader = await openOcr('paddle')
  const { rules } = await readRules()
  tools = { matchers: compileRules(rules), eyes: async () => reader }
}, 60_000)
afterAll(() => reader.close())

async function observed(path: string, over: Partial<Tools> = {}): Promise<Observation[]> {
  const source = memorySource(placeOf({ name: 'a.pdf' }), readFileSync(new URL(path, folder)))
  const seen: Observation[] = []
  for await (const one of inspect(source, { budget: openBudget() }, { ...tools, ...over })) seen.push(one)
  return seen
}

const hitsOf = (seen: readonly Observation[]): Hit[] =>
  seen.flatMap((one) => (one.kind === 'hits' ? one.hits : []))
const gapsOf = (seen: readonly Observation[]) => seen.filter(({ kind }) => kind === 'gap')

/** Where the mark is drawn, in points from the upper left corner. */
const places: Readonly<Record<string, readonly [number, number]>> = {
  'fragments.pdf': [430, 770],
  'watermark-45.pdf': [280, 560],
  'watermark-60.pdf': [280, 530],
  'watermark-minus-30.pdf': [270, 370],
  'watermark-level-text-over.pdf': [270, 320],
}

describe('a mark is found however it is drawn', () => {
  test.each(filesOf('marked'))('%s', { timeout: 60_000 }, async (file) => {
    const seen = await observed(`marked/${file}`)
    const found = hitsOf(seen).filter(({ level }) => level === 'block')
    expect(found.map(({ rule }) => rule)).toContainEqual(
      file.includes('minus') ? 'internal-mark' : 'state-secret-mark',
    )
    expect(gapsOf(seen)).toEqual([])
    expect(found.every(({ sight }) => sight === (/hidden|off/.test(file) ? 'hidden' : 'visible'))).toBe(true)
    const [x, y] = places[file] ?? [150, 60]
    const [left, top, width, height] = found[0]!.place[0].box!
    expect(Math.abs(left + width / 2 - x)).toBeLessThan(100)
    expect(Math.abs(top + height / 2 - y)).toBeLessThan(100)
  })
})

describe('ink that is no mark is silent', () => {
  test.each(filesOf('clean'))('%s', { timeout: 60_000 }, async (file) => {
    const seen = await observed(`clean/${file}`)
    expect(hitsOf(seen).filter(({ level }) => level !== 'note')).toEqual([])
    expect(gapsOf(seen)).toEqual([])
  })
})

describe('with OCR switched off', () => {
  test('letters that would have been read are a gap', async () => {
    expect(gapsOf(await observed('marked/watermark-45.pdf', { eyes: null }))).toMatchObject([
      { cause: 'disabled', place: [{ page: 1 }] },
    ])
  })

  test('ink that is no lettering is none', async () => {
    expect(gapsOf(await observed('clean/grey-cells.pdf', { eyes: null }))).toEqual([])
  })
})
