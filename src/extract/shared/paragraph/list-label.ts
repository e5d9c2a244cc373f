/** Labels of automatic numbering: which words stand before a paragraph, with its running number filled in. */
import { listNumber } from './list-numbers.js'

export interface ListLevel {
  /** What stands before the paragraph; a string of letters, or the 0-based level whose number stands there. */
  readonly label: readonly (string | number)[]
  /** A name of ST_NumberFormat. */
  readonly format: string
  readonly start: number
  /** What divides the label from the text. */
  readonly after: string
  /** Numbers of levels above are set in Arabic figures (`w:isLgl`). */
  readonly arabic?: boolean
}

export const MOST_LEVELS = 16
/** Larger starts than these are no numbers of lists. */
const MOST_START = 1_000_000
const MOST_LISTS = 65_536
const MOST_LABEL = 1_024

/** Running numbers of every list of one story. */
export class ListCounter {
  readonly #lists = new Map<string, (number | undefined)[]>()

  /**
   * The next paragraph of a list. `list`: those with the same name count on together. The label as it is set, or ''
   * where it is nothing but a number: 第一条 and （二） are no words of anybody.
   */
  next(list: string, at: number, levels: readonly (ListLevel | undefined)[]): string {
    const level = levels[at]
    if (!level || at >= MOST_LEVELS) return ''
    const numbers = this.#numbersOf(list)
    numbers[at] = numbers[at] === undefined ? startOf(level) : numbers[at] + 1
    numbers.length = at + 1
    if (!saysWords(level.label)) return ''
    const parts = level.label.slice(0, MOST_LABEL).map((part) => {
      if (typeof part === 'string') return part
      const its = levels[part]
      const value = numbers[part] ?? startOf(its)
      return listNumber(value, level.arabic && part !== at ? 'decimal' : (its?.format ?? 'decimal'))
    })
    return parts.join('').slice(0, MOST_LABEL)
  }

  /** The next paragraph at this level has this number. */
  begin(list: string, at: number, value: number): void {
    if (at < MOST_LEVELS && Math.abs(value) <= MOST_START) this.#numbersOf(list)[at] = value - 1
  }

  #numbersOf(list: string): (number | undefined)[] {
    const known = this.#lists.get(list)
    if (known) return known
    const fresh: (number | undefined)[] = []
    if (this.#lists.size < MOST_LISTS) this.#lists.set(list, fresh)
    return fresh
  }
}

function startOf(level: ListLevel | undefined): number {
  const start = level?.start ?? 1
  return Number.isInteger(start) && Math.abs(start) <= MOST_START ? start : 1
}

/** 第%1条, （%1）: nothing but the number. */
const plainNumber = /[第章节条款项部分编篇附件表图\d\s（）()、.,，．。〔〕[\]-]/g

/** Words beside the number: Chinese ones, or a Latin word; a bullet `o` or `n` of a symbol font is none. */
export function saysWords(label: readonly (string | number)[]): boolean {
  const said = label.filter((part) => typeof part === 'string').join('')
  return /\p{Script=Han}|[a-z]{3}/iu.test(said.replace(plainNumber, ''))
}

/** `机密★%1年` (17.9.11): a percent sign and a 1-based level. */
export function labelOf(pattern: string): (string | number)[] {
  return pattern
    .slice(0, MOST_LABEL)
    .split(/(%[1-9])/)
    .filter((part) => part !== '')
    .map((part) => (/^%[1-9]$/.test(part) ? Number(part[1]) - 1 : part))
}

/** The pattern of a label again. */
export function patternOf(label: readonly (string | number)[]): string {
  return label.map((part) => (typeof part === 'string' ? part : `%${part + 1}`)).join('')
}
