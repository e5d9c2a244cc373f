/** Word 2003 XML and packages laid flat: paragraph by paragraph, what is deleted or hidden told apart. */
import type { HiddenBy, Line, Part, Span } from '../../types.js'
import { statedLine, statedSpan } from '../shared/stated.js'
import type { XmlElement, XmlSink } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'
import { type EmbeddedPart, inside } from './names.js'

interface Frame {
  readonly name: string
  readonly part: Part | undefined
  readonly hiddenBy: HiddenBy | undefined
  /** The package part it belongs to. */
  readonly file: string
  text: string
}

const parts: Readonly<Record<string, Part>> = {
  'w:hdr': 'header',
  'w:ftr': 'footer',
  'w:footnote': 'footnote',
  'w:endnote': 'endnote',
  'w:comment': 'comment',
  'w:txbxContent': 'textbox',
  'o:DocumentProperties': 'metadata',
  'o:CustomDocumentProperties': 'metadata',
}
/** Names of typefaces and styles: whoever chose them said nothing. */
const looks =
  /^(rFonts|fonts?|defaultFonts|name|style|tblStyle|pStyle|rStyle|basedOn|next|link|latin|ea|cs|altName|lsdException)$/
const deleting = /^w:(del|moveFrom)$/
const paragraph = /^[wa]:p$/
const spoken = /^([wa]:t|w:delText)$/
const packed = /^(w:binData|pkg:binaryData)$/

export class WordXmlReader implements XmlSink {
  readonly lines: Line[] = []
  readonly files: EmbeddedPart[] = []
  readonly #stack: Frame[] = []
  /** Paragraphs under way: a text box stands inside another. */
  readonly #paragraphs: Span[][] = []
  /** Tables under way, one in another; 0-based. */
  readonly #tables: { table: number; row: number; column: number }[] = []
  #tableCount = 0
  #vanished = false

  open(element: XmlElement): void {
    const { name } = element
    const above = this.#stack.at(-1)
    const note = name === 'aml:annotation' ? (element.attribute('w:type') ?? '') : ''
    const gone = deleting.test(name) || note === 'Word.Deletion'
    const file =
      name === 'pkg:part'
        ? (element.attribute('pkg:name') ?? '')
        : (element.attribute('w:name') ?? above?.file)
    this.#stack.push({
      name,
      part: parts[name] ?? (note === 'Word.Comment' ? 'comment' : above?.part),
      hiddenBy: gone ? 'deleted-revision' : above?.hiddenBy,
      file: file ?? '',
      text: '',
    })
    if (paragraph.test(name)) this.#paragraphs.push([])
    else if (name === 'w:r') this.#vanished = false
    else if (name === 'w:vanish' && !this.#stack.some((frame) => frame.name === 'w:pPr'))
      this.#vanished = !/^(0|false|off)$/.test(element.attribute('w:val') ?? '')
    else if (name === 'w:tab' || name === 'w:br') this.#say(' ')
    else this.#table(name)
    if (looks.test(element.local)) return
    for (const [key, value] of Object.entries(element.attributes()))
      if (hasHan(value)) this.#beside(`${element.local}@${key}`, value)
  }

  text(text: string): void {
    const frame = this.#stack.at(-1)
    if (frame) frame.text += text
  }

  close(name: string): void {
    const frame = this.#stack.pop()!
    if (spoken.test(name)) this.#say(frame.text, frame)
    else if (paragraph.test(name)) this.#endParagraph(frame)
    else if (name === 'w:tbl') this.#tables.pop()
    else if (packed.test(name)) this.files.push(inside(frame.file.replace(/^(\w+:)?\/+/, ''), frame.text))
    else if (frame.text.trim() && (frame.part === 'metadata' || hasHan(frame.text)))
      this.#beside(name, frame.text.trim())
  }

  #table(name: string): void {
    const inner = this.#tables.at(-1)
    if (name === 'w:tbl') this.#tables.push({ table: this.#tableCount++, row: -1, column: -1 })
    else if (name === 'w:tr' && inner) Object.assign(inner, { row: inner.row + 1, column: -1 })
    else if (name === 'w:tc' && inner) inner.column++
  }

  #say(text: string, frame = this.#stack.at(-1)): void {
    const own = this.#paragraphs.at(-1)
    if (!own || text === '') return
    const hiddenBy = frame?.hiddenBy ?? (this.#vanished ? 'hidden-attribute' : undefined)
    own.push(statedSpan(text, hiddenBy ? { hiddenBy } : {}))
  }

  #endParagraph({ part }: Frame): void {
    const spans = joined(this.#paragraphs.pop()!)
    const cell = this.#tables.at(-1)
    if (spans.some(({ text }) => text.trim()))
      this.lines.push(statedLine(spans, { ...(part && { part }), ...(cell && { cell: { ...cell } }) }))
  }

  /** Properties, alternative texts, whatever else is said in words. */
  #beside(label: string, text: string): void {
    this.lines.push(statedLine(text, { part: 'metadata', label: label.replace(/^\w+:/, '') }))
  }
}

/** Runs of one appearance as one: Word splits a mark into several. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const span of spans) {
    const last = found.at(-1)
    if (last && last.hiddenBy === span.hiddenBy)
      found[found.length - 1] = { ...last, text: last.text + span.text }
    else found.push(span)
  }
  return found
}
