/** The parent's end of one child process: starts it, gives it units, and ends it when it stops making progress. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { home } from '../home.js'
import type { Observation } from '../inspect.js'
import { type Ended, type Running, watch, type WorkerLimits } from './watch.js'
import { GUARD_FD, type Setup, type ToChild, type ToParent, type Unit } from './messages.js'

/** A unit, who hears what is seen in it, and who may stop it. */
export interface Task {
  readonly unit: Unit
  readonly onSeen: (observations: readonly Observation[]) => void
  /** Says whether the bytes of this hash are known already; asked only where the unit asks. */
  readonly isKnown?: (hash: string) => Promise<boolean>
  readonly signal?: AbortSignal
}

export interface Worker {
  readonly alive: boolean
  run(task: Task): Promise<Ended>
  close(): void
}
export interface OcrSaid {
  readonly backend: string
  readonly model: string
}
/** What a process says beside what it sees. */
export interface WorkerListener {
  onOcr(said: OcrSaid): void
  /** Resident memory in bytes. */
  onMemory(memory: number): void
}

const childModule = join(home, 'dist/pool/child.js')

export interface WorkerOptions {
  readonly setup: Promise<Setup> | Setup
  readonly debug: boolean
  readonly first: string
  readonly limits: WorkerLimits
  readonly childModule?: string
}

export function startWorker(options: WorkerOptions, ears: WorkerListener): Worker {
  const { limits } = options
  const child = forkChild(options)
  let current: Running | null = null
  let alive = true
  let turn = 0
  let asked: Task['isKnown']
  /** A store that fails knows nothing. */
  const answer = async (mine: number, hash: string) => {
    const known = (await asked?.(hash).catch(() => false)) ?? false
    tell(child, { kind: 'answer', turn: mine, known })
  }
  const end = (ended: Ended) => {
    const running = current
    current = null
    running?.finish(ended)
  }
  child.on('message', (message: ToParent) => {
    if (message.kind === 'ocr') return ears.onOcr({ backend: message.backend, model: message.model })
    if (message.kind === 'alive') ears.onMemory(message.memory)
    // A late word on the unit before must never be taken for one on this.
    if ('turn' in message && message.turn !== turn) return
    if (message.kind === 'hash') void answer(message.turn, message.hash)
    current?.listen(message)
    if (message.kind !== 'done') return
    end(message.pages === undefined ? { how: 'done' } : { how: 'split', pages: message.pages })
  })
  const onClose = () => {
    alive = false
    end({ how: 'died', cause: current?.stopCause ?? 'crashed' })
  }
  child.on('error', () => child.pid === undefined && onClose())
  // Dead at `exit`; only at `close` has all been heard that its guard wrote.
  child.on('exit', () => void (alive = false))
  child.on('close', onClose)
  hearGuard(child, () => current)
  // Rules that do not load end the run where they were asked for; here there is nothing to add.
  const ready = Promise.resolve(options.setup).then(
    (setup) => tell(child, { kind: 'setup', setup }),
    () => undefined,
  )
  return {
    get alive() {
      return alive
    },
    run: (task) =>
      new Promise((resolve) => {
        // One that died before it was given anything will not say so again.
        if (!alive) return resolve({ how: 'died', cause: 'crashed' })
        const mine = (turn += 1)
        const running = watch(child, limits, task.onSeen, (ended) => {
          task.signal?.removeEventListener('abort', running.stop)
          resolve(ended)
        })
        current = running
        asked = task.isKnown
        task.signal?.addEventListener('abort', running.stop)
        void ready.then(() => tell(child, { kind: 'unit', turn: mine, unit: task.unit }))
      }),
    close: () => void child.kill('SIGKILL'),
  }
}

function forkChild({
  limits,
  first,
  debug,
  childModule: program = childModule,
}: WorkerOptions): ChildProcess {
  const heap = Math.max(256, Math.floor(limits.memory / 1024 ** 2))
  return fork(program, [first, String(limits.memory)], {
    serialization: 'advanced',
    // Also said where the library is loaded; here it stands before anything can load it.
    env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
    execArgv: [`--max-old-space-size=${heap}`],
    stdio: ['ignore', 'ignore', debug ? 'inherit' : 'ignore', 'ipc', 'pipe'],
  })
}

/** The guard speaks once, when the process holds too much. */
function hearGuard(child: ChildProcess, current: () => Running | null): void {
  const guard = child.stdio[GUARD_FD] as Readable | null | undefined
  guard?.on('error', () => undefined)
  guard?.on('data', () => {
    const running = current()
    if (running) running.stopCause ??= 'memory'
  })
}

function tell(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message)
}
