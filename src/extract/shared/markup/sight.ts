/** What an element's style does to the text in it: hidden and why, how large, how bold, on which ground. */
import type { HiddenBy } from '../../../types.js'
import { isSame, type CssColour } from './colour.js'
import type { Declarations } from './css.js'
import { isFurniture, isTransparent } from './furniture.js'
import { groundOf, inkOf, isBarred } from './ground.js'
import { isOutside } from './outside.js'
import { attribute, type HtmlElement } from './tree.js'

export interface ElementStyle {
  readonly hiddenBy?: HiddenBy | undefined
  /** CSS pixels. */
  readonly size: number
  readonly bold: boolean
  /** White space stands as written. */
  readonly kept: boolean
  readonly colour: CssColour | null
  /** Null: unknown, a picture or an outer style sheet may lie there. */
  readonly ground: CssColour | null
  /** The ground is a bar or field of its own, not that of the page. */
  readonly barred: boolean
  /** Menus, links, buttons, labels for screen readers: hidden and shown as the page is used. */
  readonly furniture: boolean
}

const NORMAL = 16
const UNREADABLE = 2

/** Null: an outer style sheet may say otherwise. */
export const plainLook = (ground: CssColour | null): ElementStyle => ({
  size: NORMAL,
  bold: false,
  kept: false,
  colour: ground && [0, 0, 0, 1],
  ground,
  barred: false,
  furniture: false,
})

const headings: Readonly<Record<string, number>> = { h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67 }
const fontSizes = [10, 13, 16, 18, 24, 32, 48]

export function lookOf(element: HtmlElement, said: Declarations, outer: ElementStyle): ElementStyle {
  const size = sizeOf(element, said.get('font-size'), outer.size)
  const colour = inkOf(said.get('color') ?? attribute(element, 'color'), outer.colour)
  const ground = groundOf(element, said, outer.ground)
  const inner: ElementStyle = {
    size,
    colour,
    ground,
    bold: isBold(element, said, outer),
    kept: isKept(element, said, outer),
    barred: isBarred(element, ground, outer),
    furniture: outer.furniture || isFurniture(element, said),
  }
  return { ...inner, hiddenBy: hiddenBy(element, said, inner, outer) }
}

function sizeOf({ tagName, attrs }: HtmlElement, said: string | undefined, outer: number): number {
  const number = Number.parseFloat(said ?? '')
  if (said && !Number.isNaN(number)) {
    if (said.endsWith('pt')) return (number * 4) / 3
    if (said.endsWith('rem')) return number * NORMAL
    if (/(em|%)$/.test(said)) return outer * (said.endsWith('%') ? number / 100 : number)
    return number
  }
  if (tagName === 'font') {
    const level = Number(attrs.find(({ name }) => name === 'size')?.value)
    return fontSizes[level - 1] ?? outer
  }
  if (tagName in headings) return headings[tagName]! * NORMAL
  return tagName === 'small' ? outer * 0.83 : tagName === 'big' ? outer * 1.2 : outer
}

function isBold({ tagName }: HtmlElement, said: Declarations, outer: ElementStyle): boolean {
  const weight = said.get('font-weight')
  if (weight) return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
  return outer.bold || /^(b|strong|th|h[1-6])$/.test(tagName)
}

function isKept({ tagName }: HtmlElement, said: Declarations, outer: ElementStyle): boolean {
  const space = said.get('white-space')
  if (space) return space.startsWith('pre') || space === 'break-spaces'
  return outer.kept || /^(pre|textarea|listing|xmp|plaintext)$/.test(tagName)
}

/** Why nobody sees text of this look; what web pages do to menus and the like is told apart from what hides text. */
export function whyUnseen({ hiddenBy: why, furniture }: ElementStyle): HiddenBy | undefined {
  return why === 'invisible-mode' || (why && furniture && concealing.has(why)) ? 'not-displayed' : why
}

const concealing: ReadonlySet<HiddenBy> = new Set(['transparent', 'outside-page', 'tiny', 'same-colour'])

function hiddenBy(
  element: HtmlElement,
  said: Declarations,
  inner: ElementStyle,
  outer: ElementStyle,
): HiddenBy | undefined {
  if (isOut(element, said)) return 'not-displayed'
  // Only visibility can be taken back further in.
  if (outer.hiddenBy && outer.hiddenBy !== 'invisible-mode' && !byInk.has(outer.hiddenBy))
    return outer.hiddenBy
  const visibility = said.get('visibility')
  if (visibility === 'hidden' || visibility === 'collapse') return 'invisible-mode'
  if (outer.hiddenBy === 'invisible-mode' && visibility !== 'visible') return 'invisible-mode'
  if (isTransparent(said)) return 'transparent'
  if (isOutside(said)) return 'outside-page'
  if (isClosed(said)) return 'collapsed'
  if (inner.size <= UNREADABLE) return 'tiny'
  if (inner.colour?.[3] === 0 || isUnfilled(said)) return 'transparent'
  return inner.colour && inner.ground && isSame(inner.colour, inner.ground) ? 'same-colour' : undefined
}

/** Reasons that come of size and colour: settled anew wherever either is stated. */
const byInk: ReadonlySet<HiddenBy> = new Set(['tiny', 'same-colour'])

function isOut(element: HtmlElement, said: Declarations): boolean {
  const display = said.get('display')
  if (display !== undefined) return display === 'none'
  return (
    attribute(element, 'hidden') !== undefined ||
    (element.tagName === 'dialog' && attribute(element, 'open') === undefined)
  )
}

function isClosed(said: Declarations): boolean {
  const cut = /^(hidden|clip)$/.test(said.get('overflow') ?? '')
  const none = (name: string) => said.has(name) && pixels(said.get(name)) === 0
  if (cut && (none('height') || none('width') || none('max-height'))) return true
  if (/\bscale[xy]?\(\s*0(\.0\d*)?\s*[,)]/i.test(said.get('transform') ?? '')) return true
  if (/^(inset\(\s*(100|50)%\s*\)|circle\(\s*0)/.test(said.get('clip-path') ?? '')) return true
  return /^rect\(\s*0(px)?[\s,]+0(px)?[\s,]+0(px)?[\s,]+0(px)?\s*\)$/.test(said.get('clip') ?? '')
}

/** Letters without a fill of their own show the ground where it is cut out along them, as coloured headings do. */
function isUnfilled(said: Declarations): boolean {
  const clip = said.get('background-clip') ?? said.get('-webkit-background-clip')
  return said.get('-webkit-text-fill-color') === 'transparent' && clip !== 'text'
}

/** Lengths in px or without a unit; anything else is not judged. */
function pixels(value: string | undefined): number {
  const found = /^(-?[\d.]+)(px|pt|em|rem)?$/.exec(value ?? '')
  if (!found) return Number.NaN
  return Number.parseFloat(found[1]!) * (found[2] === 'em' || found[2] === 'rem' ? NORMAL : 1)
}
