/** `word/numbering.xml`: what automatic numbering sets before a paragraph (ECMA-376 part 1, 17.9). */
import type { Phrase } from '../../types.js'
import { type ListLevel, labelOf, MOST_LEVELS } from '../shared/paragraph/list-label.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { readXml, type XmlElement, type XmlSink } from '../shared/xml.js'
import {
  applyRunProperty,
  isOn,
  type MutableRunProperties,
  type DocxRunProperties,
} from './run-properties.js'

export interface NumberingLevel extends ListLevel {
  readonly run: DocxRunProperties
}
/** A list as paragraphs refer to it. */
export interface NumberedList {
  /** Paragraphs of lists with the same name count on together. */
  readonly counts: string
  readonly levels: readonly (NumberingLevel | undefined)[]
  /** The level a paragraph style stands for (`w:lvl/w:pStyle`). */
  levelOf(style: string): number | undefined
}
export interface DocxNumbering {
  list(id: string): NumberedList | undefined
  readonly fault: Phrase | null
}

interface Level {
  label: (string | number)[]
  format: string
  start: number
  after: string
  arabic: boolean
  style?: string
  readonly run: MutableRunProperties
}
interface Abstract {
  readonly levels: (Level | undefined)[]
  /** The list defined by a numbering style of this name, or through one. */
  link?: string
  definesStyle?: string
}
interface Num {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

const suffixes: Readonly<Record<string, string>> = { tab: '\t', space: ' ', nothing: '' }

export function readNumbering(bytes: Uint8Array | null): DocxNumbering {
  const reader = new NumberingReader()
  const fault = bytes && readXml(bytes, ooxmlPrefixes, reader)
  const known = new Map<string, NumberedList | undefined>()
  return {
    list(id) {
      if (!known.has(id)) known.set(id, reader.list(id))
      return known.get(id)
    },
    fault,
  }
}

class NumberingReader implements XmlSink {
  readonly #abstracts = new Map<string, Abstract>()
  readonly #nums = new Map<string, Num>()
  readonly #path: string[] = []
  #abstract: Abstract | undefined
  #num: Num | undefined
  #level: Level | undefined
  #override = 0

  open(element: XmlElement): void {
    const parent = this.#path.at(-1) ?? ''
    this.#path.push(element.name)
    const value = element.attribute('w:val') ?? ''
    if (element.name === 'w:abstractNum') {
      this.#abstract = { levels: [] }
      this.#abstracts.set(element.attribute('w:abstractNumId') ?? '', this.#abstract)
    } else if (element.name === 'w:num') {
      this.#num = { abstract: '', starts: new Map(), levels: new Map() }
      this.#nums.set(element.attribute('w:numId') ?? '', this.#num)
    } else if (element.name === 'w:lvl') this.#openLevel(element)
    else if (element.name === 'w:lvlOverride') this.#override = Number(element.attribute('w:ilvl')) || 0
    else if (element.name === 'w:startOverride') this.#num?.starts.set(this.#override, Number(value))
    else if (element.name === 'w:abstractNumId' && this.#num) this.#num.abstract = value
    else if (element.name === 'w:numStyleLink' && this.#abstract) this.#abstract.link = value
    else if (element.name === 'w:styleLink' && this.#abstract) this.#abstract.definesStyle = value
    else if (this.#level) applyLevel(this.#level, element, value, parent, this.#path)
  }

  close(name: string): void {
    this.#path.pop()
    if (name === 'w:abstractNum') this.#abstract = undefined
    else if (name === 'w:num') this.#num = undefined
    else if (name === 'w:lvl') this.#level = undefined
  }

  #openLevel(element: XmlElement): void {
    const at = Number(element.attribute('w:ilvl'))
    if (!Number.isInteger(at) || at < 0 || at >= MOST_LEVELS) return
    const level: Level = { label: [], format: 'decimal', start: 0, after: '\t', arabic: false, run: {} }
    this.#level = level
    if (this.#num) this.#num.levels.set(at, level)
    else if (this.#abstract) this.#abstract.levels[at] = level
  }

  list(id: string): NumberedList | undefined {
    const num = this.#nums.get(id)
    if (!num) return undefined
    const named = this.#abstracts.get(num.abstract)
    const linked =
      named?.link && [...this.#abstracts.values()].find((each) => each.definesStyle === named.link)
    const levels = (linked || named)?.levels.slice() ?? []
    for (const [at, level] of num.levels) levels[at] = level
    for (const [at, start] of num.starts) if (levels[at]) levels[at] = { ...levels[at], start }
    const counts = num.starts.size > 0 ? `num ${id}` : num.abstract
    const levelOf = (style: string) => {
      const at = levels.findIndex((level) => level?.style === style)
      return at < 0 ? undefined : at
    }
    return { counts, levels, levelOf }
  }
}

function applyLevel(
  level: Level,
  element: XmlElement,
  value: string,
  parent: string,
  path: readonly string[],
): void {
  if (element.name === 'w:start') level.start = Number(value)
  else if (element.name === 'w:numFmt') level.format = value
  else if (element.name === 'w:lvlText') level.label = labelOf(value)
  else if (element.name === 'w:suff') level.after = suffixes[value] ?? '\t'
  else if (element.name === 'w:isLgl') level.arabic = isOn(element.attribute('w:val'))
  else if (element.name === 'w:pStyle') level.style = value
  else if (path.includes('w:rPr')) applyRunProperty(level.run, element, parent)
}
