/** Markup kept inside data (a JSON value, a cell, a CDATA section, a literal): read as the page it is shown as. */
import type { Line, Step } from '../../../types.js'
import { decodeEntities } from '../charset/escapes.js'
import type { Link } from '../links.js'
import { statedLine, type Stating } from '../stated.js'
import { readBlocks } from './blocks.js'
import type { ElementContext, PageContext } from './inside.js'
import { plainLook } from './sight.js'
import { stylesIn } from './styles.js'
import { holdsEscapedTags, holdsTags, openReader, type Reader } from './tree.js'

/** Where the text stands that holds the markup: its first line in the file, and the path of its field. */
export interface MarkupField {
  readonly at?: Partial<Step> | undefined
  readonly label?: string | undefined
  /** Line ends of the text are line ends of the file. */
  readonly rows?: boolean
}

/** Of a text as it is stored: tags, or escapes of their first sign. */
const anyMarkup = /<\/?[a-z]|&lt;|&#60;|&#x3c;|\\u003c|\\x3c/i
const anyTag = /<[a-z/!][^<>]*>/gi
const notable = /[\u3400-\u9fff\uf900-\ufaff]|\d{7,}/g
/** A longer text is told as it stands. */
const LONGEST = 4 * 1024 * 1024

/** Reads fragments one after another; their links gather in `links`. */
export class Fragments {
  #reader: Reader | null = null
  #tables = 1
  readonly links: Link[]

  constructor(links: Link[]) {
    this.links = links
  }

  /** Loads the parser if the stored text holds anything like markup; to be called before `linesOf` is. */
  async prepare(stored: string): Promise<void> {
    if (anyMarkup.test(stored)) await this.open()
  }

  async open(): Promise<void> {
    this.#reader ??= await openReader()
  }

  /** Null: the text holds no markup. `readied`: what is done to it before it is read. */
  linesOf(text: string, field: MarkupField, readied = (source: string) => source): Line[] | null {
    if (text.length > LONGEST || !(holdsTags(text) || holdsEscapedTags(text))) return null
    return this.pageLines(readied(text), field)
  }

  /** The text as a page, whether it holds markup or not; null before the parser is loaded. */
  pageLines(text: string, field: MarkupField): Line[] | null {
    if (!this.#reader) return null
    const setting = { reader: this.#reader, links: this.links, tables: this.#tables }
    const lines = fragmentLines(text, setting, { look: plainLook([255, 255, 255, 1]), depth: 1 }, field)
    this.#tables = setting.tables
    return lines
  }
}

/** The lines of the page that a text is the source of, and what of its tags no line tells. */
export function fragmentLines(
  text: string,
  outer: Pick<PageContext, 'reader' | 'links' | 'tables'>,
  inside: ElementContext,
  field: MarkupField,
): Line[] {
  const source = !holdsTags(text) && holdsEscapedTags(text) ? decodeEntities(text) : text
  const root = outer.reader.placed(blockTag.test(source) ? source : source.replaceAll('\n', '<br>\n'))
  const known = outer.links.length
  const setting: PageContext = Object.assign(outer, stylesIn(root), { breaks: true })
  const lines = [...readBlocks(root, setting, inside)].map((line) => placed(line, field))
  for (const [index, link] of outer.links.entries())
    if (index >= known) outer.links[index] = { ...link, ...where(link.at, field) }
  return [...lines, ...untold(source, lines, field)]
}

/** Without any of these the line ends of a text are the only ones it has. */
const blockTag =
  /<\/?(?:p|div|br|h[1-6]|li|ul|ol|tr|td|th|table|section|article|blockquote|center|pre|hr)(?=[\s>/])/i

/** Lines are counted within the text; a column in it says nothing of the file. */
function where(own: Partial<Step> | undefined, { at, rows }: MarkupField): { at?: Partial<Step> } {
  if (!at) return {}
  const row = rows ? (own?.line ?? 1) - 1 : 0
  return { at: at.line === undefined ? at : { ...at, line: at.line + row } }
}

function placed(line: Line, field: MarkupField): Line {
  const { label } = field
  const path = line.label === undefined ? label : label ? `${label} ${line.label}` : line.label
  return { ...line, ...where(line.at, field), ...(path !== undefined && { label: path }) }
}

/** Tags with words or long numbers that no line holds; the text itself where words of it are missing. */
function untold(source: string, lines: readonly Line[], field: MarkupField): Line[] {
  const told = lines.flatMap(({ spans }) => spans.map(({ text }) => text)).join('\n')
  const known = new Set(told)
  const missing = (text: string): boolean =>
    [...text.matchAll(notable)].some(([found]) =>
      found.length > 1 ? !told.includes(found) : !known.has(found),
    )
  const rest: Line[] = []
  const words = source.replace(anyTag, (found) => {
    if (!/^<[a-z][^>]*=/i.test(found) || /base64,/.test(found)) return ''
    const text = decodeEntities(found)
    if (missing(text)) rest.push(statedLine(text, { part: 'code', hiddenBy: 'markup', ...stating(field) }))
    return ''
  })
  return missing(decodeEntities(words)) ? [statedLine(source, stating(field)), ...rest] : rest
}

const stating = ({ at, label }: MarkupField): Stating => ({
  ...(at && { at }),
  ...(label !== undefined && { label }),
})
