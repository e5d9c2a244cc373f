/** Reads an RTF file token by token, without recursion: lines, pictures and objects as they end. */
import { destinationOf, transparent } from './destinations.js'
import type { RtfItem } from './finds.js'
import { MOST_LEVELS } from '../shared/paragraph/list-label.js'
import { PLACE } from './lists.js'
import { firstState, type GroupState } from './state.js'
import { RtfInterpreter } from './telling.js'
import type { RtfToken } from './tokens.js'
import { applyFormat, breaks, characters, symbols } from './words.js'

/** Groups nested deeper than this share the state of the last one. */
export const mostDepth = 10_000

export class RtfReader {
  tooDeep = false
  readonly #bytes: Uint8Array
  /** Known after `end`: groups were still open. */
  unclosed = false
  readonly #states: GroupState[]
  readonly #telling = new RtfInterpreter()
  readonly #letters = this.#telling.letters
  readonly #shapes = this.#telling.shapes
  readonly #finds = this.#telling.finds
  #excess = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#states = [firstState(this.#finds.story('body'))]
  }

  /** To be taken away by whoever reads. */
  get found(): RtfItem[] {
    return this.#finds.found
  }

  take(token: RtfToken): void {
    if (token.kind === 'text') {
      this.#plain(this.#bytes.subarray(token.start, token.end))
      return
    }
    if (token.kind === 'byte' && !this.#isPlace(token.value)) {
      this.#letters.add(token.value)
      return
    }
    this.#say(this.#letters.take(this.#state.font))
    if (token.kind === 'binary') this.#binary(this.#bytes.subarray(token.start, token.end))
    else if (token.kind === 'word') this.#word(token.name, token.parameter)
    else if (token.kind === 'symbol') this.#symbol(token.name)
    else if (token.kind === 'byte') this.#say(String.fromCharCode(PLACE + token.value))
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

  /** A number's place in the text of a level. */
  #isPlace(byte: number): boolean {
    const { sink } = this.#state
    return byte < MOST_LEVELS && sink.kind === 'collect' && sink.name === 'leveltext'
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
    this.#telling.say(this.#state, text)
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
    this.#states.push({ ...state, owns: false, starred: false, fresh: true, shape: false, ownsField: false })
  }

  #close(): void {
    this.#letters.skip(0)
    if (this.#excess > 0) this.#excess--
    else if (this.#states.length > 1) {
      const state = this.#states.pop()!
      if (state.owns) this.#finds.finish(state.sink)
      if (state.ownsField && state.field) this.#telling.endField(this.#state, state.field)
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
    else if (applyFormat(state, word, parameter)) this.#telling.tableWord(this.#state, word, parameter ?? 0)
    else if (characters[word] !== undefined) this.#say(characters[word])
    else if (this.#storyWord(word)) return
    else if (word === 'shpinst') this.#beginShape()
    else this.#telling.setting(state, word, parameter ?? 0)
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
    if (word === 'fldinst' && state.sink.kind === 'collect') state.sink.field = state.field
    if (state.sink.kind === 'story') Object.assign(state, { inTable: false })
    return true
  }

  #storyWord(word: string): boolean {
    const { sink, inTable } = this.#state
    if (sink.kind !== 'story') return false
    if (breaks.has(word) || word === 'cell' || word === 'nestcell')
      this.#telling.number(this.#state, sink.story, word)
    if (breaks.has(word)) sink.story.end(inTable)
    else if (word === 'cell' || word === 'nestcell') sink.story.endCell()
    else if (word === 'row' || word === 'nestrow') sink.story.endRow()
    else if (word === 'ftnalt') sink.story.part = 'endnote'
    else return false
    return true
  }

  #beginShape(): void {
    Object.assign(this.#state, { shape: true, fresh: false })
    this.#shapes.begin()
  }
}
