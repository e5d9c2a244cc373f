/** One file through the pool: whole, or in ranges of pages, halved where a process dies over them. */
import type { Observation } from '../inspect.js'
import { beyond, lost, unaccounted } from './losses.js'
import type { Setup, Unit } from './messages.js'
import type { Ended, WorkerLimits } from './watch.js'
import type { Task } from './worker.js'

/** Gives a task to the next free process; `first`: before all that wait. */
export type RunTask = (task: Task, first?: boolean) => Promise<Ended>

export interface FileOptions {
  readonly setup: Promise<Setup> | Setup
  readonly jobs: number
  readonly limits: WorkerLimits
}

/** How far the inspection of a file has come. */
export interface Reached {
  /** Pages read to their end, in the file and in what lies in it. */
  readonly pages: number
  /** Pages of the file itself; null where they are not counted beforehand. */
  readonly of: number | null
  /** Files opened inside it. */
  readonly parts: number
}

/** Who is asked about the file, who may stop it, and who hears how far it has come. */
export type TaskControl = Pick<Task, 'isKnown' | 'signal'> & {
  readonly onReached?: (reached: Reached) => void
}

/** Everything seen in one file; a long PDF or TIFF is split where its first process says how many pages it has. */
export async function inspectFile(
  unit: Unit,
  asked: TaskControl,
  run: RunTask,
  options: FileOptions,
): Promise<readonly Observation[]> {
  const seen: Observation[] = []
  const { onReached, ...task } = asked
  const count = onReached ? countingFor(onReached) : null
  const hear = (observations: readonly Observation[]) => {
    seen.push(...observations)
    count?.add(observations)
  }
  const ended = await run({ ...task, unit, onSeen: hear })
  if (ended.how === 'done') return seen
  if (ended.how === 'died') return [...seen, lost(unit, ended.cause, options.limits)]
  const { limits } = await options.setup
  const pages = Math.min(ended.pages, limits.pages)
  count?.expect(pages)
  const { signal } = asked
  const ranged: RunTask = (ranging, first) => {
    const onSeen = (observations: readonly Observation[]) => {
      ranging.onSeen(observations)
      count?.add(observations)
    }
    return run({ ...ranging, onSeen, ...(signal && { signal }) }, first)
  }
  const ranges = rangesOf(pages, options.jobs)
  const parts = await Promise.all(ranges.map((range) => inspectRange({ ...unit, range }, ranged, options)))
  const all = parts.flat()
  return [...all, ...unaccounted(unit, pages, all), ...(ended.pages > pages ? [beyond(unit, limits)] : [])]
}

/** Adds up what is seen, whichever process sees it. */
function countingFor(onReached: (reached: Reached) => void) {
  let reached: Reached = { pages: 0, of: null, parts: 0 }
  const tell = (change: Partial<Reached>) => onReached((reached = { ...reached, ...change }))
  return {
    expect: (of: number) => tell({ of }),
    add(observations: readonly Observation[]) {
      const pages = observations.filter(({ kind }) => kind === 'page').length
      const parts = observations.filter(
        (one) => one.kind === 'document' && one.document.place.length > 1,
      ).length
      if (pages + parts > 0) tell({ pages: reached.pages + pages, parts: reached.parts + parts })
    },
  }
}

/** Small enough that every process has work to the end, large enough that opening the file again costs little. */
function rangesOf(pages: number, jobs: number): NonNullable<Unit['range']>[] {
  const size = Math.min(128, Math.max(1, Math.ceil(pages / (jobs * 4))))
  const count = Math.ceil(pages / size)
  return Array.from({ length: count }, (_, index) => ({
    from: index * size + 1,
    to: Math.min(pages, (index + 1) * size),
  }))
}

type Ranged = Unit & { readonly range: NonNullable<Unit['range']> }

/** A range whose process died is halved until the page that did it stands alone; that page is the gap. */
async function inspectRange(
  unit: Ranged,
  run: RunTask,
  options: FileOptions,
): Promise<readonly Observation[]> {
  const seen: Observation[] = []
  const ended = await run({ unit, onSeen: (observations) => seen.push(...observations) }, true)
  if (ended.how !== 'died') return seen
  const { from, to } = unit.range
  if (from === to || ended.cause === 'stopped') return [...seen, lost(unit, ended.cause, options.limits)]
  const middle = Math.floor((from + to) / 2)
  const halves = [
    { from, to: middle },
    { from: middle + 1, to },
  ]
  const parts = []
  for (const range of halves) parts.push(await inspectRange({ ...unit, range }, run, options))
  return parts.flat()
}
