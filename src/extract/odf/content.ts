/** Reads `content.xml` and `styles.xml` as a stream of blocks: every text, where it stands, why it may not be seen. */
import type { Box, HiddenBy, Line } from '../../types.js'
import type { Link } from '../shared/links.js'
import { statedLine } from '../shared/stated.js'
import type { XmlElement, XmlSink } from '../shared/xml.js'
import { attributeWords, outsideLink } from './attributes.js'
import type { Block, OdfContext } from './block.js'
import { Changes } from './changes.js'
import type { Crops } from './crops.js'
import { Covers } from './covers.js'
import { shownBy } from './fields.js'
import { OdfLists } from './lists.js'
import { OdfParagraph } from './paragraph.js'
import { isHidden, OdfContexts } from './settings.js'
import { StatedValues } from './stated-values.js'
import type { StyleBook } from './styles.js'

/** Elements whose text is no words of the document. */
const skipped = new Set(['text:note-citation', 'office:binary-data', 'dc:date', 'meta:date-string'])
const collected = new Set(['svg:title', 'svg:desc', 'dc:creator', 'text:ruby-text'])
/** A space that white space handling leaves alone until the end. */
const solid = '\u2007'

interface Frame {
  readonly name: string
  readonly setting: OdfContext
  text: string
}

export class ContentReader implements XmlSink {
  /** Finished blocks, to be taken by whoever reads; the last may still grow. */
  readonly blocks: Block[] = []
  readonly links: Link[] = []
  readonly #styles: StyleBook
  readonly #style: ReturnType<StyleBook['sink']>
  readonly #settings: OdfContexts
  readonly #changes = new Changes()
  readonly #values = new StatedValues()
  readonly #stack: Frame[] = []
  readonly #paragraphs: OdfParagraph[] = []
  /** Lines already set in a frame. */
  readonly #rows = new Map<Box, number>()
  readonly #covers: Covers
  readonly #lists: OdfLists
  readonly #crops: Crops | undefined
  #skipping = 0
  /** Lines told so far. */
  #told = 0
  #number = 0
  #author = ''
  /** What the open conditional text shows, whatever showed when the file was saved. */
  #shown: string | undefined

  constructor(styles: StyleBook, crops?: Crops) {
    this.#styles = styles
    this.#crops = crops
    this.#style = styles.sink()
    this.#lists = new OdfLists(styles.lists)
    this.#covers = new Covers(styles)
    this.#settings = new OdfContexts(styles, {
      start: (block) => void this.blocks.push({ ...block, lines: [] }),
      put: (line) => this.#put(line),
      current: () => this.blocks.at(-1),
    })
  }

  open(element: XmlElement): void {
    this.#style.open(element)
    this.#changes.open(element)
    this.#lists.open(element)
    this.#covers.open(element, this.#told)
    this.#crops?.open(element, this.#styles)
    const parent = this.#stack.at(-1)
    // The lines of the slide go their way once its notes begin.
    if (element.name === 'presentation:notes') this.#covers.settle(this.blocks.at(-1)?.lines ?? [])
    const setting = this.#settings.inside(element, parent?.setting ?? {}, parent?.name ?? '')
    this.#values.open(element, setting)
    this.#stack.push({ name: element.name, setting, text: '' })
    if (skipped.has(element.name)) this.#skipping++
    if (element.name === 'office:annotation') this.#author = ''
    this.#mark(element, setting)
    this.#attributes(element, setting)
  }

  text(text: string): void {
    const frame = this.#stack.at(-1)
    if (!frame || this.#skipping > 0) return
    this.#values.text(text, frame.setting)
    if (collected.has(frame.name)) frame.text += text
    else if (frame.name !== 'text:conditional-text' || this.#shown === undefined)
      this.#paragraphs.at(-1)?.add(text, this.#hidingAt(frame.name))
  }

  #hidingAt(name: string): HiddenBy | undefined {
    if (this.#changes.deleting) return 'deleted-revision'
    return name === 'text:hidden-text' ? 'hidden-attribute' : undefined
  }

  close(name: string): void {
    this.#style.close(name)
    this.#lists.close(name)
    const frame = this.#stack.pop()!
    const value = this.#values.close()
    if (value) this.#say(...value)
    const said = frame.text.trim()
    const lines = this.blocks.at(-1)?.lines ?? []
    this.#covers.close(name, this.#told, this.#paragraphs.at(-1), lines)
    if (name === 'draw:page') this.#covers.settle(lines)
    if (skipped.has(name)) this.#skipping--
    if (name === 'text:p' || name === 'text:h') this.#endParagraph()
    else if (name === 'text:span' || name === 'text:a') this.#paragraphs.at(-1)?.leave()
    else if (name === 'table:table') this.#settings.sheets.close()
    else if (name === 'dc:creator') this.#author = said
    else if (name === 'text:ruby-text' && this.#paragraphs.length > 0) this.#paragraphs.at(-1)!.above += said
    else if (said) this.#say(said, { ...frame.setting, part: 'alt' })
  }

  /** Elements that are paragraphs, or stand for something inside one. */
  #mark(element: XmlElement, setting: OdfContext): void {
    const paragraph = this.#paragraphs.at(-1)
    const style = element.attribute('text:style-name')
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        this.#begin(element, new OdfParagraph(setting, this.#styles, style))
        break
      case 'text:span':
      case 'text:a':
        paragraph?.enter(style)
        break
      case 'text:s':
        paragraph?.add(solid.repeat(Math.min(80, Number(element.attribute('text:c') ?? 1) || 1)))
        break
      case 'text:tab':
        paragraph?.add(solid)
        break
      case 'text:line-break':
        paragraph?.break()
        break
      case 'text:conditional-text':
        this.#shown = shownBy(element)
        if (this.#shown) paragraph?.add(this.#shown)
        break
      case 'text:hidden-paragraph':
        if (paragraph && isHidden(element)) paragraph.concealed = true
    }
  }

  /** With what automatic numbering sets before it. */
  #begin(element: XmlElement, paragraph: OdfParagraph): void {
    this.#paragraphs.push(paragraph)
    const label = this.#lists.label(element)
    if (!label) return
    paragraph.enter(label.style)
    paragraph.add(label.text)
    paragraph.leave()
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()!
    const { box, part } = paragraph.setting
    const first = box ? (this.#rows.get(box) ?? 0) : 0
    const lines = paragraph.lines(++this.#number, first)
    if (box) this.#rows.set(box, first + lines.length)
    const author = part === 'comment' && this.#author ? { label: this.#author } : {}
    for (const line of lines) this.#put({ ...line, ...author })
    if (paragraph.above) this.#say(paragraph.above, paragraph.setting)
  }

  #attributes(element: XmlElement, setting: OdfContext): void {
    const link = outsideLink(element)
    if (link) this.links.push(link)
    for (const [text, standing] of attributeWords(element, setting)) this.#say(text, standing)
  }

  #say(text: string, { part, label, hiddenBy, at }: OdfContext): void {
    this.#put(
      statedLine(text.trim(), {
        ...(part && { part }),
        ...(label !== undefined && { label }),
        ...(hiddenBy && { hiddenBy }),
        ...(at && { at }),
      }),
    )
  }

  #put(line: Line): void {
    if (this.blocks.length === 0) this.blocks.push({ kind: 'flow', name: '', number: 1, lines: [] })
    this.blocks.at(-1)!.lines.push(line)
    this.#told++
  }
}
