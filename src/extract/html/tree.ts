/** The only door to parse5: a page or a piece of one as a tree, with where each tag began. */
import type { DefaultTreeAdapterTypes as Types } from 'parse5'
import type { Step } from '../../types.js'

export type HtmlNode = Types.ChildNode
export type HtmlElement = Types.Element
export type HtmlParent = Types.ParentNode

export interface Reader {
  page(text: string): HtmlParent
  /** A comment's content, a `srcdoc`, an SVG in an address. */
  piece(text: string): HtmlParent
}

export async function openReader(): Promise<Reader> {
  const { parse, parseFragment } = await import('parse5')
  return {
    page: (text) => parse(text, { sourceCodeLocationInfo: true, scriptingEnabled: false }),
    piece: (text) => parseFragment(text, { scriptingEnabled: false }),
  }
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export function childrenOf(node: HtmlParent): readonly HtmlNode[] {
  return 'content' in node && node.tagName === 'template' ? node.content.childNodes : node.childNodes
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

export function whereIs(node: HtmlNode): Partial<Step> | undefined {
  const found = node.sourceCodeLocation
  return found ? { line: found.startLine, column: found.startCol } : undefined
}
