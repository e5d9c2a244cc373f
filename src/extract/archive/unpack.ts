/** Entries of an archive that 7-Zip reads, a window of them at a time, so that memory holds little of a large one. */
import { Uninspectable } from '../../errors.js'
import type { Budget, Source } from '../../types.js'
import { excess } from '../shared/ratio.js'
import { type ArchiveFault, faultSaid, logReader } from './log.js'
import { NAMELESS, runSevenZip } from './seven-zip.js'

const MB = 1024 ** 2
/** The packed file, and each entry unpacked, are held in memory whole. */
const MOST_IN_MEMORY = 512 * MB
/** Unpacked bytes, and entries, held before they are handed on; what follows is unpacked in another run. */
const WINDOW_BYTES = 128 * MB
const WINDOW_ENTRIES = 20_000

export type UnpackedItem =
  | {
      readonly kind: 'entry'
      readonly name: string
      readonly chunks: readonly Uint8Array[]
      readonly fault: Uninspectable | null
    }
  | { readonly kind: 'comment'; readonly text: string }
  /** What is wrong with the archive as a whole. */
  | { readonly kind: 'fault'; readonly fault: Uninspectable }
  /** Bytes stand behind the end of the archive; absent length: nobody knows how many. */
  | { readonly kind: 'more'; readonly length?: number }

interface Held {
  readonly name: string
  readonly chunks: Uint8Array[]
  size: number
  fault: Uninspectable | null
}

/** One run of 7-Zip: takes the entries from the `from`th on until the window is full. */
class Window {
  readonly held: Held[] = []
  readonly about: UnpackedItem[] = []
  /** The entry to go on from, when the window is full. */
  next: number | null = null
  faults = 0
  private index = -1
  private bytes = 0
  private total = 0
  private readonly known = new Set<ArchiveFault>()
  private readonly read = logReader()
  private readonly from: number
  private readonly source: Source
  private readonly nameless: string
  private readonly budget: Budget

  constructor(from: number, source: Source, nameless: string, budget: Budget) {
    this.from = from
    this.source = source
    this.nameless = nameless
    this.budget = budget
  }

  line(bytes: Buffer): void {
    const said = this.read(bytes)
    if (said?.kind === 'entry') this.begin(said.name, said.unread)
    else if (said?.kind === 'fault') this.blame(said.what)
    else if (said?.kind === 'volume') this.blame('missing-volume')
    else if (said?.kind === 'more') this.faults++
    if ((said?.kind === 'more' || said?.kind === 'comment') && this.from === 0) this.about.push(said)
  }

  data(bytes: Uint8Array): void {
    const held = this.index < this.from ? undefined : this.held.at(-1)
    if (!held) return
    this.budget.spend('bytes', bytes.length)
    this.total += bytes.length
    held.size += bytes.length
    const bomb = excess(this.total, this.source.size, held.name, this.budget)
    if (bomb) {
      this.held.pop()
      throw bomb
    }
    if (held.size > MOST_IN_MEMORY) this.drop(held)
    else {
      held.chunks.push(bytes.slice())
      this.bytes += bytes.length
    }
  }

  private begin(stated: string, unread: boolean): void {
    const name = stated === NAMELESS ? this.nameless : stated
    this.index++
    if (this.index < this.from) return
    this.budget.signal.throwIfAborted()
    if (this.bytes >= WINDOW_BYTES || this.held.length >= WINDOW_ENTRIES) {
      this.next = this.index
      throw windowFull
    }
    const fault = unread ? new Uninspectable('unsupported', { code: 'archive.unread', args: { name } }) : null
    this.held.push({ name, chunks: [], size: 0, fault })
  }

  private blame(what: ArchiveFault): void {
    this.faults++
    const held = this.held.at(-1)
    if (held && this.index >= this.from) held.fault = faultSaid(what, held.name)
    else if (this.index < 0 && this.from === 0 && !this.known.has(what))
      this.about.push({ kind: 'fault', fault: faultSaid(what, this.source.name) })
    this.known.add(what)
  }

  private drop(held: Held): void {
    this.bytes -= held.chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    held.chunks.length = 0
    held.fault = new Uninspectable('limit', largeSaid(held.name))
  }
}

const windowFull = Symbol('the window is full')

const largeSaid = (name: string) =>
  ({ code: 'zip.too-large', args: { name, limit: MOST_IN_MEMORY / MB } }) as const

/** What was unpacked before a limit stopped it is handed on first; `nameless`: for what states no name. Throws Uninspectable: limit, corrupt. */
export async function* unpackAll(
  source: Source,
  nameless: string,
  budget: Budget,
): AsyncGenerator<UnpackedItem> {
  if (source.size > MOST_IN_MEMORY) throw new Uninspectable('limit', largeSaid(source.name))
  const bytes = await source.bytes()
  for (let from: number | null = 0; from !== null;) {
    const window: Window = new Window(from, source, nameless, budget)
    const stopped = await run(bytes, window)
    yield* window.about
    while (window.held.length > 0) yield entryOf(window.held.shift()!)
    if (stopped) throw stopped.error
    from = window.next
  }
}

async function run(bytes: Uint8Array, window: Window): Promise<{ readonly error: unknown } | null> {
  try {
    const code = await runSevenZip(bytes, window)
    // 2 and above: it could not do all it was asked to. Whatever the reason, it must not pass in silence.
    if (code < 2 || window.faults > 0) return null
    return { error: faultSaid('unopened', '') }
  } catch (error) {
    return error === windowFull ? null : { error }
  }
}

function entryOf({ name, chunks, fault }: Held): UnpackedItem {
  return { kind: 'entry', name, chunks, fault }
}
