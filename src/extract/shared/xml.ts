/** Reads XML as a stream of elements and text: no DTD, no entities, a depth limit, and nothing lost in silence. */
import { isUtf8 } from 'node:buffer'
import type { Phrase } from '../../types.js'
import { encodingNamed } from './charset/encodings.js'
import { type ScanSink, XmlScanner } from './xml/scanner.js'
import { CHUNK, MAX_DEPTH, strictSteps } from './xml/strict.js'

/** An ampersand that begins no entity XML knows by itself; the parser would swallow what follows it. */
const stray = /&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)/gi

export interface XmlElement {
  /** `prefix:local`, the prefix as the reader's table names the namespace; plain `local` for any other one. */
  readonly name: string
  readonly local: string
  readonly uri: string
  /** By the same naming: `w:val`, `r:id`; attributes without a prefix keep their plain name. */
  attribute(name: string): string | undefined
  readonly attributes: () => Readonly<Record<string, string>>
}

export interface XmlSink {
  open?(element: XmlElement): void
  /** Called once per `open`, with the same name, also when the file breaks off. */
  close?(name: string): void
  /** Character data and CDATA. */
  text?(text: string): void
}

/** Namespace URI → the prefix under which the reader wants to see it. */
export type Prefixes = ReadonlyMap<string, string>

/** Returns what was wrong, or null. What stood before (and, where possible, after) the fault has been told. */
export function readXml(bytes: Uint8Array, prefixes: Prefixes, sink: XmlSink): Phrase | null {
  const steps = xmlSteps(bytes, prefixes, sink)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps of 64 Ki characters, for parts too large to keep what they tell until the end. */
export function* xmlSteps(
  bytes: Uint8Array,
  prefixes: Prefixes,
  sink: XmlSink,
): Generator<void, Phrase | null> {
  const { text, fault } = decodeXml(bytes)
  const sound = text.includes('&') ? text.replace(stray, '&amp;') : text
  const first = yield* scannedSteps(sound, prefixes, sink, fault)
  return first ?? (sound.length === text.length ? null : { code: 'xml.malformed', args: { why: 'stray &' } })
}

/** What the scanner told before its first doubt is not told again by the strict parser. */
function* scannedSteps(
  text: string,
  prefixes: Prefixes,
  sink: XmlSink,
  fault: Phrase | null,
): Generator<void, Phrase | null> {
  const told = countedCalls(sink)
  const scanner = new XmlScanner(text, prefixes, MAX_DEPTH, told.calls)
  for (let until = CHUNK; ; until += CHUNK) {
    const state = scanner.run(until)
    if (state === 'doubt') return yield* strictSteps(text, prefixes, callsAfter(sink, told.count), fault)
    yield
    if (state === 'end') return fault
  }
}

function countedCalls(sink: XmlSink): { readonly calls: ScanSink; readonly count: number } {
  const open: string[] = []
  let count = 0
  return {
    calls: {
      open(element) {
        count++
        open.push(element.name)
        sink.open?.(element)
      },
      close() {
        count++
        sink.close?.(open.pop()!)
      },
      text(text) {
        count++
        sink.text?.(text)
      },
    },
    get count() {
      return count
    },
  }
}

/** `sink` without the first calls, which it had before. */
function callsAfter(sink: XmlSink, count: number): XmlSink {
  let left = count
  const isNew = () => left-- <= 0
  return {
    open: (element) => void (isNew() && sink.open?.(element)),
    close: (name) => void (isNew() && sink.close?.(name)),
    text: (text) => void (isNew() && sink.text?.(text)),
  }
}

/** XML 1.0 appendix F: byte order mark, then the shape of `<?xml`, then the declared encoding. */
export function decodeXml(bytes: Uint8Array): { text: string; fault: Phrase | null } {
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8' || isUtf8(bytes))
    return { text: new TextDecoder(encoding).decode(bytes), fault: null }
  try {
    return { text: new TextDecoder('gb18030', { fatal: true }).decode(bytes), fault: null }
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), fault: { code: 'xml.encoding' } }
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /^(?:ï»¿)?\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase()
  if (!declared || declared.startsWith('utf-16')) return 'utf-8'
  const known = encodingNamed(declared)
  if (known) return known
  try {
    return new TextDecoder(declared).encoding
  } catch {
    return 'utf-8'
  }
}
