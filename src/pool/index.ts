/** The scheduler: units in, observations out; a process that dies takes nothing with it but the page it held. */
import { stat } from 'node:fs/promises'
import type { Observation } from '../inspect.js'
import { WorkerSet } from './crew.js'
import { type TaskControl, inspectFile, type RunTask } from './file.js'
import type { Setup, Unit } from './messages.js'
import type { Ended, WorkerLimits } from './watch.js'
import type { WorkerListener, OcrSaid, Task, Worker } from './worker.js'

export interface Pool {
  /** Everything seen in one file, page ranges in page order whatever order they were read in. */
  inspect(unit: Unit, asked?: TaskControl): Promise<readonly Observation[]>
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
  readonly task: Task
  readonly resolve: (ended: Ended) => void
}

/** From this many bytes on, a PDF or TIFF is likely to be read by more than one process. */
const large = 1 << 20

async function isManyPages({ path, file, bytes }: Unit): Promise<boolean> {
  if (!/\.(pdf|tiff?)$/i.test(path)) return false
  const named = typeof file === 'string' ? file : Buffer.from(file)
  const size =
    bytes?.length ??
    (await stat(named)
      .then((found) => found.size)
      .catch(() => 0))
  return size >= large
}

export function openPool(options: PoolOptions): Pool {
  const queue: Job[] = []
  let ocr: OcrSaid | null = null
  let peak = 0
  const ears: WorkerListener = {
    onOcr: (said) => void (ocr ??= said),
    onMemory: (memory) => void (peak = Math.max(peak, memory)),
  }
  const crew = new WorkerSet(options, ears, options.jobs)
  const next = () => {
    while (queue.length > 0) {
      const worker = crew.take()
      if (!worker) return
      const job = queue.shift()!
      if (job.task.signal?.aborted) {
        crew.giveBack(worker, false)
        job.resolve({ how: 'died', cause: 'stopped' })
      } else void serve(worker, job)
    }
  }
  const serve = async (worker: Worker, job: Job) => {
    const ended = await worker.run(job.task)
    crew.giveBack(worker, ended.how === 'died')
    job.resolve(ended)
    next()
  }
  const run: RunTask = (task, first) =>
    new Promise((resolve) => {
      if (first) queue.unshift({ task, resolve })
      else queue.push({ task, resolve })
      next()
    })
  // The first process starts at once: it loads while the inputs are still being told apart.
  crew.prepare()
  return {
    inspect(unit, asked = {}) {
      const observations = inspectFile(unit, asked, run, options)
      // The second one starts while the first still counts the pages they will share.
      void isManyPages(unit).then((many) => many && crew.prepare())
      return observations
    },
    get ocr() {
      return ocr
    },
    get peak() {
      return peak
    },
    close: () => crew.close(),
  }
}
