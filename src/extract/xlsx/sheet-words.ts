/** What a worksheet says outside of its cells: headers, footers, prompts, links, and words in parts not known here. */
import type { Line, Part } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import type { XmlElement, XmlSink } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'
import { sectionsOf } from '../shared/sheet/header-footer.js'
import { unescaped } from './strings.js'
import { quotedIn, type XlsxSheet } from './workbook.js'

const headers: Readonly<Record<string, Part>> = {
  oddHeader: 'header',
  evenHeader: 'header',
  firstHeader: 'header',
  oddFooter: 'footer',
  evenFooter: 'footer',
  firstFooter: 'footer',
}
/** Attributes with words a reader may see: prompts of validations, tips and texts of links, scenarios. */
const spoken = ['promptTitle', 'prompt', 'errorTitle', 'error', 'display', 'tooltip', 'comment']

export class XlsxWordReader implements XmlSink {
  readonly lines: Line[] = []
  readonly #sheet: XlsxSheet
  readonly #open: { local: string; text: string; cell: string | undefined }[] = []

  constructor(sheet: XlsxSheet) {
    this.#sheet = sheet
  }

  open(element: XmlElement): void {
    const reference = element.attribute('sqref') ?? element.attribute('ref')
    const cell = reference?.split(/[\s:]/, 1)[0] ?? this.#open.at(-1)?.cell
    this.#open.push({ local: element.local, text: '', cell })
    for (const [name, value] of Object.entries(element.attributes())) {
      const isSpoken = spoken.includes(name)
      if (!value.trim() || !(isSpoken || (name !== 'sheet' && hasHan(value)))) continue
      const part = isSpoken ? (element.local === 'hyperlink' ? 'link' : 'form') : 'metadata'
      this.#say(unescaped(value), part, `${element.local}@${name}`)
    }
  }

  text(text: string): void {
    const inner = this.#open.at(-1)
    if (inner) inner.text += text
  }

  close(): void {
    const { local, text } = this.#open.at(-1)!
    const part = headers[local]
    if (part) {
      for (const section of sectionsOf(unescaped(text), this.#sheet.name))
        this.#say(section.text, part, section.where)
    } else if (hasHan(text)) {
      const isFormula = /^(formula\d?|f)$/.test(local)
      for (const said of isFormula ? quotedIn(text) : [text])
        this.#say(said, isFormula ? 'form' : 'metadata', local)
    }
    this.#open.pop()
  }

  #say(text: string, part: Part, label: string): void {
    const cell = this.#open.at(-1)?.cell
    const at = { sheet: this.#sheet.name, ...(cell && { cell }) }
    const hiddenBy = this.#sheet.hiddenBy
    this.lines.push(statedLine(text.trim(), { part, label, at, ...(hiddenBy && { hiddenBy }) }))
  }
}
