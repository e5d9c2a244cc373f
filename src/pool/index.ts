/** The scheduler: units in, observations out; a process that dies takes nothing with it but the page it held. */
import type { Observation } from '../inspect.js'
import { inspectFile, type Run } from './file.js'
import type { Setup, Unit } from './messages.js'
import type { Ended, WorkerLimits } from './watch.js'
import { type OcrSaid, startWorker, type Worker } from './worker.js'

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
