/** Watches one unit in a child process: listens, and ends the process when progress stops or lasts too long. */
import type { ChildProcess } from 'node:child_process'
import type { Observation } from '../inspect.js'
import type { ToParent } from './messages.js'

export type Ended =
  | { readonly how: 'done' }
  | { readonly how: 'split'; readonly pages: number }
  | { readonly how: 'died'; readonly cause: DeathCause }
/** `timeout`: no progress; `total`: progress without end. */
export type DeathCause = StopCause | 'crashed'
/** `stopped`: whoever asked wants it no more. */
type StopCause = 'timeout' | 'total' | 'memory' | 'stopped'

export interface WorkerLimits {
  /** Without progress for this many milliseconds, the process is ended. */
  readonly silence: number
  /** Resident memory in bytes a process may hold. */
  readonly memory: number
  /** However much progress a unit makes, it gets no more milliseconds than this; `totalOf` when absent. */
  readonly total?: number
}
/** A unit may last as long as this many silences: four hours where a page may be silent for two minutes. */
export const totalOf = ({ silence, total = 120 * silence }: WorkerLimits): number => total

/** One unit while a process holds it. */
export interface Running {
  stopCause: StopCause | null
  /** Ends the process. */
  stop(): void
  listen(message: ToParent): void
  finish(ended: Ended): void
}

export function watch(
  child: ChildProcess,
  limits: WorkerLimits,
  onSeen: (observations: readonly Observation[]) => void,
  resolve: (ended: Ended) => void,
): Running {
  const stopFor = (cause: StopCause) => {
    running.stopCause ??= cause
    child.kill('SIGKILL')
  }
  const restart = () => setTimeout(() => stopFor('timeout'), limits.silence)
  let timer = restart()
  const total = setTimeout(() => stopFor('total'), totalOf(limits))
  const running: Running = {
    stopCause: null,
    stop: () => stopFor('stopped'),
    listen(message) {
      // To be alive is no progress.
      if (message.kind === 'alive') return message.memory > limits.memory ? stopFor('memory') : undefined
      clearTimeout(timer)
      timer = restart()
      if (message.kind === 'seen') onSeen(message.observations)
    },
    finish(ended) {
      clearTimeout(timer)
      clearTimeout(total)
      resolve(ended)
    },
  }
  return running
}
