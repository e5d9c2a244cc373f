/** Markdown: its blocks as a reader of the page sees them, front matter as metadata, and the files it links to. */
import type * as Marked from 'marked'
import type { Lexer, MarkedOptions, Parser, Token, Tokens } from 'marked'
import type { Line } from '../../types.js'
import { fileNameOf, isDocument, targetOf } from '../shared/links.js'
import type { Fragments } from '../shared/markup/fragment.js'
import { statedLine, type LineReader } from '../shared/stated.js'
import { frontLines, splitFront } from './front-matter.js'
import { plainLine, plainReader } from './plain.js'
import { wholeReader } from './whole.js'

const notable = /[\u3400-\u9fff\uf900-\ufaff]/g
const wiki = /!?\[\[([^\]|#]{1,500})[^\]]*\]\]/g

type Library = typeof Marked

/** Loads what reads Markdown and the markup in it. */
export async function openMarkdown(fragments: Fragments): Promise<LineReader> {
  const [library] = await Promise.all([import('marked'), fragments.open()])
  return wholeReader(fragments, (text) => readMarkdown(text, library, fragments))
}

function* readMarkdown(text: string, library: Library, fragments: Fragments): Generator<Line> {
  const { front, body, first } = splitFront(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
  yield* frontLines(front, fragments)
  const blocks = new BlockReader(library, fragments)
  let tokens: Token[]
  try {
    tokens = blocks.parse(body)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // Nested beyond reason.
    const plain = plainReader(fragments)
    yield* plain.read(text)
    return yield* plain.end()
  }
  yield* blocks.read(tokens, first)
}

class BlockReader {
  readonly #fragments: Fragments
  readonly #lexer: Lexer
  readonly #parser: Parser
  #tables = 0

  constructor(library: Library, fragments: Fragments) {
    this.#fragments = fragments
    const renderer = new library.Renderer<string, string>()
    // A break ends a line of the source, so that lines can be counted.
    renderer.br = () => '<br>\n'
    const options: MarkedOptions<string, string> = { gfm: true, breaks: true, renderer }
    this.#lexer = new library.Lexer<string, string>(options)
    this.#parser = new library.Parser<string, string>(options)
  }

  parse(text: string): Token[] {
    return this.#lexer.lex(text)
  }

  /** `line`: where the first token begins; each takes as many lines as its source has. */
  *read(tokens: readonly Token[], line: number): Generator<Line> {
    let row = line
    for (const token of tokens) {
      yield* this.#block(token, row)
      row += count(token.raw)
    }
  }

  *#block(token: Token, line: number): Generator<Line> {
    if (token.type === 'list') yield* this.#items(token as Tokens.List, line)
    else if (token.type === 'blockquote') yield* this.read((token as Tokens.Blockquote).tokens, line)
    else if (token.type === 'table') yield* this.#table(token as Tokens.Table, line)
    else if (token.type === 'def') yield* this.#definition(token as Tokens.Def, line)
    else if (token.type !== 'space' && token.type !== 'hr') yield* this.#plain(token, line)
  }

  *#items({ items }: Tokens.List, line: number): Generator<Line> {
    let row = line
    for (const item of items) {
      yield* this.read(item.tokens, row)
      row += count(item.raw)
    }
  }

  *#table({ header, rows }: Tokens.Table, line: number): Generator<Line> {
    const table = this.#tables++
    for (const [row, cells] of [header, ...rows].entries())
      for (const [column, { tokens }] of cells.entries()) {
        const at = { line: line + row + (row > 0 ? 1 : 0) }
        for (const one of this.#shown(this.#parser.parseInline(tokens), at.line))
          yield { ...one, at, part: one.part ?? 'cell', cell: { table, row, column } }
      }
  }

  /** Nobody sees it; but what looks like one may be a note with words. */
  *#definition({ raw, href }: Tokens.Def, line: number): Generator<Line> {
    this.#fragments.links.push({ href, use: 'offered', at: { line } })
    yield* plainLine({ text: raw.trim(), number: line })
  }

  *#plain(token: Token, line: number): Generator<Line> {
    const isFenced = token.type === 'code' && /^\s*(?:`{3}|~{3})/.test(token.raw as string)
    const start = line + (isFenced ? 1 : 0) + leading(token)
    const raw: string = token.raw
    const lines = this.#shown(this.#parser.parse([token]), start)
    yield* token.type === 'code' ? lines : lines.map(unmarked)
    for (const [, target] of token.type === 'code' ? [] : raw.matchAll(wiki)) {
      this.#fragments.links.push({ href: target!.trim(), use: 'shown', at: { line } })
      yield* obscure(target!.trim(), line)
    }
    const told = new Set(lines.flatMap(({ spans }) => spans.flatMap(({ text }) => [...text])))
    if ([...raw.matchAll(notable)].every(([letter]) => told.has(letter))) return
    for (const [index, text] of raw.split('\n').entries()) yield* plainLine({ text, number: line + index })
  }

  #shown(html: string, line: number): Line[] {
    const { links } = this.#fragments
    const known = links.length
    const lines = this.#fragments.pageLines(html, { at: { line }, rows: true }) ?? []
    for (let index = known; index < links.length; index++)
      links[index] = { ...links[index]!, href: unescapedAddress(links[index]!.href) }
    return lines
  }
}

/** The renderer writes addresses in percent escapes. */
function unescapedAddress(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}

/** Line ends before the words of a block. */
const leading = ({ raw }: Token): number => count(/^\s*/.exec(raw)![0])

const count = (text: string): number => text.split('\n').length - 1

/** Names written in percent escapes are not legible in the line itself. */
function* obscure(href: string, line: number): Generator<Line> {
  const name = fileNameOf(href)
  const isObscure = targetOf(href) !== 'data' && name && isDocument(href) && href.includes('%')
  if (isObscure) yield statedLine(name, { part: 'link', at: { line } })
}

/** Signs of emphasis beside Chinese punctuation, which many programs take for signs all the same. */
const unmarked = (line: Line): Line =>
  line.spans.some(({ text }) => /\*\*|~~/.test(text))
    ? { ...line, spans: line.spans.map((span) => ({ ...span, text: span.text.replace(/\*\*|~~/g, '') })) }
    : line
