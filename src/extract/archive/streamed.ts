/** What a compressed stream holds as a Source, however large: read forward as it unpacks, from the start again when a reader goes back. */
import { Uninspectable } from '../../errors.js'
import { innermost } from '../../place.js'
import { lastSegment } from '../../source.js'
import type { Place, Source } from '../../types.js'

/** Read it in order and once, and hold what is needed again. */
export interface StreamedSource extends Source {
  readonly streamed: true
  close(): Promise<void>
}
export interface UnpackedStream {
  /** Unpacks from the start; the same chunks every time. */
  readonly open: () => AsyncGenerator<Uint8Array, unknown>
  /** Bytes it unpacks to, as far as it is sound. */
  readonly size: number
  readonly signal: AbortSignal
}

/** Bytes behind the place read last that are still at hand: looking back a little costs nothing. */
const WINDOW = 8 * 1024 * 1024
/** Reading all of it more often than this is more than any reader needs that goes forward. */
const MOST_PASSES = 12

export const isStreamed = (source: Source): source is StreamedSource => 'streamed' in source

export function streamedSource(place: Place, stream: UnpackedStream): StreamedSource {
  const cursor = new Cursor(place, stream)
  let turn: Promise<unknown> = Promise.resolve()
  const read = (offset: number, length: number): Promise<Uint8Array> => {
    const mine = turn.then(() => cursor.read(offset, Math.min(length, stream.size - offset)))
    turn = mine.catch(() => undefined)
    return mine
  }
  return {
    place,
    name: lastSegment(innermost(place).name),
    size: stream.size,
    streamed: true,
    read,
    bytes: () => read(0, stream.size),
    close: () => cursor.close(),
  }
}

class Cursor {
  private running: AsyncGenerator<Uint8Array, unknown> | null = null
  private window: Uint8Array[] = []
  /** Offsets of the window's first byte and of the next one to be unpacked. */
  private from = 0
  private next = 0
  private unpacked = 0
  private readonly place: Place
  private readonly stream: UnpackedStream

  constructor(place: Place, stream: UnpackedStream) {
    this.place = place
    this.stream = stream
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    if (length <= 0) return new Uint8Array(0)
    if (!this.running || offset < this.from) await this.restart()
    const out = Buffer.allocUnsafe(length)
    let at = this.from
    for (const chunk of this.window) {
      copy(chunk, at, out, offset)
      at += chunk.length
    }
    while (this.next < offset + length) {
      const start = this.next
      copy(await this.pull(), start, out, offset)
    }
    return out
  }

  async close(): Promise<void> {
    this.window = []
    await this.running?.return(undefined)
    this.running = null
  }

  private async restart(): Promise<void> {
    await this.close()
    if (this.unpacked > MOST_PASSES * this.stream.size) {
      const args = { name: innermost(this.place).name }
      throw new Uninspectable('limit', { code: 'archive.back-and-forth', args })
    }
    this.running = this.stream.open()
    this.from = this.next = 0
  }

  private async pull(): Promise<Uint8Array> {
    this.stream.signal.throwIfAborted()
    const { value, done } = await this.running!.next()
    // It held more when it was measured.
    if (done) throw new Uninspectable('corrupt', { code: 'archive.unopened' })
    const chunk = value as Uint8Array
    this.window.push(chunk)
    this.next += chunk.length
    this.unpacked += chunk.length
    while (this.next - this.from - this.window[0]!.length > WINDOW) this.from += this.window.shift()!.length
    return chunk
  }
}

/** What of the chunk at `at` falls into `out`, which begins at `offset`. */
function copy(chunk: Uint8Array, at: number, out: Uint8Array, offset: number): void {
  const from = Math.max(0, offset - at)
  const until = Math.min(chunk.length, offset + out.length - at)
  if (until > from) out.set(chunk.subarray(from, until), at + from - offset)
}
