/** Scans well-formed XML 1.0 without building anything; at the first doubt it stops, and a strict parser takes over. */
import type { Prefixes, XmlElement } from '../xml.js'
import { decodeEntities, forbidden, isBlank, isNameLetter, isNameStart } from './letters.js'
import { attributesOf, ScannedElement } from './scanned-element.js'
import { XmlScope } from './scope.js'
import { StartTag } from './start-tag.js'

/** The same calls in the same order as a strict parser makes them. */
export interface ScanSink {
  open(element: XmlElement): void
  close(): void
  text(text: string): void
}

/** `doubt`: not well-formed, or something rare (CDATA, a document type, names beyond ASCII and Han). */
export type Scanned = 'more' | 'end' | 'doubt'

const declaration =
  /^<\?xml\s+version\s*=\s*(["'])1\.0\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>/

export class XmlScanner {
  readonly #text: string
  readonly #sink: ScanSink
  readonly #deepest: number
  readonly #open: { readonly raw: string; readonly scope: XmlScope }[] = []
  #scope: XmlScope
  #at = 0
  /** What comes next does not end before this many characters. */
  #needed = 0
  #closed = false
  #unsound: boolean

  /** `deepest`: more elements in each other than this are a doubt. */
  constructor(text: string, prefixes: Prefixes, deepest: number, sink: ScanSink) {
    this.#text = text
    this.#sink = sink
    this.#deepest = deepest
    this.#scope = new XmlScope(prefixes)
    this.#unsound = forbidden.test(text) || text.includes(']]>')
    const stated = declaration.exec(text)
    if (stated) this.#at = stated[0].length
    else if (text[0] !== '<' || text.startsWith('<?xml')) this.#unsound = true
  }

  /** Goes on as far as everything ends within `until` characters. */
  run(until: number): Scanned {
    if (this.#unsound) return 'doubt'
    while (this.#needed <= until) {
      const found = this.#text.indexOf('<', this.#at)
      const start = found < 0 ? this.#text.length : found
      if (this.#waits(found < 0 ? start : start + 1, until)) return 'more'
      if (found < 0) return this.#finish()
      if (start > this.#at && !this.#tellText(start)) return 'doubt'
      const state = this.#readMarkup(start, until)
      if (state !== null) return state
    }
    return 'more'
  }

  #waits(end: number, until: number): boolean {
    this.#needed = end
    return end > until
  }

  #finish(): Scanned {
    if (!this.#closed || this.#open.length > 0) return 'doubt'
    return this.#at === this.#text.length || this.#tellText(this.#text.length) ? 'end' : 'doubt'
  }

  /** What stands before `end`; outside the root only blanks may. */
  #tellText(end: number): boolean {
    const raw = this.#text.slice(this.#at, end)
    this.#at = end
    if (this.#open.length === 0 && /[^ \t\r\n]/.test(raw)) return false
    const isPlain = !raw.includes('&') && !raw.includes('\r')
    const text = isPlain ? raw : decodeEntities(raw.replace(/\r\n?/g, '\n'))
    if (text === null) return false
    this.#sink.text(text)
    return true
  }

  #readMarkup(start: number, until: number): Scanned | null {
    const code = this.#text.charCodeAt(start + 1)
    if (code === 0x2f) return this.#readEnd(start + 2, until)
    if (code === 0x3f) return this.#skip('?>', start + 2, until)
    if (code !== 0x21) return this.#readStart(start + 1, until)
    if (!this.#text.startsWith('--', start + 2)) return 'doubt'
    return this.#skip('--', start + 4, until)
  }

  /** A comment or a processing instruction. Two hyphens end a comment or are not allowed (2.5). */
  #skip(ending: '?>' | '--', start: number, until: number): Scanned | null {
    const end = this.#text.indexOf(ending, start)
    if (end < 0) return 'doubt'
    if (ending === '--' && this.#text[end + 2] !== '>') return 'doubt'
    if (ending === '?>' && !isInstruction(this.#text.slice(start, end))) return 'doubt'
    const next = end + (ending === '--' ? 3 : 2)
    if (this.#waits(next, until)) return 'more'
    this.#at = next
    return null
  }

  #readEnd(start: number, until: number): Scanned | null {
    const element = this.#open.at(-1)
    if (!element || !this.#text.startsWith(element.raw, start)) return 'doubt'
    let at = start + element.raw.length
    while (isBlank(this.#text.charCodeAt(at))) at++
    if (this.#text.charCodeAt(at) !== 0x3e) return 'doubt'
    if (this.#waits(at + 1, until)) return 'more'
    this.#at = at + 1
    this.#close()
    return null
  }

  #close(): void {
    const { scope } = this.#open.pop()!
    this.#scope = scope
    this.#closed = this.#open.length === 0
    this.#sink.close()
  }

  #readStart(start: number, until: number): Scanned | null {
    const text = this.#text
    let at = start
    if (!isNameStart(text.charCodeAt(at)) || this.#closed) return 'doubt'
    while (isNameLetter(text.charCodeAt(at))) at++
    const raw = text.slice(start, at)
    const tag = new StartTag(text)
    const end = tag.read(at)
    if (this.#waits(end, until)) return 'more'
    if (end < 0 || !tag.isSound || this.#open.length === this.#deepest) return 'doubt'
    return this.#openElement(raw, tag, end)
  }

  #openElement(raw: string, tag: StartTag, end: number): 'doubt' | null {
    const scope = tag.declares ? this.#scope.within(tag) : this.#scope
    const name = scope?.element(raw)
    const attributes = scope && attributesOf(tag, scope)
    if (!name || !attributes) return 'doubt'
    this.#at = end
    this.#open.push({ raw, scope: this.#scope })
    this.#scope = scope
    this.#sink.open(new ScannedElement(name, tag, attributes))
    if (tag.isEmpty) this.#close()
    return null
  }
}

const isInstruction = (inner: string) => /^[A-Za-z_][\w.-]*(\s|$)/.test(inner) && !/^xml(\s|$)/i.test(inner)
