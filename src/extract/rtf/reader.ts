/** Reads an RTF file token by token, without recursion: lines, pictures and objects as they end. */
import type { Line } from '../../types.js'
import { seenIn } from '../shared/symbols.js'
import { PageDecoder } from './charsets.js'
import { Collected } from './collected.js'
import { type Destination, destinationOf, transparent } from './destinations.js'
import { blips, HexBytes, isEmpty } from './embedded.js'
import { Shapes } from './shapes.js'
import { firstState, type GroupState, lookOf, type Sink } from './state.js'
import { Story } from './story.js'
import { fontName, Tables } from './tables.js'
import type { Token } from './tokens.js'
import { applyFormat, breaks, characters, symbols } from './words.js'

export type Found =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'picture' | 'object'; readonly bytes: Uint8Array; readonly extension: string }

/** Groups nested deeper than this share the state of the last one. */
export const mostDepth = 10_000
const MAC = 10_000

export class RtfReader {
  /** To be taken away by whoever reads. */
  readonly found: Found[] = []
  tooDeep = false
  readonly #bytes: Uint8Array
  /** Known after `end`: groups were still open. */
  unclosed = false
  readonly #states: GroupState[]
  readonly #tables = new Tables()
  readonly #decoder = new PageDecoder()
  readonly #shapes = new Shapes()
  readonly #collected = new Collected((name, value) => this.#shapes.property(name, value))
  #excess = 0
  /** Some cell of the table row has a ground of its own. */
  #rowShaded = false
  /** A page in disguise ([MS-OXRTFEX]): what its colours stand on is said in its tags. */
  #fromHtml = false
  #page = 936
  #defaultFont = -1
  /** Characters still to be passed over behind a `\u`. */
  #skipping = 0
  #pending: number[] = []

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#states = [firstState(this.#story('body'))]
  }

  take(token: Token): void {
    if (token.kind === 'text') {
      this.#plain(this.#bytes.subarray(token.start, token.end))
      return
    }
    if (token.kind === 'byte') {
      this.#character(token.value)
      return
    }
    this.#flush()
    if (token.kind === 'binary') this.#binary(this.#bytes.subarray(token.start, token.end))
    else if (token.kind === 'word') this.#word(token.name, token.parameter)
    else if (token.kind === 'symbol') this.#symbol(token.name)
    else if (token.kind === 'open') this.#open()
    else this.#close()
  }

  /** What the file broke off in is told as if it had ended. */
  end(): void {
    this.#flush()
    this.#say(this.#decoder.flush())
    this.#excess = 0
    this.unclosed = this.#states.length > 1
    while (this.#states.length > 1) this.#close()
    const { sink } = this.#state
    if (sink.kind === 'story') sink.story.end(false)
  }

  get #state(): GroupState {
    return this.#states[this.#states.length - 1]!
  }

  #story(part: Story['part']): Story {
    return new Story(part, (line) => void this.found.push({ kind: 'line', line }))
  }

  #plain(bytes: Uint8Array): void {
    const { sink } = this.#state
    if (sink.kind === 'picture' || sink.kind === 'object') sink.data.addText(bytes)
    else if (sink.kind !== 'silent')
      for (const byte of bytes) if (byte !== 0x0a && byte !== 0x0d) this.#character(byte)
  }

  #character(byte: number): void {
    if (this.#skipping > 0) this.#skipping--
    else if (byte !== 0) this.#pending.push(byte)
  }

  #binary(bytes: Uint8Array): void {
    const { sink } = this.#state
    if (sink.kind === 'picture' || sink.kind === 'object') sink.data.addBinary(bytes)
  }

  /** Bytes so far become text, by the code page of the font they are set in. */
  #flush(): void {
    if (this.#pending.length === 0) return
    const bytes = Uint8Array.from(this.#pending)
    this.#pending = []
    const font = this.#tables.font(this.#state.font < 0 ? this.#defaultFont : this.#state.font)
    if (font?.symbol) this.#say(this.#decoder.flush() + Buffer.from(bytes).toString('latin1'))
    else this.#say(this.#decoder.decode(bytes, font?.page ?? this.#page))
  }

  #say(text: string): void {
    if (text === '') return
    const state = this.#state
    const { sink } = state
    state.fresh = false
    if (sink.kind === 'story') {
      const font = this.#tables.font(state.font < 0 ? this.#defaultFont : state.font)
      const plain = !this.#fromHtml && sink.story.part !== 'textbox' && !(state.inTable && this.#rowShaded)
      if (text.trim()) this.#shapes.said()
      sink.story.add(seenIn(fontName(font), text), lookOf(state, this.#tables.colours, plain))
    } else if (sink.kind === 'collect') {
      sink.text += text
      if (sink.pieces.length > 0) sink.pieces[sink.pieces.length - 1] += text
    } else if (sink.kind === 'fonts') this.#tables.fontText(text)
    else if (sink.kind === 'colours') this.#tables.colourText(text)
  }

  #open(): void {
    this.#skipping = 0
    if (this.#states.length >= mostDepth) {
      this.#excess++
      this.tooDeep = true
      return
    }
    const state = this.#state
    if (state.sink.kind === 'collect') state.sink.pieces.push('')
    this.#states.push({ ...state, owns: false, starred: false, fresh: true, shape: false })
  }

  #close(): void {
    this.#skipping = 0
    if (this.#excess > 0) this.#excess--
    else if (this.#states.length > 1) {
      const state = this.#states.pop()!
      if (state.owns) this.#finish(state.sink)
      if (state.shape) this.#endShape()
    }
  }

  #endShape(): void {
    const over = this.#shapes.end()
    const { sink } = this.#state
    if (over && sink.kind === 'story') sink.story.cover(over)
  }

  #finish(sink: Sink): void {
    if (sink.kind === 'story') sink.story.end(false)
    else if (sink.kind === 'collect') {
      for (const line of this.#collected.lines(sink.name, sink.text, sink.pieces))
        this.found.push({ kind: 'line', line })
    } else if (sink.kind === 'picture' || sink.kind === 'object') {
      const bytes = sink.data.bytes()
      if (!isEmpty(bytes)) this.found.push({ kind: sink.kind, bytes, extension: sink.extension })
    }
  }

  #symbol(name: string): void {
    if (name === '*') this.#state.starred = true
    else this.#say(symbols[name] ?? '')
  }

  #word(word: string, parameter: number | null): void {
    const state = this.#state
    if (word === 'u') this.#unicode(parameter ?? 0)
    else if (state.fresh && !state.owns && this.#enter(word)) return
    else if (applyFormat(state, word, parameter)) this.#tableWord(word, parameter ?? 0)
    else if (characters[word] !== undefined) this.#say(characters[word])
    else if (!this.#storyWord(word)) this.#setting(word, parameter ?? 0)
  }

  #unicode(parameter: number): void {
    this.#say(String.fromCharCode(parameter & 0xffff))
    this.#skipping = this.#state.skip
  }

  /** True when the word opened a destination. */
  #enter(word: string): boolean {
    const state = this.#state
    if (state.sink.kind === 'silent') return false
    const destination = destinationOf(word)
    if (!destination && (!state.starred || transparent.has(word))) return false
    state.sink = this.#sinkFor(destination ?? { kind: 'collect' }, word)
    state.owns = true
    if (state.sink.kind === 'story') Object.assign(state, { inTable: false })
    return true
  }

  #sinkFor(destination: Destination, word: string): Sink {
    if (destination.kind === 'collect') return { kind: 'collect', name: word, text: '', pieces: [] }
    if (destination.kind === 'picture' || destination.kind === 'object')
      return { kind: destination.kind, data: new HexBytes(), extension: 'bin' }
    if (destination.kind !== 'story') return { kind: destination.kind }
    const story = this.#story(destination.part)
    if (destination.part === 'comment' && this.#collected.author) story.label = this.#collected.author
    return { kind: 'story', story }
  }

  #storyWord(word: string): boolean {
    const { sink, inTable } = this.#state
    if (sink.kind !== 'story') return false
    if (breaks.has(word)) sink.story.end(inTable)
    else if (word === 'cell' || word === 'nestcell') sink.story.endCell()
    else if (word === 'row' || word === 'nestrow') sink.story.endRow()
    else if (word === 'ftnalt') sink.story.part = 'endnote'
    else return false
    return true
  }

  #tableWord(word: string, parameter: number): void {
    if (this.#state.sink.kind === 'fonts') this.#tables.fontWord(word, parameter)
  }

  #beginShape(): void {
    Object.assign(this.#state, { shape: true, fresh: false })
    this.#shapes.begin()
  }

  /** Code pages, tables, kinds of pictures. */
  #setting(word: string, parameter: number): void {
    const { sink } = this.#state
    if (word === 'ansicpg' && parameter > 0) this.#page = parameter
    else if (word === 'mac') this.#page = MAC
    else if (word === 'fromhtml') this.#fromHtml = true
    else if (word === 'shpinst') this.#beginShape()
    else if (word.startsWith('shp')) this.#shapes.word(word, parameter)
    else if (word === 'trowd') this.#rowShaded = false
    else if (/^(clcbpat|clcfpat|clshdng|clshdngraw|trcbpat|trshdng|shading|cfpat)/.test(word))
      this.#rowShaded = true
    else if (word === 'deff') this.#defaultFont = parameter
    else if (sink.kind === 'fonts') this.#tables.fontWord(word, parameter)
    else if (sink.kind === 'colours') this.#tables.colourWord(word, parameter)
    else if (sink.kind === 'picture' && blips[word]) sink.extension = blips[word]
  }
}
