/** A stretch of characters as paragraphs of runs: fields taken apart, cells told from rows, special letters read. */
import type { HiddenBy, Line, Part } from '../../types.js'
import { linesOf } from '../shared/paragraph/lines.js'
import { TINY } from '../shared/cover/faint.js'
import { seenIn, symbolOf } from '../shared/font/symbols.js'
import { isBar } from '../shared/cover/bar.js'
import { type Lying, underDrawings } from '../shared/cover/over-runs.js'
import type { Anchors } from './anchors.js'
import { FieldCodes } from './fields.js'
import type { Formatting } from './formatting.js'
import type { DocLists } from './lists.js'
import type { ParagraphProperties, DocRunProperties } from './sprms.js'

export interface DocStory {
  readonly text: string
  readonly formatting: Formatting
  readonly fonts: readonly string[]
  readonly anchors: Anchors
  readonly lists: DocLists
  /** Offsets in the Data stream: pictures, and data of form fields. */
  readonly pictures: Set<number>
  readonly fieldData: Set<number>
  /** Tables so far. */
  tables: number
}
export interface StoryPlace {
  readonly part: Part
  /** Who wrote it. */
  readonly author?: string
  readonly hiddenBy?: HiddenBy
  readonly fitted?: boolean
}
interface Run {
  text: string
  readonly deleted: boolean
  readonly inserted?: true
  readonly hiddenBy?: HiddenBy
  readonly size?: number
  readonly bold?: boolean
}
/** Stands where a floating drawing is anchored. */
const FLOATING = '\x08'
const paragraphEnd = /[\r\x07\x0c]/g

/** `[from, to)` in characters of the whole text. */
export function* storyLines(telling: DocStory, from: number, to: number, place: StoryPlace): Generator<Line> {
  const reader = new StoryReader(telling, place)
  for (let start = from; start < to;) {
    paragraphEnd.lastIndex = start
    const found = paragraphEnd.exec(telling.text)
    const end = found && found.index < to ? found.index : to
    yield* reader.paragraph(start, end, found !== null && end < to)
    start = end + 1
  }
  yield* reader.end()
}

class StoryReader {
  readonly #telling: DocStory
  readonly #place: StoryPlace
  readonly #fields = new FieldCodes()
  #inTable = false
  #row = 0
  #column = 0

  constructor(telling: DocStory, place: StoryPlace) {
    this.#telling = telling
    this.#place = place
  }

  *paragraph(from: number, to: number, ends: boolean): Generator<Line> {
    const paragraph = this.#telling.formatting.paragraph(ends ? to : Math.max(from, to - 1))
    const isCellEnd = ends && this.#telling.text[to] === '\x07'
    const inTable = paragraph.inTable === true || isCellEnd
    if (inTable && !this.#inTable) this.#telling.tables++
    if (inTable !== this.#inTable) this.#row = this.#column = 0
    this.#inTable = inTable
    const cell = inTable && { table: this.#telling.tables - 1, row: this.#row, column: this.#column }
    const runs = underDrawings(this.#numbered(from, to, paragraph), this.#lying(from, to, paragraph))
    yield* linesOf({
      runs,
      part: this.#place.part,
      ...(this.#place.author && { author: this.#place.author }),
      ...(cell && { cell }),
    })
    yield* this.#fields.taken()
    if (!isCellEnd) return
    if (paragraph.rowEnd) {
      this.#row++
      this.#column = 0
    } else this.#column++
  }

  end(): Line[] {
    return this.#fields.end()
  }

  /** What floats over the text from a letter of this paragraph; where the text begins elsewhere, only how far down counts. */
  #lying(from: number, to: number, { moved = false }: ParagraphProperties): Lying[] {
    const { anchors, text } = this.#telling
    if (anchors.size === 0) return []
    const found: Lying[] = []
    for (let at = text.indexOf(FLOATING, from); at >= 0 && at <= to; at = text.indexOf(FLOATING, at + 1))
      for (const { kind, drawn } of anchors.get(at) ?? [])
        found.push({ kind, drawn: moved ? { ...drawn, left: undefined } : drawn })
    return found
  }

  /** With what automatic numbering sets before the text. */
  #numbered(from: number, to: number, paragraph: ParagraphProperties & { style: number }): Run[] {
    const runs = this.#runs(from, to, paragraph)
    const { list = 0, level = 0 } = paragraph
    const label = list > 0 && list < 0x7ff ? this.#telling.lists.label(list, level) : null
    if (!label) return runs
    const { properties } = this.#telling.formatting.run(to, paragraph.style)
    return [this.#run(label.text, { ...properties, ...label.run }, paragraph), ...runs]
  }

  #runs(from: number, to: number, paragraph: ParagraphProperties & { style: number }): Run[] {
    const runs: Run[] = []
    const { text, formatting } = this.#telling
    for (let at = from; at < to;) {
      const { properties, to: end } = formatting.run(at, paragraph.style)
      const until = Math.min(end, to)
      const shown = this.#shown(text.slice(at, until), properties)
      if (shown) runs.push(this.#run(shown, properties, paragraph))
      at = until
    }
    return runs
  }

  #run(text: string, properties: DocRunProperties, paragraph: ParagraphProperties): Run {
    const { size, bold, deleted = false, inserted } = properties
    const hiddenBy = this.#place.hiddenBy ?? this.#unseen(properties, paragraph)
    return {
      text,
      deleted,
      ...(inserted && { inserted: true }),
      ...(hiddenBy && { hiddenBy }),
      ...(hiddenBy === 'same-colour' && isBar(this.#ground(properties, paragraph)) && { fitted: true }),
      ...(size !== undefined && size > 0 && { size }),
      ...(bold && { bold: true }),
    }
  }

  /** Colours are not compared where the ground is a cell's or a shape's. */
  #unseen(properties: DocRunProperties, paragraph: ParagraphProperties): HiddenBy | undefined {
    if (properties.vanish) return 'hidden-attribute'
    if (properties.size !== undefined && properties.size > 0 && properties.size < TINY) return 'tiny'
    const ground = this.#ground(properties, paragraph)
    return properties.colour === ground && ground !== 'unknown' ? 'same-colour' : undefined
  }

  #ground(properties: DocRunProperties, paragraph: ParagraphProperties): string {
    const plain = this.#inTable || this.#place.part === 'textbox' ? 'unknown' : 'ffffff'
    return properties.ground ?? paragraph.ground ?? plain
  }

  /** What stands on the page; field codes go beside it. */
  #shown(text: string, properties: DocRunProperties): string {
    const { data, symbol, font } = properties
    if (properties.special) {
      if (symbol && !/[\x13-\x15]/.test(text))
        return this.#fields.shown(symbolOf(this.#telling.fonts[symbol.font], symbol.code.toString(16)))
      if (data !== undefined && !properties.isObject && text.includes('\x01'))
        (properties.isFieldData ? this.#telling.fieldData : this.#telling.pictures).add(data)
    }
    if (!/[\x00-\x1f]/.test(text)) return this.#fields.shown(seenIn(this.#telling.fonts[font ?? -1], text))
    let shown = ''
    for (const letter of text) {
      if (letter >= '\x13' && letter <= '\x15') shown += this.#fields.step(letter)
      else shown += this.#fields.shown(controls[letter] ?? (letter < ' ' ? '' : letter))
    }
    return shown
  }
}

/** 2.4.1, special characters. */
const controls: Readonly<Record<string, string>> = {
  '\t': '\t',
  '\n': '\n',
  '\x0b': '\n',
  '\x0e': '\n',
  '\x1e': '\u2011',
  '\x1f': '\u00ad',
}
