/** On which colour text stands, and whether that is a bar of its own. */
import { isSame, readColour, type CssColour } from './colour.js'
import type { Declarations } from './css.js'
import { attribute, type HtmlElement } from './tree.js'

export function groundOf(
  element: HtmlElement,
  said: Declarations,
  outer: CssColour | null,
): CssColour | null {
  const stated = said.get('background-color') || said.get('background') || attribute(element, 'bgcolor')
  if (/url\(|gradient/i.test(`${stated} ${said.get('background-image')}`) || attribute(element, 'background'))
    return null
  // What is placed freely may stand on anything.
  if (!stated) return /^(absolute|fixed)$/.test(said.get('position') ?? '') ? null : outer
  const words = stated.match(/[a-z]+\([^)]*\)|[^\s]+/gi) ?? []
  const colour = words.map(readColour).find((one) => one !== null)
  if (!colour) return /^(none|inherit|initial|unset)$/.test(stated) ? outer : null
  return colour[3] === 0 ? outer : colour[3] < 1 ? null : colour
}

/** Null: stated, and cannot be told. */
export function inkOf(stated: string | undefined, outer: CssColour | null): CssColour | null {
  if (stated === undefined || /^(inherit|currentcolor|unset)$/i.test(stated)) return outer
  return readColour(stated)
}

/** Ground of their own that stands behind some words, not behind a page. */
const onSomeWords =
  /^(span|b|i|em|strong|font|mark|u|s|big|small|p|td|th|tr|table|div|li|dd|dt|h[1-6]|section|label)$/
/** Channels of 255 from which a ground may be taken for paper. */
const PALE = 243

interface Standing {
  readonly ground: CssColour | null
  readonly barred: boolean
}

export function isBarred({ tagName }: HtmlElement, ground: CssColour | null, outer: Standing): boolean {
  if (ground === outer.ground) return outer.barred
  if (!ground || !onSomeWords.test(tagName) || (outer.ground && isSame(ground, outer.ground))) return false
  return ground.slice(0, 3).some((channel) => channel < PALE)
}
