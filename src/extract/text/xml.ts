/** XML as it stands, damaged or not: text, attribute values, comments and instructions, with their lines. */
import type { Line } from '../../types.js'
import { decodeEntities } from '../shared/charset/escapes.js'
import type { Fragments } from '../shared/markup/fragment.js'
import { statedLine, statedSpan, type Stating, type LineReader } from '../shared/stated.js'
import { unpackedDrawing } from './drawing.js'

const han = /[\u3400-\u9fff\uf900-\ufaff]/
/** A tag or comment that has not ended after this is told as text. */
const LONGEST = 1024 * 1024
const pairs = /([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export class XmlReader implements LineReader {
  #held = ''
  #line = 1
  readonly #open: string[] = []
  readonly #fragments: Fragments

  constructor(fragments: Fragments) {
    this.#fragments = fragments
  }

  *read(chunk: string): Generator<Line> {
    this.#held += chunk
    let from = 0
    for (;;) {
      const next = this.#next(from)
      if (next === null) break
      yield* this.#token(this.#held.slice(from, next))
      from = next
    }
    this.#held = this.#held.slice(from)
    if (this.#held.length > LONGEST) yield* this.end()
  }

  *end(): Generator<Line> {
    yield* this.#told(this.#held, {})
    this.#held = ''
  }

  /** End of the token that begins at `from`; null while it is incomplete. */
  #next(from: number): number | null {
    const held = this.#held
    if (from >= held.length) return null
    if (held[from] !== '<') {
      const tag = held.indexOf('<', from)
      return tag < 0 ? (held.length - from > LONGEST ? held.length : null) : tag
    }
    const [mark, skip] = closings.find(([start]) => held.startsWith(start, from)) ?? ['', '>']
    const end = held.indexOf(skip, from + Math.max(1, mark.length))
    return end < 0 ? null : end + skip.length
  }

  *#token(token: string): Generator<Line> {
    const hidden = { part: 'comment', hiddenBy: 'comment' } as const
    if (!token.startsWith('<')) yield* this.#told(decodeEntities(token), {})
    else if (token.startsWith('<!--')) yield* this.#told(token.slice(4, -3), hidden)
    else if (token.startsWith('<![CDATA[')) yield* this.#told(token.slice(9, -3), {})
    else if (token.startsWith('</')) this.#open.pop()
    else if (/^<[?!]/.test(token)) yield* this.#told(token, { part: 'code', hiddenBy: 'markup' }, han)
    else yield* this.#tag(token)
    this.#line += count(token)
  }

  *#tag(token: string): Generator<Line> {
    const name = /^<([^\s/>]+)/.exec(token)?.[1] ?? ''
    for (const [, key, double, single] of token.matchAll(pairs)) {
      const text = decodeEntities(double ?? single ?? '').trim()
      if (!text || /^(xmlns|xsi:)/.test(key!)) continue
      const field = { label: `${name}@${key}`, at: { line: this.#line } }
      const page = this.#fragments.linesOf(text, { ...field, rows: true })
      if (page) yield* page
      else yield statedLine(text, { ...field, part: 'alt' })
    }
    if (!token.endsWith('/>') && name && this.#open.length < 10_000) this.#open.push(name)
  }

  /** What an element holds in packed form stands on the line of the element. */
  *#inner(text: string): Generator<Line> {
    const reader = new XmlReader(this.#fragments)
    for (const line of reader.read(text)) yield { ...line, at: { line: this.#line } }
    for (const line of reader.end()) yield { ...line, at: { line: this.#line } }
  }

  /** An element's name in Han and its first line of text read as the form field they are. */
  *#told(text: string, how: Stating, only?: RegExp): Generator<Line> {
    const name = this.#open.at(-1)
    const drawing = name === 'diagram' ? unpackedDrawing(text) : null
    if (drawing !== null) return yield* this.#inner(drawing)
    const isText = how.part === undefined
    let isFirst = isText && name !== undefined && han.test(name)
    const field = { at: { line: this.#line }, rows: true, ...(isText && name && { label: name }) }
    const page = isText ? this.#fragments.linesOf(text, field) : null
    if (page) return yield* page
    for (const [index, line] of text.split('\n').entries()) {
      const shown = line.trim()
      if (!shown || (only && !only.test(shown))) continue
      const spans = isFirst ? [statedSpan(`${name}：`), statedSpan(shown)] : [statedSpan(shown, how)]
      isFirst = false
      const label = isText && name ? { label: name } : {}
      yield statedLine(spans, { ...how, ...label, at: { line: this.#line + index } })
    }
  }
}

const closings = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

const count = (text: string) => text.split('\n').length - 1
