/** Markdown: the lines as written, front matter as metadata, HTML comments as hidden, and the files it links to. */
import type { Line } from '../../types.js'
import { fileNameOf, isDocument, targetOf, type Link } from '../shared/links.js'
import { statedLine } from '../shared/stated.js'
import { plainLine } from './plain.js'
import type { TextLine } from './stream.js'

/** `![alt](a.png "title")`, `[text](<a b.docx>)`. */
const direct =
  /(!?)\[((?:[^\]\\]|\\.){0,500})\]\(\s*(?:<([^>]{1,2000})>|([^\s)]{1,2000}(?:\([^\s)]*\))?[^\s)]*))[^)]{0,500}\)/g
/** `[name]: a.docx`; wiki links; tags. */
const defined = /^\s{0,3}\[[^\]]{1,500}\]:\s*<?([^\s>]+)/
const wiki = /!?\[\[([^\]|#]{1,500})[^\]]*\]\]/g
const tagged =
  /<(img|a|source|video|audio|iframe|embed)\b[^>]{0,2000}?\b(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

export async function* markdownLines(lines: AsyncIterable<TextLine>, links: Link[]): AsyncGenerator<Line> {
  let isFront = false
  let isComment = false
  for await (const line of lines) {
    const isFence = /^(---|\+\+\+)\s*$/.test(line.text)
    if (isFence && (line.number === 1 || isFront)) {
      isFront = line.number === 1
      continue
    }
    if (isFront) yield* frontLine(line)
    else {
      const split = splitComments(line.text, isComment)
      isComment = split.isOpen
      for (const text of split.hidden) yield hiddenLine(text, line.number)
      yield* plainLine({ ...line, text: split.shown })
      yield* linkLines({ ...line, text: split.shown }, links)
    }
  }
}

function* frontLine({ text, number }: TextLine): Generator<Line> {
  const found = /^\s*([^:=]{1,100}?)\s*[:=]\s*(\S.*)$/.exec(text)
  const value = found ? found[2]!.replace(/^["']|["']$/g, '') : text.trim()
  if (value)
    yield statedLine(value, {
      part: 'metadata',
      ...(found && { label: found[1]!.trim() }),
      at: { line: number },
    })
}

const hiddenLine = (text: string, line: number): Line =>
  statedLine(text, { part: 'comment', hiddenBy: 'comment', at: { line } })

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

function* linkLines({ text, number }: TextLine, links: Link[]): Generator<Line> {
  const at = { line: number }
  const found: { href: string; use: Link['use'] }[] = []
  for (const [, mark, , bracketed, bare] of text.matchAll(direct))
    found.push({ href: bracketed ?? bare!, use: mark ? 'shown' : 'offered' })
  for (const [whole, target] of text.matchAll(wiki))
    found.push({ href: target!.trim(), use: whole.startsWith('!') ? 'shown' : 'offered' })
  for (const [, tag, double, single] of text.matchAll(tagged)) {
    found.push({ href: double ?? single ?? '', use: tag!.toLowerCase() === 'a' ? 'offered' : 'shown' })
  }
  const definition = defined.exec(text)?.[1]
  if (definition) found.push({ href: definition, use: 'offered' })
  for (const { href, use } of found) {
    links.push({ href, use, at })
    const name = fileNameOf(href)
    // Names written in percent escapes are not legible in the line itself.
    if (targetOf(href) !== 'data' && name && isDocument(href) && href.includes('%'))
      yield statedLine(name, { part: 'link', at })
  }
}
