/** Reads an RTF file token by token, without recursion: lines, pictures and objects as they end. */
import { seenIn } from '../shared/symbols.js'
import { destinationOf, transparent } from './destinations.js'
import { blips } from './embedded.js'
import { Finds, type Found } from './finds.js'
import { Grounds } from './grounds.js'
import { Letters } from './letters.js'
import { Shapes } from './shapes.js'
import { firstState, type GroupState, lookOf } from './state.js'
import { fontName, Tables } from './tables.js'
import type { Token } from './tokens.js'
import { applyFormat, breaks, characters, symbols } from './words.js'

/** Groups nested deeper than this share the state of the last one. */
export const mostDepth = 10_000
/** Code page of `\mac`: Mac OS Roman. */
const MAC = 10_000

export class RtfReader {
  tooDeep = false
  readonly #bytes: Uint8Array
  /** Known after `end`: groups were still open. */
  unclosed = false
  readonly #states: GroupState[]
  readonly #tables = new Tables()
  readonly #letters = new Letters(this.#tables)
  readonly #grounds = new Grounds()
  readonly #shapes = new Shapes()
  readonly #finds = new Finds((name, value) => this.#shapes.property(name, value))
  #excess = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#states = [firstState(this.#finds.story('body'))]
  }

  /** To be taken away by whoever reads. */
  get found(): Found[] {
    return this.#finds.found
  }

  take(token: Token): void {
    if (token.kind === 'text') {
      this.#plain(this.#bytes.subarray(token.start, token.end))
      return
    }
    if (token.kind === 'byte') {
      this.#letters.add(token.value)
      return
    }
    this.#say(this.#letters.take(this.#state.font))
    if (token.kind === 'binary') this.#binary(this.#bytes.subarray(token.start, token.end))
    else if (token.kind === 'word') this.#word(token.name, token.parameter)
    else if (token.kind === 'symbol') this.#symbol(token.name)
    else if (token.kind === 'open') this.#open()
    else this.#close()
  }

  /** What the file broke off in is told as if it had ended. */
  end(): void {
    this.#say(this.#letters.take(this.#state.font))
    this.#say(this.#letters.end())
    this.#excess = 0
    this.unclosed = this.#states.length > 1
    while (this.#states.length > 1) this.#close()
    const { sink } = this.#state
    if (sink.kind === 'story') sink.story.end(false)
  }

  get #state(): GroupState {
    return this.#states[this.#states.length - 1]!
  }

  #plain(bytes: Uint8Array): void {
    const { sink } = this.#state
    if (sink.kind === 'picture' || sink.kind === 'object') sink.data.addText(bytes)
    else if (sink.kind !== 'silent')
      for (const byte of bytes) if (byte !== 0x0a && byte !== 0x0d) this.#letters.add(byte)
  }

  #binary(bytes: Uint8Array): void {
    const { sink } = this.#state
    if (sink.kind === 'picture' || sink.kind === 'object') sink.data.addBinary(bytes)
  }

  #say(text: string): void {
    if (text === '') return
    const state = this.#state
    const { sink } = state
    state.fresh = false
    if (sink.kind === 'story') {
      const font = this.#letters.font(state.font)
      const plain = this.#grounds.isPlain(state, sink.story)
      if (text.trim()) this.#shapes.said()
      sink.story.add(seenIn(fontName(font), text), lookOf(state, this.#tables.colours, plain))
    } else if (sink.kind === 'collect') {
      sink.text += text
      if (sink.pieces.length > 0) sink.pieces[sink.pieces.length - 1] += text
    } else if (sink.kind === 'fonts') this.#tables.fontText(text)
    else if (sink.kind === 'colours') this.#tables.colourText(text)
  }

  #open(): void {
    this.#letters.skip(0)
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
    this.#letters.skip(0)
    if (this.#excess > 0) this.#excess--
    else if (this.#states.length > 1) {
      const state = this.#states.pop()!
      if (state.owns) this.#finds.finish(state.sink)
      if (state.shape) this.#endShape()
    }
  }

  #endShape(): void {
    const over = this.#shapes.end()
    const { sink } = this.#state
    if (over && sink.kind === 'story') sink.story.cover(over)
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
    this.#letters.skip(this.#state.skip)
  }

  /** True when the word opened a destination. */
  #enter(word: string): boolean {
    const state = this.#state
    if (state.sink.kind === 'silent') return false
    const destination = destinationOf(word)
    if (!destination && (!state.starred || transparent.has(word))) return false
    state.sink = this.#finds.sinkFor(destination ?? { kind: 'collect' }, word)
    state.owns = true
    if (state.sink.kind === 'story') Object.assign(state, { inTable: false })
    return true
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
    if (word === 'ansicpg' && parameter > 0) this.#letters.page = parameter
    else if (word === 'mac') this.#letters.page = MAC
    else if (this.#grounds.word(word)) return
    else if (word === 'shpinst') this.#beginShape()
    else if (word.startsWith('shp')) this.#shapes.word(word, parameter)
    else if (word === 'deff') this.#letters.defaultFont = parameter
    else if (sink.kind === 'fonts') this.#tables.fontWord(word, parameter)
    else if (sink.kind === 'colours') this.#tables.colourWord(word, parameter)
    else if (sink.kind === 'picture' && blips[word]) sink.extension = blips[word]
  }
}
