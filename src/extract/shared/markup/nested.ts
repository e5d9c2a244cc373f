/** Pages within a page: drawings in addresses, frames, comments, and what literals of scripts hold. */
import type { Line } from '../../../types.js'
import { decodeText } from '../charset.js'
import { unpackData } from '../links.js'
import { statedLine } from '../stated.js'
import type { ElementContext, PageContext } from './inside.js'
import { scriptWords } from './script.js'
import {
  attribute,
  holdsTags,
  textIn,
  whereIs,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
} from './tree.js'

/** To be read as a page, in the circumstances told. */
export interface Nested {
  readonly root: HtmlParent
  readonly inside: ElementContext
}

/** Comments and frames within comments and frames are read so deep. */
const DEEPEST = 4

const within = (outer: ElementContext): ElementContext => ({
  ...outer,
  cell: undefined,
  depth: outer.depth + 1,
})

/** The words of an SVG that stands in the address itself. */
export function drawnIn(href: string, outer: ElementContext, { reader }: PageContext): Nested[] {
  const data = /^\s*data:image\/svg/i.test(href) && outer.depth < DEEPEST ? unpackData(href) : null
  if (!data) return []
  const text = decodeText(data.bytes)?.text ?? ''
  return [{ root: reader.piece(text), inside: { ...within(outer), part: 'alt' } }]
}

/** A frame whose page is written in the attribute. */
export function framed(
  element: HtmlElement,
  outer: ElementContext,
  { reader }: PageContext,
): (Line | Nested)[] {
  const page = attribute(element, 'srcdoc')
  if (page === undefined) return []
  const at = whereIs(element)
  if (outer.depth >= DEEPEST)
    return [statedLine(page, { part: 'code', hiddenBy: 'markup', ...(at && { at }) })]
  return [{ root: reader.piece(page), inside: { ...within(outer), at } }]
}

/** Markup in a comment is read as markup, so that a mark in it stands on a line of its own. */
export function commentIn(
  data: string,
  node: HtmlNode,
  outer: ElementContext,
  { reader }: PageContext,
): (Line | Nested)[] {
  const at = whereIs(node) ?? outer.at
  const hidden = { hiddenBy: 'comment', part: 'comment', ...(at && { at }) } as const
  // The declaration of an XHTML page is no comment, though the HTML parser takes it for one.
  if (/^\?xml\s[^>]*\?$/.test(data)) return []
  const text = data.replace(/^\[if[^\]]*\]>/i, '').replace(/<!\[endif\]$/i, '')
  if (outer.depth < DEEPEST && /<[a-z]/i.test(text))
    return [{ root: reader.piece(text), inside: { ...within(outer), ...hidden } }]
  const lines = text.split(/\r?\n/).entries()
  return [...lines]
    .filter(([, line]) => line.trim() !== '')
    .map(([row, line]) =>
      statedLine(line.trim(), { ...hidden, ...(at?.line !== undefined && { at: { line: at.line + row } }) }),
    )
}

/** A literal that holds markup, as page state does, is a page; others are lines, as is the code around them. */
export function scriptIn(
  element: HtmlElement,
  outer: ElementContext,
  { reader }: PageContext,
): (Line | Nested)[] {
  const start = whereIs(element)?.line
  const found: (Line | Nested)[] = []
  for (const { text, line, literal } of scriptWords(textIn(element))) {
    const at = start === undefined ? outer.at : { line: start + line }
    const how = { part: 'code', hiddenBy: 'markup', ...(at && { at }) } as const
    if (literal && outer.depth < DEEPEST && holdsTags(text))
      found.push({ root: reader.piece(text), inside: { ...within(outer), ...how } })
    else
      for (const shown of text.split('\n'))
        if (shown.trim()) found.push(statedLine(shown.trim(), { ...how, label: 'script' }))
  }
  return found
}
