/** Fields of a Word text: what stands between a field's beginning and its separator is its code, not its text (2.8.25). */
import type { Line } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import { hasHan } from '../shared/xml-text.js'

interface Field {
  code: string
  inCode: boolean
}

/** Fields within fields. */
const DEEPEST = 256

/** Feeds on the text of a story in order; codes that say something become lines of their own. */
export class FieldCodes {
  readonly #open: Field[] = []
  readonly #lines: Line[] = []

  /** What of the text stands on the page: nothing inside a code. */
  shown(text: string): string {
    const field = this.#open.findLast(({ inCode }) => inCode)
    if (!field) return text
    field.code += text
    return ''
  }

  /** `letter`: 0x13 begins a field, 0x14 separates its code from its result, 0x15 ends it. */
  step(letter: string): void {
    if (letter === '\x13') {
      if (this.#open.length < DEEPEST) this.#open.push({ code: '', inCode: true })
      return
    }
    const field = letter === '\x15' ? this.#open.pop() : this.#open.at(-1)
    if (!field?.inCode) return
    field.inCode = false
    this.#tell(field.code)
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
