/** Patterns nobody has proved run against the clock: a regular expression cannot be stopped from inside. */
import { createContext, Script } from 'node:vm'

/** What one page may cost one rule; a sound pattern needs a thousandth of it. */
const PATIENCE_MS = 1000
/** After this many pages given up, a rule is not tried again: each one would cost the whole time. */
const MOST_TRIES = 5

export interface Guard {
  /** What `search` returns, or null when it took too long, now or too often before. */
  run<T>(name: string, search: () => T): T | null
}

/** One for all pages of a process. Costs about 60 µs a call: for rules of the user, not for those that come along. */
export function openGuard(patience = PATIENCE_MS): Guard {
  const givenUp = new Map<string, number>()
  const box: { search: () => unknown } = { search: () => undefined }
  const context = createContext(box)
  const call = new Script('search()')
  return {
    run<T>(name: string, search: () => T): T | null {
      if ((givenUp.get(name) ?? 0) >= MOST_TRIES) return null
      box.search = search
      try {
        return call.runInContext(context, { timeout: patience }) as T
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
        givenUp.set(name, (givenUp.get(name) ?? 0) + 1)
        return null
      }
    },
  }
}
