/** The only door to parse5: a page or a piece of one as a tree, with where each tag began. */
import type { DefaultTreeAdapterTypes as Types } from 'parse5'
import type { Step } from '../../../types.js'

export type HtmlNode = Types.ChildNode
export type HtmlElement = Types.Element
export type HtmlParent = Types.ParentNode

export interface Reader {
  page(text: string): HtmlParent
  /** A comment's content, a `srcdoc`, an SVG in an address. */
  piece(text: string): HtmlParent
  /** The same with where each tag began in it. */
  placed(text: string): HtmlParent
}

export async function openReader(): Promise<Reader> {
  const { parse, parseFragment } = await import('parse5')
  return {
    page: (text) => parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false }),
    piece: (text) => parseFragment(withRows(text), { scriptingEnabled: false }),
    placed: (text) =>
      parseFragment(withRows(text), { scriptingEnabled: false, sourceCodeLocationInfo: true }),
  }
}

/** Rows and cells without their table: outside one the parser drops their tags and joins their words. */
const rowTag = /<(\/?)(?:td|th|tr|tbody|thead|tfoot|caption)(?=[\s>/])/gi

function withRows(text: string): string {
  const row = text.search(rowTag)
  const table = row < 0 ? -1 : text.search(/<table[\s>]/i)
  return row >= 0 && (table < 0 || row < table) ? text.replace(rowTag, '<$1div') : text
}

/** Tags that a text about something else holds by chance hardly ever. */
const names =
  'p|div|br|hr|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|tbody|thead|caption|section|article|main|header|footer|aside|blockquote|center|pre|figure|figcaption|span|strong|b|em|i|u|font|sub|sup|small|big|a|img|html|body|form|input|iframe|label|nobr|template'
const tag = new RegExp(`</?(?:${names})(?:\\s[^<>]*|/)?>`, 'i')
const escapedTag = new RegExp(`&(?:lt|#60|#x3c);/?(?:${names})(?:\\s[^<>&]*|/)?&(?:gt|#62|#x3e);`, 'i')

export const holdsTags = (text: string): boolean => tag.test(text)
export const holdsEscapedTags = (text: string): boolean => escapedTag.test(text)

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export function childrenOf(node: HtmlParent): readonly HtmlNode[] {
  return 'content' in node && node.tagName === 'template' ? node.content.childNodes : node.childNodes
}

export function textIn(element: HtmlElement): string {
  return childrenOf(element)
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

export function whereIs(node: HtmlNode): Partial<Step> | undefined {
  const found = node.sourceCodeLocation
  return found ? { line: found.startLine, column: found.startCol } : undefined
}
