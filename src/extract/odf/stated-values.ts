/** Words that cells and fields state as their value (`office:string-value`) and do not show (ODF 1.3, part 3, 19.385). */
import type { XmlElement } from '../shared/xml.js'
import type { OdfContext } from './block.js'

interface Stated {
  readonly depth: number
  readonly value: string
  readonly setting: OdfContext
  shown: string
}

/** Letters alone: how white space is kept differs between the two. */
const lettersOf = (text: string): string => text.replace(/[\s\u2007]+/g, '')
/** Longer texts are compared by their beginning. */
const MOST_SHOWN = 100_000

export class StatedValues {
  readonly #open: Stated[] = []
  #depth = 0

  open(element: XmlElement, setting: OdfContext): void {
    this.#depth++
    const { name } = element
    // Their values are told on their own.
    if (name.startsWith('form:') || name === 'text:user-field-decl') return
    const value = element.attribute('office:string-value')
    if (value?.trim()) this.#open.push({ depth: this.#depth, value, setting, shown: '' })
  }

  /** `setting`: of the element the text stands in; a comment is no text of its cell. */
  text(text: string, setting: OdfContext): void {
    for (const each of this.#open)
      if (each.setting.part === setting.part && each.shown.length < MOST_SHOWN) each.shown += lettersOf(text)
  }

  /** The value of the element that ends, if it says something else than it shows. */
  close(): [string, OdfContext] | null {
    const last = this.#open.at(-1)
    const isOver = last?.depth === this.#depth--
    if (!last || !isOver) return null
    this.#open.pop()
    const { value, setting, shown } = last
    if (shown.includes(lettersOf(value).slice(0, MOST_SHOWN / 2))) return null
    // A program shows the value where there is no text.
    return [value, shown ? { ...setting, hiddenBy: setting.hiddenBy ?? 'hidden-attribute' } : setting]
  }
}
