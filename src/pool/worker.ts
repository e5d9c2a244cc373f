/** The parent's end of one child process: starts it, gives it units, and ends it when it stops making progress. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { home } from '../home.js'
import type { Observation } from '../inspect.js'
import type { Setup, ToChild, ToParent, Unit } from './messages.js'

export type Ended =
  | { readonly how: 'done' }
  | { readonly how: 'split'; readonly pages: number }
  | { readonly how: 'died'; readonly cause: 'timeout' | 'crashed' | 'memory' }

export interface WorkerLimits {
  /** Without a sign of life for this long, the process is ended. */
  readonly silence: number
  /** Resident memory in bytes a process may hold. */
  readonly memory: number
}
export interface Worker {
  readonly alive: boolean
  run(unit: Unit, onSeen: (observations: readonly Observation[]) => void): Promise<Ended>
  close(): void
}
export interface OcrSaid {
  readonly backend: string
  readonly model: string
}

const childModule = join(home, 'dist/pool/child.js')

export interface WorkerOptions {
  readonly setup: Promise<Setup> | Setup
  readonly debug: boolean
  readonly first: string
  readonly limits: WorkerLimits
  readonly childModule?: string
}

export function startWorker(options: WorkerOptions, onOcr: (said: OcrSaid) => void): Worker {
  const { limits } = options
  const heap = Math.max(256, Math.floor(limits.memory / 1024 ** 2))
  const child = fork(options.childModule ?? childModule, [options.first], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${heap}`],
    stdio: ['ignore', 'ignore', options.debug ? 'inherit' : 'ignore', 'ipc'],
  })
  let current: Running | null = null
  let alive = true
  let turn = 0
  const end = (ended: Ended) => {
    const running = current
    current = null
    running?.finish(ended)
  }
  child.on('message', (message: ToParent) => {
    if (message.kind === 'ocr') return onOcr({ backend: message.backend, model: message.model })
    // A late word on the unit before must never be taken for one on this.
    if ('turn' in message && message.turn !== turn) return
    current?.listen(message)
    if (message.kind !== 'done') return
    end(message.pages === undefined ? { how: 'done' } : { how: 'split', pages: message.pages })
  })
  child.on('error', () => undefined)
  child.on('exit', () => {
    alive = false
    end({ how: 'died', cause: current?.condemned ?? 'crashed' })
  })
  // Rules that do not load end the run where they were asked for; here there is nothing to add.
  const ready = Promise.resolve(options.setup).then(
    (setup) => tell(child, { kind: 'setup', setup }),
    () => undefined,
  )
  return {
    get alive() {
      return alive
    },
    run: (unit, onSeen) =>
      new Promise((resolve) => {
        // One that died before it was given anything will not say so again.
        if (!alive) return resolve({ how: 'died', cause: 'crashed' })
        const mine = (turn += 1)
        current = watch(child, limits, onSeen, resolve)
        void ready.then(() => tell(child, { kind: 'unit', turn: mine, unit }))
      }),
    close: () => void child.kill('SIGKILL'),
  }
}

interface Running {
  condemned: 'timeout' | 'memory' | null
  listen(message: ToParent): void
  finish(ended: Ended): void
}

function watch(
  child: ChildProcess,
  limits: WorkerLimits,
  onSeen: (observations: readonly Observation[]) => void,
  resolve: (ended: Ended) => void,
): Running {
  const condemn = (cause: 'timeout' | 'memory') => {
    running.condemned = cause
    child.kill('SIGKILL')
  }
  const restart = () => setTimeout(() => condemn('timeout'), limits.silence)
  let timer = restart()
  const running: Running = {
    condemned: null,
    listen(message) {
      clearTimeout(timer)
      timer = restart()
      if (message.kind === 'seen') onSeen(message.observations)
      if (message.kind === 'alive' && message.memory > limits.memory) condemn('memory')
    },
    finish(ended) {
      clearTimeout(timer)
      resolve(ended)
    },
  }
  return running
}

function tell(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message)
}
