/** What style sheets add to a page: words before and after elements, pictures behind and in place of them. */
import type { Link } from '../links.js'
import type { Pseudo } from './cascade.js'
import type { Declarations } from './css.js'
import type { Flow } from './flow.js'
import { isInlineElement, type ElementContext, type PageContext } from './inside.js'
import { lookOf } from './sight.js'
import { attribute, whereIs, type HtmlElement } from './tree.js'

const replaced =
  /^(img|br|hr|input|select|textarea|video|audio|iframe|object|embed|canvas|script|style|template|head|title|meta|link|base)$/
const piece =
  /"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'|attr\(\s*([\w-]+)[^)]*\)|url\([^)]*\)|\//gi
const LONGEST = 16 * 1024
/** Letters, numbers, stars and brackets; what fonts of icons draw is none of them. */
const words = /[\p{L}\p{N}★☆✦✩-✷⭐【】()（）〔〕[\]]/u

const mayGenerate = ({ tagName }: HtmlElement): boolean => !replaced.test(tagName)

/** The words of `content` (CSS Generated Content 3), empty for marks and icons alone. */
function wordsOf(said: Declarations, element: HtmlElement): string {
  const content = said.get('content')?.slice(0, LONGEST) ?? ''
  let text = ''
  for (const [whole, double, single, name] of content.matchAll(piece)) {
    // What follows is read out instead.
    if (whole === '/') break
    text += name ? (attribute(element, name.toLowerCase()) ?? '') : decoded(double ?? single ?? '')
  }
  const shown = text.replace(/\p{Co}/gu, '')
  return words.test(shown) ? shown : ''
}

/** CSS Syntax 3, 4.3.7. */
const decoded = (text: string): string =>
  text.replace(
    /\\(?:([0-9a-f]{1,6})\s?|(\r?\n)|([\s\S]))/gi,
    (_, hex?: string, end?: string, letter?: string) => {
      if (hex === undefined) return end ? '' : (letter ?? '')
      const code = Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    },
  )

const drawing =
  /^(background(-image)?|(-webkit-)?mask(-image)?|list-style(-image)?|border-image(-source)?|content)$/
const address = /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:[^)\s\\]|\\.)*))\s*\)/gis
/** Addresses of one page. */
const MOST = 500

/** Collects each address once. What sheets draw and is not at hand is told as the frame of the page is: together. */
export class DrawnAddresses {
  readonly #seen = new Set<string>()

  know(links: readonly Link[]): void {
    for (const { href } of links) this.#seen.add(href)
  }

  of(said: Declarations, at: Link['at']): Link[] {
    const found: Link[] = []
    for (const [name, value] of said) {
      if (!drawing.test(name) || !value.includes('url(')) continue
      for (const [, a, b, c] of value.matchAll(address)) {
        const href = (a ?? b ?? c ?? '').replace(/\\([^0-9a-f\n])/gi, '$1')
        if (!href || href.startsWith('#') || this.#seen.has(href) || this.#seen.size >= MOST) continue
        this.#seen.add(href)
        found.push({ href, use: 'shown', own: false, ...(at && { at }) })
      }
    }
    return found
  }
}

const pseudos: readonly Exclude<Pseudo, ''>[] = ['before', 'after']

/** Pictures an element and what is generated in it draw by rules, beside `own`: those its attributes and text name. */
export function drawnBy(
  element: HtmlElement,
  said: Declarations,
  own: readonly Link[],
  { styles, drawn }: PageContext,
): Link[] {
  if (styles.isEmpty || !drawn) return []
  drawn.know(own)
  const all = [said, ...pseudos.map((pseudo) => styles.saidOf(element, null, pseudo))]
  return all.flatMap((one) => drawn.of(one, whereIs(element)))
}

/** Writes the words before and after what stands in the element; undefined where there are none. */
export function generatedBy(
  element: HtmlElement,
  inside: ElementContext,
  flow: Flow,
  { styles }: PageContext,
): ((() => void) | undefined)[] {
  if (styles.isEmpty || !mayGenerate(element)) return []
  return pseudos.map((pseudo) => {
    const said = styles.saidOf(element, null, pseudo)
    const text = said.has('content') ? wordsOf(said, element) : ''
    if (!text) return undefined
    const part: HtmlElement = { ...element, tagName: 'span', attrs: [], childNodes: [] }
    const look = lookOf(part, said, inside.look)
    const isLine = !isInlineElement(part, said)
    return () => {
      if (isLine) flow.end()
      flow.add(text, { ...inside, look }, whereIs(element))
      if (isLine) flow.end()
    }
  })
}
