/** Automatic numbering: list styles, and the label of each paragraph (ODF 1.3, part 3, 16.30 to 16.34, 5.3). */
import { ListCounter, type ListLevel, MOST_LEVELS } from '../shared/paragraph/list-label.js'
import type { XmlElement } from '../shared/xml.js'

interface Level extends ListLevel {
  /** Character style of the label. */
  readonly style?: string
}
export interface Label {
  readonly text: string
  readonly style: string | undefined
}

/** `style:num-format` (19.500) under the names of ST_NumberFormat; LibreOffice writes the first three of Chinese ones. */
const formats: Readonly<Record<string, string>> = {
  '': 'none',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '１, ２, ３, ...': 'decimalFullWidth',
  '①, ②, ③, ...': 'decimalEnclosedCircle',
  '一, 二, 三, ...': 'chineseCounting',
  '壹, 贰, 叁, ...': 'chineseLegalSimplified',
  '壹, 貳, 參, ...': 'chineseLegalSimplified',
  '甲, 乙, 丙, ...': 'ideographTraditional',
  '子, 丑, 寅, ...': 'ideographZodiac',
}
const follows: Readonly<Record<string, string>> = { listtab: '\u2007', space: '\u2007', nothing: '' }
const OUTLINE = 'outline'
const MOST_LISTS = 65_536

/** Of both parts of a package: names of list styles are looked up wherever a list stands. */
export class ListStyles {
  readonly #styles = new Map<string, (Level | undefined)[]>()
  #levels: (Level | undefined)[] | null = null
  #at = 0

  open(element: XmlElement): void {
    const { name } = element
    if (name === 'text:list-style' || name === 'text:outline-style') {
      this.#levels = []
      const key = name === 'text:outline-style' ? OUTLINE : (element.attribute('style:name') ?? '')
      if (this.#styles.size < MOST_LISTS) this.#styles.set(key, this.#levels)
    } else if (/^text:(list|outline)-level-style(-number|-bullet)?$/.test(name)) this.#openLevel(element)
    else if (name === 'style:list-level-label-alignment' && this.#levels?.[this.#at]) {
      const after = follows[element.attribute('text:label-followed-by') ?? 'listtab'] ?? '\u2007'
      this.#levels[this.#at] = { ...this.#levels[this.#at]!, after }
    }
  }

  close(name: string): void {
    if (name === 'text:list-style' || name === 'text:outline-style') this.#levels = null
  }

  #openLevel(element: XmlElement): void {
    this.#at = Number(element.attribute('text:level')) - 1
    if (!this.#levels || !(this.#at >= 0 && this.#at < MOST_LEVELS)) return
    const style = element.attribute('text:style-name')
    const start = element.attribute('text:start-value')
    this.#levels[this.#at] = {
      label: labelOf(element, this.#at),
      format: formats[element.attribute('style:num-format') ?? ''] ?? 'decimal',
      start: start === undefined ? 1 : Number(start),
      after: '\u2007',
      ...(style !== undefined && { style }),
    }
  }

  levels(name: string): readonly (Level | undefined)[] {
    return this.#styles.get(name) ?? []
  }
}

/** Prefix, the numbers of the levels shown, suffix; or LibreOffice's own pattern, `（%1%）`. */
function labelOf(element: XmlElement, at: number): (string | number)[] {
  const pattern = element.attribute('loext:num-list-format')
  if (pattern !== undefined)
    return pattern
      .split(/(%\d{1,2}%)/)
      .filter((part) => part !== '')
      .map((part) => (/^%\d+%$/.test(part) ? Number(part.slice(1, -1)) - 1 : part))
  const shown = Math.min(at + 1, Math.max(1, Number(element.attribute('text:display-levels')) || 1))
  const numbers = Array.from({ length: shown }, (_, index) => at - shown + 1 + index)
  const isNumber = element.attribute('style:num-format') !== ''
  const middle = isNumber ? numbers.flatMap((level, index) => (index > 0 ? ['.', level] : [level])) : []
  const bullet = element.attribute('text:bullet-char')
  return [
    element.attribute('style:num-prefix') ?? '',
    ...(bullet === undefined ? middle : [bullet]),
    element.attribute('style:num-suffix') ?? '',
  ]
}

interface OpenList {
  readonly style: string
  readonly counts: string
  /** The next paragraph begins an item. */
  item: boolean
  start: number | undefined
}

/** The lists around the place that is being read. */
export class OdfLists {
  readonly #styles: ListStyles
  readonly #counter = new ListCounter()
  readonly #open: OpenList[] = []
  readonly #last = new Map<string, string>()
  #count = 0

  constructor(styles: ListStyles) {
    this.#styles = styles
  }

  open(element: XmlElement): void {
    const { name } = element
    if (name === 'text:list') this.#openList(element)
    else if (name === 'text:list-item' || name === 'text:list-header') {
      const list = this.#open.at(-1)
      const start = Number(element.attribute('text:start-value') ?? Number.NaN)
      if (list) Object.assign(list, { item: name === 'text:list-item', start })
    }
  }

  close(name: string): void {
    if (name === 'text:list') this.#open.pop()
  }

  #openList(element: XmlElement): void {
    const around = this.#open.at(-1)
    const style = element.attribute('text:style-name') ?? around?.style ?? ''
    const continued =
      element.attribute('text:continue-numbering') === 'true'
        ? this.#last.get(style)
        : this.#last.get(`#${element.attribute('text:continue-list')}`)
    const counts = (around?.style === style ? around.counts : continued) ?? `list ${++this.#count}`
    if (this.#last.size < MOST_LISTS) {
      this.#last.set(style, counts)
      this.#last.set(`#${element.attribute('xml:id') ?? element.attribute('id')}`, counts)
    }
    this.#open.push({ style, counts, item: false, start: undefined })
  }

  /** What stands before a paragraph that begins; null where it is nothing but a number. */
  label(paragraph: XmlElement): Label | null {
    const list = this.#open.at(-1)
    if (list?.item) {
      list.item = false
      return this.#labelAt(list, this.#open.length - 1)
    }
    const outline = Number(paragraph.attribute('text:outline-level'))
    const isListed = list || paragraph.name !== 'text:h' || !(outline > 0)
    if (isListed || paragraph.attribute('text:is-list-header') === 'true') return null
    return this.#labelAt({ style: OUTLINE, counts: OUTLINE, item: false, start: undefined }, outline - 1)
  }

  #labelAt({ style, counts, start }: OpenList, at: number): Label | null {
    const levels = this.#styles.levels(style)
    if (start !== undefined && Number.isInteger(start)) this.#counter.begin(counts, at, start)
    const text = this.#counter.next(counts, at, levels)
    return text ? { text: text + levels[at]!.after, style: levels[at]!.style } : null
  }
}
