/** The scheduler: units in, observations out; a process that dies takes nothing with it but the page it held. */
import type { Observation } from '../inspect.js'
import { placeOf, at } from '../place.js'
import type { GapCause, Limits, Said } from '../types.js'
import type { Setup, Unit } from './messages.js'
import {
  type DeathCause,
  type Ended,
  type OcrSaid,
  startWorker,
  totalOf,
  type Worker,
  type WorkerLimits,
} from './worker.js'

export interface Pool {
  /** Everything seen in one file, page ranges in page order whatever order they were read in. */
  inspect(unit: Unit): Promise<readonly Observation[]>
  /** What the OCR engine said of itself, once a page needed it. */
  readonly ocr: OcrSaid | null
  /** The most memory any of the processes held, in bytes, as far as they told. */
  readonly peak: number
  close(): void
}
export interface PoolOptions {
  /** May still be loading: the first process starts beside it. */
  readonly setup: Promise<Setup> | Setup
  readonly debug: boolean
  /** Name of the first file, so that a process can load its reader before it is told to. */
  readonly first: string
  readonly jobs: number
  readonly limits: WorkerLimits
  /** The program of the child processes; tests hand in one that misbehaves. */
  readonly childModule?: string
}
interface Job {
  readonly unit: Unit
  readonly onSeen: (observations: readonly Observation[]) => void
  readonly resolve: (ended: Ended) => void
}

export function openPool(options: PoolOptions): Pool {
  const queue: Job[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let ocr: OcrSaid | null = null
  let peak = 0
  const start = () =>
    startWorker(options, {
      onOcr: (said) => void (ocr ??= said),
      onMemory: (memory) => void (peak = Math.max(peak, memory)),
    })

  const takeIdle = () => {
    const worker = idle.pop()
    if (!worker || worker.alive) return worker
    all.delete(worker)
    return undefined
  }
  const next = () => {
    while (queue.length > 0) {
      const worker = takeIdle() ?? (all.size < options.jobs ? start() : null)
      if (!worker) return
      all.add(worker)
      void serve(worker, queue.shift()!)
    }
  }
  const serve = async (worker: Worker, job: Job) => {
    const ended = await worker.run(job.unit, job.onSeen)
    if (worker.alive && ended.how !== 'died') idle.push(worker)
    else all.delete(worker)
    job.resolve(ended)
    next()
  }
  const run: Run = (unit, onSeen, first) =>
    new Promise((resolve) => {
      if (first) queue.unshift({ unit, onSeen, resolve })
      else queue.push({ unit, onSeen, resolve })
      next()
    })
  // The first process starts at once: it loads while the inputs are still being told apart.
  const early = start()
  all.add(early)
  idle.push(early)
  return {
    inspect: (unit) => inspectFile(unit, run, options),
    get ocr() {
      return ocr
    },
    get peak() {
      return peak
    },
    close: () => all.forEach((worker) => worker.close()),
  }
}

type Run = (unit: Unit, onSeen: Job['onSeen'], first?: boolean) => Promise<Ended>

async function inspectFile(unit: Unit, run: Run, options: PoolOptions): Promise<readonly Observation[]> {
  const seen: Observation[] = []
  const ended = await run(unit, (observations) => seen.push(...observations))
  if (ended.how === 'done') return seen
  if (ended.how === 'died') return [...seen, lost(unit, ended.cause, options)]
  const { limits } = await options.setup
  const pages = Math.min(ended.pages, limits.pages)
  const ranges = rangesOf(pages, options.jobs)
  const parts = await Promise.all(ranges.map((range) => inspectRange({ ...unit, range }, run, options)))
  const all = parts.flat()
  return [...all, ...unaccounted(unit, pages, all), ...(ended.pages > pages ? [beyond(unit, limits)] : [])]
}

function beyond({ path }: Unit, { pages }: Limits): Observation {
  const place = at(placeOf({ name: path }), { page: pages + 1 })
  const args = { what: 'pages', limit: pages, flag: '--max-pages' }
  return { kind: 'gap', cause: 'limit', place, detail: { code: 'scan.limit', args } }
}

/** Every page was read to its end or is a gap; anything else would be a page called clean that nobody looked at. */
function unaccounted(unit: Unit, pages: number, all: readonly Observation[]): Observation[] {
  const told = new Set<number>()
  for (const seen of all) {
    if (seen.kind === 'page' && seen.number !== null) told.add(seen.number)
    else if (seen.kind === 'gap') told.add(seen.place[0].page ?? -told.size)
    // A page too small to carry words.
    else if (seen.kind === 'inert' && seen.place[0].page !== undefined) told.add(seen.place[0].page)
  }
  const missing = pages - told.size
  if (missing <= 0 || all.some((seen) => seen.kind === 'gap' && seen.place[0].page === undefined)) return []
  const place = placeOf({ name: unit.path })
  return [
    { kind: 'gap', cause: 'crashed', place, detail: { code: 'scan.pages-lost', args: { missing, pages } } },
  ]
}

/** Small enough that every process has work to the end, large enough that opening the file again costs little. */
function rangesOf(pages: number, jobs: number): NonNullable<Unit['range']>[] {
  const size = Math.min(64, Math.max(1, Math.ceil(pages / (jobs * 4))))
  const count = Math.ceil(pages / size)
  return Array.from({ length: count }, (_, index) => ({
    from: index * size + 1,
    to: Math.min(pages, (index + 1) * size),
  }))
}

type Ranged = Unit & { readonly range: NonNullable<Unit['range']> }

/** A range whose process died is halved until the page that did it stands alone; that page is the gap. */
async function inspectRange(unit: Ranged, run: Run, options: PoolOptions): Promise<readonly Observation[]> {
  const seen: Observation[] = []
  const ended = await run(unit, (observations) => seen.push(...observations), true)
  if (ended.how !== 'died') return seen
  const { from, to } = unit.range
  if (from === to) return [...seen, lost(unit, ended.cause, options)]
  const middle = Math.floor((from + to) / 2)
  const halves = [
    { from, to: middle },
    { from: middle + 1, to },
  ]
  const parts = []
  for (const range of halves) parts.push(await inspectRange({ ...unit, range }, run, options))
  return parts.flat()
}

function lost(unit: Unit, cause: DeathCause, options: PoolOptions): Observation {
  const place = placeOf({ name: unit.path })
  const { limits } = options
  const told: Record<DeathCause, { cause: GapCause; detail: Said }> = {
    timeout: {
      cause: 'timeout',
      detail: { code: 'scan.timeout', args: { seconds: limits.silence / 1000 } },
    },
    total: {
      cause: 'timeout',
      detail: { code: 'scan.total', args: { seconds: totalOf(limits) / 1000 } },
    },
    crashed: { cause: 'crashed', detail: { code: 'scan.process-died' } },
    memory: {
      cause: 'limit',
      detail: { code: 'scan.out-of-memory', args: { limit: Math.round(limits.memory / 1024 ** 2) } },
    },
  }
  const page = unit.range ? at(place, { page: unit.range.from }) : place
  return { kind: 'gap', ...told[cause], place: page }
}
