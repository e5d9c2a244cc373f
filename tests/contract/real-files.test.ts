/** Every format has a file that a real program wrote, with a card, or says why not; each is read as its card says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractors } from '../../src/extract/index.js'
import { home } from '../../src/home.js'
import { openRun, type Run } from '../../src/run/open.js'
import { settingsFor } from '../../src/run/settings.js'

/** Beside a file written by a real program. */
interface Card {
  readonly file: string
  readonly producer: string
  readonly version: string
  /** The command that wrote it. */
  readonly made: string
  /** What a person sees. */
  readonly seen: string
  /** What is in the file. */
  readonly inside: string
  /** What was held against it without the product. */
  readonly verified: string
  readonly reads: Reads
}

/** What an inspection tells of it. */
interface Reads {
  readonly formats: readonly string[]
  readonly decision: string
  /** Rules that block, and what was not inspected. */
  readonly rules: readonly string[]
  readonly gaps: readonly string[]
}

const folder = join(home, 'fixtures/real')
const none = JSON.parse(readFileSync(join(folder, 'none.json'), 'utf8')) as Readonly<
  Record<string, { readonly why: string; readonly instead: string }>
>
const formats = [...new Set(extractors.map(({ format }) => format))]
const cards = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(
    ({ name }) =>
      [name, JSON.parse(readFileSync(join(folder, name, 'card.json'), 'utf8')) as Card[]] as const,
  )

describe('every format', () => {
  const carded = cards.map(([format]) => format)
  it.each(formats)('%s has a card, or says why there is no such file', (format) => {
    expect(carded.includes(format)).toBe(!(format in none))
  })

  it('that has none is held by files of our own', () => {
    const empty = Object.values(none).filter(
      ({ why, instead }) => why === '' || !existsSync(join(home, instead)),
    )
    expect(empty).toEqual([])
  })

  it('of a card is one there is', () => {
    expect([...carded, ...Object.keys(none)].filter((format) => !formats.includes(format))).toEqual([])
  })
})

let run: Run
beforeAll(async () => {
  const settings = await settingsFor({ jobs: 1 }, { cwd: '/', env: {} })
  run = await openRun(settings, { now: () => new Date('2026-05-01T00:00:00Z') })
})
afterAll(() => run.close())

async function readsOf(format: string, file: string): Promise<Reads> {
  const path = join(folder, format, file)
  const { inspection, verdict } = await run.check({
    path: file,
    file: path,
    folder: join(folder, format),
    posting: null,
  })
  const blocking = inspection.findings.filter(({ level }) => level === 'block').map(({ rule }) => rule)
  return {
    formats: inspection.documents.map((document) => document.format),
    decision: verdict.decision,
    rules: [...new Set(blocking)].toSorted(),
    gaps: [...new Set(inspection.gaps.map(({ cause }) => cause))].toSorted(),
  }
}

describe.each(cards)('%s', (format, all) => {
  it.each(all.map((card) => [card.file, card] as const))(
    '%s is read as its card says',
    async (file, card) => {
      const told = Object.entries(card).filter(([, value]) => value === '' || value === null)
      expect(told).toEqual([])
      const reads = await readsOf(format, file)
      expect(reads).toEqual(card.reads)
      expect(reads.formats[0]).toBe(format)
    },
  )

  it('has a card for each of its files', () => {
    const files = readdirSync(join(folder, format)).filter((name) => name !== 'card.json')
    expect(files.toSorted()).toEqual(all.map(({ file }) => file).toSorted())
  })
})
