/** Reads an async list some way ahead of its reader, so that how long it is becomes known early. */

export interface Ahead<T> extends AsyncIterable<T> {
  /** How many there are, once the end was seen; null before. */
  readonly total: number | null
  /** The next items without taking them; fewer than asked for at the end. */
  peek(count: number): Promise<readonly T[]>
}

/** Taken items are dropped in bunches: one by one, each would move all that wait. */
const BUNCH = 1024

/** At most about `most` items are held. What the source throws reaches the reader after the items before it. */
export function ahead<T>(source: AsyncIterable<T>, most: number): Ahead<T> {
  return new Reading(source[Symbol.asyncIterator](), most)
}

class Reading<T> implements Ahead<T> {
  readonly #source: AsyncIterator<T>
  readonly #most: number
  #held: T[] = []
  #taken = 0
  #seen = 0
  #end: { readonly error?: unknown } | null = null
  #asking: Promise<void> | null = null
  #filling = false

  constructor(source: AsyncIterator<T>, most: number) {
    this.#source = source
    this.#most = most
  }

  get total(): number | null {
    return this.#end ? this.#seen : null
  }

  async peek(count: number): Promise<readonly T[]> {
    while (!this.#end && this.#waiting < count) await this.#more()
    if (this.#end && 'error' in this.#end && this.#waiting < count) throw this.#end.error
    return this.#held.slice(this.#taken, this.#taken + count)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      void this.#fill()
      while (!this.#end && this.#waiting === 0) await this.#more()
      if (this.#waiting > 0) yield this.#take()
      else if (this.#end && 'error' in this.#end) throw this.#end.error
      else return
    }
  }

  get #waiting(): number {
    return this.#held.length - this.#taken
  }

  #take(): T {
    const item = this.#held[this.#taken]!
    this.#taken += 1
    if (this.#taken === BUNCH) {
      this.#held = this.#held.slice(BUNCH)
      this.#taken = 0
    }
    return item
  }

  async #fill(): Promise<void> {
    if (this.#filling) return
    this.#filling = true
    while (!this.#end && this.#waiting < this.#most) await this.#more()
    this.#filling = false
  }

  #more(): Promise<void> {
    return (this.#asking ??= this.#ask().finally(() => (this.#asking = null)))
  }

  async #ask(): Promise<void> {
    try {
      const next = await this.#source.next()
      if (next.done) this.#end = {}
      else {
        this.#held.push(next.value)
        this.#seen += 1
      }
    } catch (error) {
      this.#end = { error }
    }
  }
}
