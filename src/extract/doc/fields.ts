/** Fields of a Word text: what stands between a field's beginning and its separator is its code, not its text (2.8.25). */
import type { Line } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import { fieldWords } from '../shared/paragraph/field-words.js'
import { hasHan } from '../shared/xml/text.js'

interface Field {
  code: string
  inCode: boolean
  /** What was shown of its result, without blanks. */
  result: string
}
/** Longer results are no doubt there. */
const MOST_RESULT = 256

/** Fields within fields. */
const DEEPEST = 256

/** Feeds on the text of a story in order; codes that say something become lines of their own. */
export class FieldCodes {
  readonly #open: Field[] = []
  readonly #lines: Line[] = []

  /** What of the text stands on the page: nothing inside a code. */
  shown(text: string): string {
    const around = this.#open.findLastIndex(({ inCode }) => inCode)
    const said = this.#open.length > 0 ? text.replace(/\s+/g, '') : ''
    for (const field of this.#open.slice(around + 1))
      if (field.result.length < MOST_RESULT) field.result += said
    if (around < 0) return text
    this.#open[around]!.code += text
    return ''
  }

  /** `letter`: 0x13 begins a field, 0x14 separates its code from its result, 0x15 ends it. The words its code shows at its end. */
  step(letter: string): string {
    if (letter === '\x13') {
      if (this.#open.length < DEEPEST) this.#open.push({ code: '', inCode: true, result: '' })
      return ''
    }
    const field = this.#open.at(-1)
    if (!field) return ''
    field.inCode = false
    if (letter !== '\x15') return ''
    this.#open.pop()
    return this.#end(field)
  }

  #end({ code, result }: Field): string {
    const words = fieldWords(code)
    if (!words || (result && !words.always)) {
      this.#tell(code)
      return ''
    }
    for (const text of words.beside) this.#lines.push(statedLine(text))
    const isTold = result === words.text.replace(/\s+/g, '')
    return isTold ? '' : this.shown(words.text)
  }

  /** The codes since the last call. */
  taken(): Line[] {
    return this.#lines.splice(0)
  }

  /** With the codes of fields that never end. */
  end(): Line[] {
    for (const field of this.#open.splice(0)) if (field.inCode) this.#tell(field.code)
    return this.taken()
  }

  /** Page numbers and the like say nothing; quoted words and addresses do. */
  #tell(code: string): void {
    const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/i.exec(code)
    if (address) this.#lines.push(statedLine(address[1] ?? address[2] ?? '', { part: 'link' }))
    if (address && !hasHan(code.slice(address[0].length))) return
    if (hasHan(code) || /"[^"\\]{2,}"/.test(code))
      this.#lines.push(statedLine(code.trim(), { part: 'code', label: 'field', hiddenBy: 'markup' }))
  }
}
