import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultLimits } from '../../src/budget.js'
import { openPool, type Pool } from '../../src/pool/index.js'
import type { Setup, Unit } from '../../src/pool/messages.js'
import type { WorkerLimits } from '../../src/pool/watch.js'

const setup: Setup = {
  rules: [],
  limits: defaultLimits,
  ocr: { engine: 'off' },
  debug: false,
}
const childModule = fileURLToPath(new URL('./misbehaving-child.mjs', import.meta.url))
const unit = (path: string): Unit => ({ path, file: path, folder: '.', inspectedWhole: false })

let pool: Pool
const open = (jobs: number, limits: Partial<WorkerLimits> = {}, first = '') => {
  pool = openPool({
    setup,
    debug: false,
    first,
    jobs,
    limits: { silence: 5000, memory: 256 * 1024 ** 2, ...limits },
    childModule,
  })
  return pool
}
afterEach(() => pool.close())

const gapsOf = (seen: Awaited<ReturnType<Pool['inspect']>>) => seen.filter((each) => each.kind === 'gap')
const pagesOf = (seen: Awaited<ReturnType<Pool['inspect']>>) =>
  seen.flatMap((each) => (each.kind === 'page' ? [each.number] : []))

describe('processes that misbehave', () => {
  it.each([
    ['crash.pdf', 'crashed', 'scan.process-died'],
    ['hang.pdf', 'timeout', 'scan.timeout'],
    ['eat.pdf', 'limit', 'scan.out-of-memory'],
  ])('%s becomes a gap and the next file is inspected', async (path, cause, code) => {
    const { inspect } = open(1)
    const [bad, good] = await Promise.all([inspect(unit(path)), inspect(unit('good.pdf'))])
    expect(gapsOf(bad)).toMatchObject([{ cause, place: [{ name: path }], detail: { code } }])
    expect(good).toHaveLength(1)
    expect(gapsOf(good)).toEqual([])
  })

  it('one that eats memory in a loop and says nothing is ended by its guard', async () => {
    const { inspect } = open(1, {}, 'guarded')
    expect(gapsOf(await inspect(unit('gorge.pdf')))).toMatchObject([
      { cause: 'limit', detail: { code: 'scan.out-of-memory', args: { limit: 256 } } },
    ])
    expect(gapsOf(await inspect(unit('good.pdf')))).toEqual([])
  })

  it('to be alive is no progress', async () => {
    const seen = await open(1, { silence: 1000 }).inspect(unit('mumble.pdf'))
    expect(gapsOf(seen)).toMatchObject([{ cause: 'timeout', detail: { code: 'scan.timeout' } }])
  })

  it('progress without end comes to an end', async () => {
    const seen = await open(1, { total: 1500 }).inspect(unit('babble.pdf'))
    expect(gapsOf(seen)).toMatchObject([{ cause: 'timeout', detail: { code: 'scan.total' } }])
  })

  it('loses only the page that killed the process', async () => {
    const seen = await open(2).inspect(unit('pages-crash.pdf'))
    expect(gapsOf(seen)).toMatchObject([{ cause: 'crashed', place: [{ name: 'pages-crash.pdf', page: 5 }] }])
    expect(pagesOf(seen)).toEqual([1, 2, 3, 4, 6, 7, 8])
  })

  it('a process that cannot even start leaves a gap, not a wait without end', async () => {
    pool = openPool({
      setup,
      debug: false,
      first: '',
      jobs: 1,
      limits: { silence: 60_000, memory: 2 ** 30 },
      childModule: `${childModule}.missing`,
    })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(gapsOf(await pool.inspect(unit('a.pdf')))).toMatchObject([{ cause: 'crashed' }])
    expect(gapsOf(await pool.inspect(unit('b.pdf')))).toMatchObject([{ cause: 'crashed' }])
  })

  it('takes no late word on one unit for a word on the next', async () => {
    expect(pagesOf(await open(1).inspect(unit('pages-twice.pdf')))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('a page nobody speaks of is a gap', async () => {
    const seen = await open(1).inspect(unit('pages-silent.pdf'))
    expect(gapsOf(seen)).toMatchObject([{ cause: 'crashed', detail: { code: 'scan.pages-lost' } }])
  })

  it('returns page ranges in page order whatever order they were read in', async () => {
    for (const jobs of [1, 3])
      expect(pagesOf(await open(jobs).inspect(unit('pages-good.pdf')))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})
