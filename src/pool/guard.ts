/**
 * A thread beside the inspection, awake even when that is stuck in a loop: it ends the process when it holds too much
 * memory, or when the parent is gone and nobody waits for it any more.
 */
import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

export interface Guarded {
  /** Resident memory in bytes. */
  readonly memory: number
  readonly parent: number
  /** Where to say why, if anybody listens. */
  readonly fd: number
}

const { memory, parent, fd } = workerData as Guarded
const EVERY_MS = 200

setInterval(() => {
  if (process.memoryUsage.rss() > memory) {
    tell('memory')
    process.kill(process.pid, 'SIGKILL')
  } else if (isGone()) process.kill(process.pid, 'SIGKILL')
}, EVERY_MS)

function tell(why: string): void {
  try {
    writeSync(fd, why)
  } catch {
    // Nobody listens; the end of the process says enough.
  }
}

/** An orphan gets another parent on POSIX systems; on Windows the number stays and names nobody. */
function isGone(): boolean {
  if (process.ppid !== parent) return true
  try {
    process.kill(parent, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
