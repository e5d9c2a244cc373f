/** The child processes of a run: at most so many, started when they are needed or soon will be. */
import { type WorkerListener, startWorker, type Worker, type WorkerOptions } from './worker.js'

export class WorkerSet {
  readonly #options: WorkerOptions
  readonly #ears: WorkerListener
  readonly #most: number
  readonly #idle: Worker[] = []
  readonly #all = new Set<Worker>()
  #closed = false

  constructor(options: WorkerOptions, ears: WorkerListener, most: number) {
    this.#options = options
    this.#ears = ears
    this.#most = most
  }

  /** One that waits or a new one; null while as many as there may be are at work. */
  take(): Worker | null {
    const waiting = this.#idle.pop()
    if (waiting?.alive) return waiting
    if (waiting) this.#all.delete(waiting)
    return this.#all.size < this.#most ? this.#start() : null
  }

  giveBack(worker: Worker, died: boolean): void {
    if (worker.alive && !died) this.#idle.push(worker)
    else this.#all.delete(worker)
  }

  /** Starts one that will be wanted soon, unless one waits already. */
  prepare(): void {
    if (this.#closed || this.#idle.length > 0 || this.#all.size >= this.#most) return
    this.#idle.push(this.#start())
  }

  close(): void {
    this.#closed = true
    for (const worker of this.#all) worker.close()
  }

  #start(): Worker {
    const worker = startWorker(this.#options, this.#ears)
    this.#all.add(worker)
    return worker
  }
}
