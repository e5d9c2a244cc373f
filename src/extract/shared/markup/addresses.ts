/** Every address an element displays or offers. */
import { pathOf, targetOf, type Link } from '../links.js'
import { isOfFrame } from './frame.js'
import {
  attribute,
  childrenOf,
  isElement,
  textIn,
  whereIs,
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
} from './tree.js'

/** Lazy loaders keep the true address in these. */
const shownBy =
  /^(src|data-src|data-original|data-url|data-lazy|data-lazy-src|data-echo|data-actualsrc|poster|background|lowsrc)$/
const setBy = /^(data-)?srcset$/
const scripted = /['"]([^'"\s]+\.(?:pdf|docx?|xlsx?|pptx?|wps|ofd|zip|rar|7z|txt|csv)(?:[?#][^'"]*)?)['"]/gi
/** A place holder a template engine would have filled. */
const unfilled = /\{\{|\$\{|<%|\{%/

export function addressesOf(element: HtmlElement): Link[] {
  const found: { href: string; use: Link['use'] }[] = []
  const { tagName } = element
  const isSilent = tagName === 'script' || tagName === 'link'
  for (const { name, value } of isSilent ? [] : element.attrs) {
    if (shownBy.test(name)) found.push({ href: value, use: 'shown' })
    else if (setBy.test(name))
      found.push(...candidates(value).map((href) => ({ href, use: 'shown' }) as const))
    else if (/^\s*javascript:/i.test(value)) found.push(...opened(value))
    else if (name === 'href') found.push({ href: value, use: tagName === 'image' ? 'shown' : 'offered' })
    else if (name === 'data' && tagName === 'object') found.push({ href: value, use: 'shown' })
    else if (name === 'style') found.push(...drawn(value))
    else if (name.startsWith('on')) found.push(...opened(value))
  }
  // Pictures written into the style sheet itself.
  if (tagName === 'style')
    found.push(...drawn(textIn(element)).filter(({ href }) => /^\s*data:image\//i.test(href)))
  if (found.length === 0) return found
  const at = whereIs(element)
  const beside = isOfFrame(element) && ({ own: false } as const)
  return found
    .filter(({ href }) => !unfilled.test(href))
    .map((link) => ({ ...link, ...(at && { at }), ...beside }))
}

/** Documents a script opens. */
function opened(script: string): { href: string; use: 'offered' }[] {
  return [...script.matchAll(scripted)].map(([, href]) => ({ href: href!, use: 'offered' }))
}

/** The addresses of `a.png 1x, b.png 2x`: one may hold commas, those at its end part it from the next (HTML, 4.8.4.2.1). */
function candidates(value: string): string[] {
  const found: string[] = []
  for (let at = 0; at < value.length;) {
    const start = next(/[^\s,]/g, value, at)
    const end = next(/\s/g, value, start)
    const word = value.slice(start, end)
    const href = word.replace(/,{1,9}$/, '')
    if (href !== '') found.push(href)
    at = href === word ? next(/,/g, value, end) : end
  }
  return found
}

/** Where the pattern is found next, or the end. */
function next(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

function drawn(style: string): { href: string; use: 'shown' }[] {
  return [...style.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/gi)].map(([, a, b, c]) => ({
    href: a ?? b ?? c ?? '',
    use: 'shown',
  }))
}

/** What `<base href>` does to relative addresses. */
export function rebased(link: Link, base: string | undefined): Link {
  if (!base || targetOf(link.href) !== 'local' || pathOf(link.href) === '') return link
  const folder = base.slice(0, base.lastIndexOf('/') + 1)
  const isRooted = link.href.trim().startsWith('/')
  if (targetOf(base) === 'remote') {
    const root = /^(?:[a-z]+:)?\/\/[^/]*/i.exec(base.trim())?.[0] ?? ''
    return { ...link, href: isRooted ? root + link.href.trim() : folder + link.href.trim() }
  }
  return isRooted ? link : { ...link, href: folder + link.href.trim() }
}

export const baseOf = (element: HtmlElement): string | undefined =>
  element.tagName === 'base' ? attribute(element, 'href') : undefined

/** Of the whole page: the first counts. */
export function baseIn(root: HtmlParent): string | undefined {
  const waiting: HtmlNode[] = childrenOf(root).toReversed()
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (!isElement(node)) continue
    const base = baseOf(node)
    if (base !== undefined) return base
    // It stands in the head, or nowhere.
    if (node.tagName === 'html' || node.tagName === 'head') waiting.push(...childrenOf(node).toReversed())
  }
  return undefined
}
