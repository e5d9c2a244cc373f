/** What an element of a page is to the text in it: line or block, styled how, a cell of which table. */
import type { Link } from '../links.js'
import type { StyleSheet } from './cascade.js'
import { readDeclarations, type Declarations } from './css.js'
import type { Context } from './flow.js'
import type { DrawnAddresses } from './generated.js'
import { TableCells } from './table-cells.js'
import { attribute, type HtmlElement, type Reader } from './tree.js'

/** Of the page as a whole. */
export interface PageContext {
  readonly reader: Reader
  readonly styles: StyleSheet
  /** An outer style sheet may colour any ground. */
  readonly styledElsewhere: boolean
  readonly links: Link[]
  /** Line ends outside every element break lines: text of data, with markup in it. */
  readonly breaks?: boolean
  /** Pictures that styles draw, as far as they are gathered. */
  readonly drawn?: DrawnAddresses
  base?: string | undefined
  tables: number
}
/** Of the text inside an element. */
export interface ElementContext extends Context {
  readonly table?: TableCells | undefined
  readonly depth: number
}

const inline =
  /^(a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|map|mark|nobr|q|ruby|rb|s|samp|small|span|strike|strong|sub|sup|time|tspan|tt|u|var|wbr|img|input|area|picture|source|noscript|slot|script|style|template|meta|link|base|title|param|track|use)$/

export function isInlineElement({ tagName }: HtmlElement, said: Declarations): boolean {
  const display = said.get('display') ?? ''
  if (inline.test(tagName)) return !/^(block|flex|grid|table|list-item)/.test(display)
  return display === 'inline' && /^(div|p|h[1-6]|li|dd|dt|section|article|header|figure)$/.test(tagName)
}

/** Its content is no text of the page: it is told as something beside it, or not at all. */
export const isToldApart = (element: HtmlElement): boolean =>
  /^(script|style|title|iframe|noembed|noframes)$/.test(element.tagName) && !isDrawnTitle(element)

const isDrawnTitle = ({ tagName, namespaceURI }: HtmlElement) =>
  tagName === 'title' && namespaceURI.endsWith('/svg')

/** Declarations that hold for the element. */
export function saidOf(element: HtmlElement, { styles }: PageContext): Declarations {
  const own = attribute(element, 'style')
  return styles.saidOf(element, own === undefined ? null : readDeclarations(own))
}

/** What a table, a row or a cell changes. */
export function tableOf(
  element: HtmlElement,
  outer: ElementContext,
  setting: PageContext,
): Partial<ElementContext> {
  const { tagName } = element
  if (tagName === 'table') return { table: new TableCells(setting.tables++), cell: undefined }
  if (tagName === 'tr') outer.table?.startRow()
  if ((tagName === 'td' || tagName === 'th') && outer.table) return { cell: outer.table.startCell(element) }
  return {}
}
