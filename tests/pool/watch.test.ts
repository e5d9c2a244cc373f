/** When a process is ended: it stopped making progress, or makes it without end. */
import type { ChildProcess } from 'node:child_process'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watch } from '../../src/pool/watch.js'
import type { ToParent } from '../../src/pool/messages.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Milliseconds until a process is ended that says the same every half silence. */
function endedAfter(message: ToParent | null): number {
  let ended = 0
  const child = { kill: () => ((ended ||= Date.now() - start), true) } as unknown as ChildProcess
  const start = Date.now()
  const running = watch(
    child,
    { silence: 1000, memory: 100, total: 5000 },
    () => undefined,
    () => undefined,
  )
  for (let step = 0; step < 20 && !ended; step += 1) {
    vi.advanceTimersByTime(500)
    if (message && !ended) running.listen(message)
  }
  return ended
}

it('silence ends it, and to be alive is no progress', () => {
  expect(endedAfter(null)).toBe(1000)
  expect(endedAfter({ kind: 'alive', memory: 1 })).toBe(1000)
})

it('a page that is read for long makes progress with every run of a model, up to the limit of its unit', () => {
  expect(endedAfter({ kind: 'reading' })).toBe(5000)
  expect(endedAfter({ kind: 'seen', turn: 1, observations: [] })).toBe(5000)
})

it('too much memory ends it at once', () => {
  expect(endedAfter({ kind: 'alive', memory: 101 })).toBe(500)
})
