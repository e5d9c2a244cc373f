/** Excel 2003 XML (SpreadsheetML), which many systems export under the name .xls: sheets, comments, headers, properties. */
import type { HiddenBy, Line } from '../../types.js'
import { cellName } from '../shared/sheet/cell-name.js'
import { sectionsOf } from '../shared/sheet/header-footer.js'
import { statedLine, type Stating } from '../shared/stated.js'
import type { XmlElement, XmlSink } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'

export interface SheetFound {
  readonly name: string
  /** 1-based; undefined once its first page is told. */
  number: number | undefined
  lines: Line[]
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

export class SheetsReader implements XmlSink {
  /** The first holds what belongs to the whole workbook and has no name. */
  readonly sheets: SheetFound[] = [{ name: '', number: undefined, lines: [] }]
  readonly #stack: string[] = []
  readonly #hiddenColumns = new Set<number>()
  #count = 0
  #text = ''
  #row = -1
  #column = -1
  #next = 0
  #columnAt = 0
  #hiddenRow = false
  #author = ''

  open(element: XmlElement): void {
    const { name } = element
    this.#stack.push(name)
    const at = Number(element.attribute('ss:Index')) || 0
    if (name === 'ss:Worksheet') this.#start(element)
    else if (name === 'ss:Column') this.#width(element, at)
    else if (name === 'ss:Row') {
      this.#row = at > 0 ? at - 1 : this.#row + 1
      this.#next = 0
      this.#hiddenRow = isOn(element.attribute('ss:Hidden'))
    } else if (name === 'ss:Cell') {
      this.#column = at > 0 ? at - 1 : this.#next
      this.#next = this.#column + 1 + (Number(element.attribute('ss:MergeAcross')) || 0)
    } else if (name === 'ss:Comment') this.#author = element.attribute('ss:Author') ?? ''
    else if (name === 'x:Header' || name === 'x:Footer')
      this.#running(name, element.attribute('x:Data') ?? '')
    if (name === 'ss:Data' || !this.#stack.includes('ss:Data')) this.#text = ''
    this.#attributes(element)
  }

  text(text: string): void {
    this.#text += text
  }

  close(name: string): void {
    this.#stack.pop()
    const text = this.#text.trim()
    if (this.#stack.includes('ss:Data')) return
    this.#text = ''
    if (name === 'ss:Data') this.#data(text)
    else if (name === 'x:Visible' && /hidden$/i.test(text)) this.#conceal()
    else if (text && (this.#stack.includes('o:DocumentProperties') || hasHan(text)))
      this.#say(text, { part: 'metadata', label: name.replace(/^\w+:/, '') })
  }

  #start(element: XmlElement): void {
    const name = element.attribute('ss:Name') ?? ''
    const number = ++this.#count
    this.sheets.push({ name, number, lines: [statedLine(name, { part: 'sheet-name', at: { sheet: name } })] })
    this.#row = -1
    this.#columnAt = 0
    this.#hiddenColumns.clear()
  }

  #width(element: XmlElement, at: number): void {
    const from = at > 0 ? at - 1 : this.#columnAt
    const span = Math.min(Number(element.attribute('ss:Span')) || 0, 16_384)
    this.#columnAt = from + span + 1
    if (isOn(element.attribute('ss:Hidden')))
      for (let column = from; column <= from + span; column++) this.#hiddenColumns.add(column)
  }

  #data(text: string): void {
    if (text === '') return
    const at = { cell: cellName(this.#row, this.#column) }
    if (this.#stack.includes('ss:Comment'))
      return this.#say(text, { part: 'comment', at, ...(this.#author && { label: this.#author }) })
    const hidden = this.#hiddenRow || this.#hiddenColumns.has(this.#column)
    this.#say(text, {
      at,
      cell: { table: 0, row: this.#row, column: this.#column },
      ...(hidden && { hiddenBy: 'hidden-attribute' as HiddenBy }),
    })
  }

  #running(name: string, data: string): void {
    const part = name === 'x:Header' ? 'header' : 'footer'
    for (const section of sectionsOf(data, this.sheets.at(-1)!.name))
      this.#say(section.text, { part, label: section.where })
  }

  /** Whether a sheet is shown stands behind its cells. */
  #conceal(): void {
    const sheet = this.sheets.at(-1)!
    sheet.lines = sheet.lines.map((line) => ({
      ...line,
      spans: line.spans.map((span) => ({
        ...span,
        sight: 'hidden',
        hiddenBy: span.hiddenBy ?? 'hidden-attribute',
      })),
    }))
  }

  /** Names of ranges, prompts, formulas, in words. */
  #attributes(element: XmlElement): void {
    if (element.name === 'ss:Worksheet' || /^x:(Header|Footer)$/.test(element.name)) return
    for (const [key, value] of Object.entries(element.attributes()))
      if (hasHan(value) && key !== 'ss:Author' && !key.endsWith('FontName'))
        this.#say(value, { part: 'metadata', label: `${element.local}@${key}` })
  }

  #say(text: string, how: Stating): void {
    const { name, lines } = this.sheets.at(-1)!
    for (const said of text.split(/[\r\n]+/))
      if (said.trim())
        lines.push(statedLine(said, { ...how, ...(name && { at: { sheet: name, ...how.at } }) }))
  }
}
