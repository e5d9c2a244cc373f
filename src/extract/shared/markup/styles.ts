/** The style elements of a page, and whether more style comes from outside. */
import { readStyles, type StyleSheet } from './css.js'
import { attribute, childrenOf, isElement, textIn, type HtmlNode, type HtmlParent } from './tree.js'

export interface PageStyles {
  readonly styles: StyleSheet
  readonly styledElsewhere: boolean
}

export function stylesIn(root: HtmlParent): PageStyles {
  const styles: string[] = []
  let styledElsewhere = false
  const waiting: HtmlNode[] = [...childrenOf(root)]
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (!isElement(node)) continue
    if (node.tagName === 'style') styles.push(textIn(node))
    if (node.tagName === 'link' && /stylesheet/i.test(attribute(node, 'rel') ?? '')) styledElsewhere = true
    for (const child of childrenOf(node)) waiting.push(child)
  }
  styledElsewhere ||= styles.some((style) => /@import/i.test(style))
  return { styles: readStyles(styles.toReversed()), styledElsewhere }
}
