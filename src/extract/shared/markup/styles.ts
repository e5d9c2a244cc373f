/** The style sheets of a page in their order: its own, and those beside it. */
import { cascade, noStyles, type StyleSheet } from './cascade.js'
import { rulesOf, type StyleSource } from './sheet.js'
import {
  attribute,
  childrenOf,
  isElement,
  textIn,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
} from './tree.js'

export interface PageStyles {
  readonly styles: StyleSheet
  /** Sheets that are not at hand may say anything. */
  readonly styledElsewhere: boolean
}
/** Sheets that were fetched, by the element that asks for them; null: not at hand. */
export type Fetched = ReadonlyMap<HtmlElement, readonly StyleSource[] | null>

const importing = /@import\b/i

/** Without `fetched` everything outside the page is elsewhere. */
export function stylesIn(root: HtmlParent, fetched?: Fetched): PageStyles {
  const sheets: StyleSource[] = []
  let styledElsewhere = false
  for (const element of styleElements(root)) {
    const found = fetched?.get(element)
    if (found) sheets.push(...found)
    const own = element.tagName === 'style' ? sheetOf(element) : null
    if (own) sheets.push(own)
    if (found === null || (found === undefined && (!own || importing.test(own.text)))) styledElsewhere = true
  }
  if (sheets.length === 0) return { styles: noStyles, styledElsewhere }
  const { rules, isWhole } = rulesOf(sheets)
  return { styles: cascade(rules), styledElsewhere: styledElsewhere || !isWhole }
}

export function sheetOf(element: HtmlElement): StyleSource {
  const media = attribute(element, 'media')
  return { text: textIn(element), ...(media !== undefined && { media }) }
}

/** In the order of the page. */
export function styleElements(root: HtmlParent): HtmlElement[] {
  const found: HtmlElement[] = []
  const waiting: HtmlNode[] = childrenOf(root).toReversed()
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (!isElement(node)) continue
    if (node.tagName === 'style' || isSheetLink(node)) found.push(node)
    for (const child of childrenOf(node).toReversed()) waiting.push(child)
  }
  return found
}

function isSheetLink(element: HtmlElement): boolean {
  const rel = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/)
  return element.tagName === 'link' && rel.includes('stylesheet') && !rel.includes('alternate')
}
