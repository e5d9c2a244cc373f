/** What a site puts around every page it shows: menus, head and foot, side bars, what counts visits. */
import { attribute, isElement, type HtmlElement } from './tree.js'

const frameName =
  /(?:^|\s)(?:(?:site|page|main|top|global)[-_]?)?(?:nav|navbar|navigation|menu|header|footer|sidebar|side-?nav|copyright|breadcrumbs?|crumbs|logo|share|friend-?links?|toolbar)(?:\s|$)/i
/** Parents looked at; deeper pages are taken as a whole for the posting. */
const deepest = 64
/** Pixels of a picture nobody sees. */
const unseen = 2

/** False where it cannot be told: what the posting shows or offers is never put aside. */
export function isOfFrame(element: HtmlElement): boolean {
  if (showsNothing(element)) return true
  let framed = false
  let node: HtmlElement | null = element
  for (let up = 0; node && up < deepest; up += 1) {
    const { tagName } = node
    if (tagName === 'nav' || tagName === 'aside') return true
    if (tagName === 'article' || tagName === 'main') return false
    framed ||= tagName === 'header' || tagName === 'footer' || isNamedSo(node)
    const parent: HtmlElement['parentNode'] = node.parentNode
    node = parent && isElement(parent as HtmlElement) ? (parent as HtmlElement) : null
  }
  return framed && node === null
}

const isNamedSo = (element: HtmlElement): boolean =>
  !/^(?:html|body)$/.test(element.tagName) &&
  (frameName.test(attribute(element, 'class') ?? '') || frameName.test(attribute(element, 'id') ?? ''))

/** Pictures and frames that count visits: no larger than a dot; a frame may also be switched off. */
function showsNothing(element: HtmlElement): boolean {
  if (!/^(?:img|iframe)$/.test(element.tagName)) return false
  const sides = ['width', 'height'].map((side) => Number.parseInt(attribute(element, side) ?? '', 10))
  if (sides.every((side) => side <= unseen)) return true
  return element.tagName === 'iframe' && /\bdisplay\s*:\s*none\b/i.test(attribute(element, 'style') ?? '')
}
