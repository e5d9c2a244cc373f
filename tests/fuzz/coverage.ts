/** Which blocks of the readers an input ran through, as V8 counts them: new ones make an input worth keeping. */
import { type Profiler, Session } from 'node:inspector'

export interface Coverage {
  /** How many functions ran in a way they never ran before, since the last question. */
  gain(): number
  close(): void
}

export function openCoverage(folder: string): Coverage {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true })
  const seen = new Set<string>()
  return {
    gain() {
      const before = seen.size
      // Within one thread the answer has come when `post` returns.
      session.post('Profiler.takePreciseCoverage', (error, answer) => {
        if (error) throw error
        for (const script of answer.result) if (script.url.includes(folder)) remember(script, seen)
      })
      return seen.size - before
    },
    close() {
      session.disconnect()
    },
  }
}

function remember({ url, functions }: Profiler.ScriptCoverage, seen: Set<string>): void {
  for (const { ranges } of functions)
    if (ranges[0]!.count > 0)
      seen.add(
        `${url} ${ranges.map(({ startOffset, endOffset, count }) => `${startOffset}-${endOffset}:${count}`).join(' ')}`,
      )
}
