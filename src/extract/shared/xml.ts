/** Reads XML as a stream of elements and text: no DTD, no entities, a depth limit, and nothing lost in silence. */
import { isUtf8 } from 'node:buffer'
import { createRequire } from 'node:module'
import type { SaxesParser as Parser, SaxesTagNS } from 'saxes'
import type { Phrase } from '../../types.js'
import { encodingNamed } from './charset/encodings.js'

/** Loaded with the first XML: a process that reads a PDF starts without it. */
const newParser = (): Parser<{ xmlns: true; position: false }> => {
  const { SaxesParser } = createRequire(import.meta.url)('saxes') as { SaxesParser: typeof Parser }
  return new SaxesParser({ xmlns: true, position: false })
}

/** Deeper than any office program nests; keeps namespace look-ups and stacks short. */
const MAX_DEPTH = 512
const CHUNK = 64 * 1024

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
  let first = fault
  const parser = newParser()
  const open: string[] = []
  parser.on('error', (error) => void (first ??= malformed(error)))
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) first ??= { code: 'xml.doctype' }
  })
  parser.on('opentag', (tag) => {
    const name = named(prefixes, tag.uri, tag.local)
    if (open.length === MAX_DEPTH) throw new TooDeep()
    open.push(name)
    sink.open?.(elementOf(tag, name, prefixes))
  })
  const close = () => {
    const name = open.pop()!
    sink.close?.(name)
  }
  parser.on('closetag', close)
  parser.on('text', (data) => sink.text?.(data))
  parser.on('cdata', (data) => sink.text?.(data))
  const sound = text.replace(stray, '&amp;')
  try {
    for (let at = 0; at < sound.length; at += CHUNK) {
      parser.write(sound.slice(at, at + CHUNK))
      yield
    }
    parser.close()
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    first = { code: 'xml.too-deep', args: { limit: MAX_DEPTH } }
  }
  while (open.length > 0) close()
  if (sound.length !== text.length) first ??= { code: 'xml.malformed', args: { why: 'stray &' } }
  return first
}

class TooDeep extends Error {}

function malformed(error: Error): Phrase {
  return { code: 'xml.malformed', args: { why: error.message.replace(/^[\d:]+\s*/, '').slice(0, 80) } }
}

function named(prefixes: Prefixes, uri: string, local: string): string {
  const prefix = uri === '' ? undefined : prefixes.get(uri)
  return prefix === undefined ? local : `${prefix}:${local}`
}

function elementOf(tag: SaxesTagNS, name: string, prefixes: Prefixes): XmlElement {
  let all: Record<string, string> | undefined
  const attributes = () => {
    if (all) return all
    all = Object.create(null) as Record<string, string>
    for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
      if (prefix !== 'xmlns' && local !== 'xmlns') all[named(prefixes, uri, local)] = value
    }
    return all
  }
  return { name, local: tag.local, uri: tag.uri, attribute: (wanted) => attributes()[wanted], attributes }
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
