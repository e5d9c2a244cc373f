/** What the text of an RTF file's groups becomes: said where it stands, set as its group says, numbered, or kept in a table. */
import { seenIn } from '../shared/font/symbols.js'
import { blips } from './embedded.js'
import { addResult, collect, type RtfField, newField, shownBy } from './fields.js'
import { Finds } from './finds.js'
import { Grounds } from './grounds.js'
import { Letters } from './letters.js'
import { RtfShapes } from './shapes.js'
import { type GroupState, lookOf } from './state.js'
import type { RtfTextStyle, Story } from './story.js'
import { fontName, Tables } from './tables.js'
import { innerBreaks } from './words.js'

/** Code page of `\mac`: Mac OS Roman. */
const MAC = 10_000

export class RtfInterpreter {
  readonly tables = new Tables()
  readonly letters = new Letters(this.tables)
  readonly shapes = new RtfShapes()
  readonly finds = new Finds((name, value) => this.shapes.property(name, value))
  readonly #grounds = new Grounds()
  /** A line of the present paragraph has ended, its number told. */
  #isNumbered = false

  /** Text of a group in `state`. */
  say(state: GroupState, text: string): void {
    if (text === '') return
    const { sink } = state
    state.fresh = false
    if (sink.kind === 'story') {
      addResult(state.field, text)
      if (text.trim()) this.shapes.said()
      sink.story.add(seenIn(this.#font(state), text), this.#lookOf(state, sink.story))
    } else if (sink.kind === 'collect') collect(sink, state, seenIn(this.#font(state), text))
    else if (sink.kind === 'fonts') this.tables.fontText(text)
    else if (sink.kind === 'colours') this.tables.colourText(text)
  }

  #font(state: GroupState): string | undefined {
    return fontName(this.letters.font(state.font))
  }

  #lookOf(state: GroupState, story: Story): RtfTextStyle {
    return lookOf(state, this.tables.colours, this.#grounds.isPlain(state, story))
  }

  /** Words that stand in the code alone are said where the field stands. */
  endField(state: GroupState, field: RtfField): void {
    const shown = shownBy(field)
    if (!shown) return
    const { sink, field: around } = state
    this.say({ ...(field.look ?? state), sink, field: around }, shown.text)
    if (sink.kind === 'story') for (const text of shown.beside) sink.story.beside(text)
  }

  /** Automatic numbering of a paragraph of which a line ends. */
  number(state: GroupState, story: Story, word: string): void {
    const { list, level } = state
    const isFirst = !this.#isNumbered
    this.#isNumbered = innerBreaks.has(word)
    if (list === 0 || !isFirst) return
    const label = this.finds.lists.label(list, level)
    if (label) story.number(label, this.#lookOf(state, story))
  }

  /** A control word of a font or a list. */
  tableWord({ sink: { kind } }: GroupState, word: string, parameter: number): void {
    if (kind === 'fonts') this.tables.fontWord(word, parameter)
    else if (kind === 'lists') this.finds.lists.word(word, parameter)
  }

  /** Code pages, tables, kinds of pictures. */
  setting(state: GroupState, word: string, parameter: number): void {
    const { sink } = state
    if (word === 'ansicpg' && parameter > 0) this.letters.page = parameter
    else if (word === 'mac') this.letters.page = MAC
    else if (this.#grounds.word(word)) return
    else if (word === 'field') Object.assign(state, { field: newField(state.field), ownsField: true })
    else if (word.startsWith('shp')) this.shapes.word(word, parameter)
    else if (word === 'deff') this.letters.defaultFont = parameter
    else if (sink.kind === 'fonts' || sink.kind === 'lists') this.tableWord(state, word, parameter)
    else if (sink.kind === 'colours') this.tables.colourWord(word, parameter)
    else if (sink.kind === 'picture' && blips[word]) sink.extension = blips[word]
  }
}
