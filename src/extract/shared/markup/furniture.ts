/** What is shown and hidden while a page is used: menus, links, labels for screen readers, things slid or faded in. */
import type { Declarations } from './css.js'
import { attribute, type HtmlElement } from './tree.js'

const furnitureName =
  /(?:^|[\s_-])(sr-?only|(visually-?)?hidden|screen-?reader|skip|logo|menu|nav(bar)?|dropdown|tooltip|tips?|tabs?|swiper|carousel|slider?|animated?|fade|wow|mask|modal|pop(up)?|layer|print|dialog|hover)(?:$|[\s_-])/i

export function isFurniture(element: HtmlElement, said: Declarations): boolean {
  if (/^(a|button|label|nav|select|option|textarea|input|svg|dialog|template)$/.test(element.tagName))
    return true
  const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  return (
    attribute(element, 'role') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    furnitureName.test(names) ||
    // Slid in or faded in over something else.
    (isTransparent(said) && (/^(absolute|fixed)$/.test(said.get('position') ?? '') || isMoving(said)))
  )
}

const isMoving = (said: Declarations): boolean =>
  ['transition', 'animation', 'animation-name'].some((name) => !/^(none.*)?$/.test(said.get(name) ?? ''))

export function isTransparent(said: Declarations): boolean {
  const filtered = /opacity\(\s*([\d.]+)(%?)\s*\)/.exec(said.get('filter') ?? '')
  const share = filtered ? Number.parseFloat(filtered[1]!) / (filtered[2] === '%' ? 100 : 1) : 1
  return Math.min(share, Number.parseFloat(said.get('opacity') ?? '1')) < faintest
}

/** Of an element that is drawn at all. */
const faintest = 0.05
