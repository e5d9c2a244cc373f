/** Markdown: what a reader sees, front matter as metadata, HTML comments as hidden, and the files it links to. */
import type { Line } from '../../types.js'
import { fileNameOf, isDocument, targetOf, type Link } from '../shared/links.js'
import { statedLine, statedSpan, type LineReader } from '../shared/stated.js'
import { lineByLine, plainLine } from './plain.js'
import type { TextLine } from './stream.js'

/** `![alt](a.png "title")`, `[text](<a b.docx>)`. */
const direct =
  /(!?)\[((?:[^\]\\]|\\.){0,500})\]\(\s*(?:<([^>]{1,2000})>|([^\s()]{1,2000}(?:\([^\s()]*\)[^\s()]*)?))[^)]{0,500}\)/g
/** `[name]: a.docx`; wiki links; tags. */
const defined = /^\s{0,3}\[[^\]]{1,500}\]:\s*<?([^\s>]+)/
const wiki = /!?\[\[([^\]|#]{1,500})[^\]]*\]\]/g
const tagged =
  /<(img|a|source|video|audio|iframe|embed)\b[^>]{0,2000}?\b(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
/** A file put into an address; far longer than addresses are, so it is looked for by itself. */
const data = /\bdata:[\w.+-]+\/[\w.+-]+(?:;[\w=.-]{1,100}){0,9};base64,[\w+/%=-]+/gi
const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/
/** Sizes of headings, as web pages show them. */
const sizes = [32, 24, 18.7, 16, 13.3, 10.7]

export function markdownReader(links: Link[]): LineReader {
  const state = { isFront: false, isComment: false, table: -1, row: -1 }
  return lineByLine((line) => tell(line, state, links))
}

interface State {
  isFront: boolean
  isComment: boolean
  /** Number of the table being read, and of its row; -1 outside. */
  table: number
  row: number
}

function* tell(line: TextLine, state: State, links: Link[]): Generator<Line> {
  const isFence = /^(---|\+\+\+)\s*$/.test(line.text)
  if (isFence && (line.number === 1 || state.isFront)) {
    state.isFront = line.number === 1
    return
  }
  if (state.isFront) return yield* frontLine(line)
  const { shown, hidden, isOpen } = splitComments(line.text, state.isComment)
  state.isComment = isOpen
  for (const text of hidden) {
    yield statedLine(text, { part: 'comment', hiddenBy: 'comment', at: { line: line.number } })
  }
  const cells = /^\s*\|(.*)\|\s*$/.exec(shown)?.[1]
  if (cells === undefined) state.row = -1
  if (cells !== undefined) yield* cellLines(cells, line.number, state)
  else yield* shownLine({ ...line, text: shown })
  yield* linkLines({ ...line, text: shown }, links)
}

function* frontLine({ text, number }: TextLine): Generator<Line> {
  const found = /^\s*([^:=]{1,100}?)\s*[:=]\s*(\S.*)$/.exec(text)
  const value = found ? found[2]!.replace(/^["']|["']$/g, '') : text.trim()
  const label = found ? { label: found[1]!.trim() } : {}
  if (value) yield statedLine(value, { part: 'metadata', ...label, at: { line: number } })
}

function splitComments(text: string, wasOpen: boolean): { shown: string; hidden: string[]; isOpen: boolean } {
  const hidden: string[] = []
  let shown = ''
  let isOpen = wasOpen
  for (let rest = text; rest;) {
    const end = rest.indexOf(isOpen ? '-->' : '<!--')
    const before = end < 0 ? rest : rest.slice(0, end)
    if (isOpen && before.trim()) hidden.push(before.trim())
    if (!isOpen) shown += before
    if (end < 0) break
    rest = rest.slice(end + (isOpen ? 3 : 4))
    isOpen = !isOpen
  }
  return { shown, hidden, isOpen }
}

/** Without the signs of headings, quotations and emphasis, which no reader of the page sees. */
function* shownLine(line: TextLine): Generator<Line> {
  const [, signs, title] = heading.exec(line.text) ?? []
  if (signs !== undefined) {
    const how = { size: sizes[signs.length - 1]!, bold: true }
    const text = unmarked(title!)
    if (text) yield statedLine([statedSpan(text, how)], { at: { line: line.number } })
  } else yield* plainLine({ ...line, text: unmarked(line.text.replace(/^(\s*>)+\s?/, '')) })
}

const unmarked = (text: string) =>
  text.replace(/(\*\*\*|\*\*|__|~~)(?=\S)(.{1,1000}?\S|\S)\1/g, '$2').replace(/\\([*_`#[\]()~>|!])/g, '$1')

function* cellLines(row: string, line: number, state: State): Generator<Line> {
  if (state.row < 0) state.table++
  if (/^[\s:|-]+$/.test(row)) return
  state.row++
  for (const [column, text] of row.split(/(?<!\\)\|/).entries()) {
    const shown = unmarked(text.trim())
    const cell = { table: state.table, row: state.row, column }
    if (shown) yield statedLine(shown, { part: 'cell', cell, at: { line } })
  }
}

function* linkLines({ text, number }: TextLine, links: Link[]): Generator<Line> {
  const at = { line: number }
  for (const { href, use } of linksIn(text)) {
    links.push({ href, use, at })
    const name = fileNameOf(href)
    // Names written in percent escapes are not legible in the line itself.
    const isObscure = targetOf(href) !== 'data' && name && isDocument(href) && href.includes('%')
    if (isObscure) yield statedLine(name, { part: 'link', at })
  }
}

function linksIn(text: string): { href: string; use: Link['use'] }[] {
  const found: { href: string; use: Link['use'] }[] = []
  const add = (href: string, isShown: boolean) => {
    if (!/^data:[^,]*;base64,/i.test(href)) found.push({ href, use: isShown ? 'shown' : 'offered' })
  }
  for (const [href] of text.matchAll(data)) found.push({ href, use: 'shown' })
  for (const [, mark, , bracketed, bare] of text.matchAll(direct)) add(bracketed ?? bare!, mark === '!')
  for (const [whole, target] of text.matchAll(wiki)) add(target!.trim(), whole.startsWith('!'))
  for (const [, tag, double, single] of text.matchAll(tagged))
    add(double ?? single ?? '', tag!.toLowerCase() !== 'a')
  const definition = defined.exec(text)?.[1]
  if (definition) add(definition, false)
  return found
}
