/** Empty opaque boxes laid over what stands before them in the same element. */
import { readColour } from './colour.js'
import type { Declarations } from './css.js'
import { attribute, childrenOf, isElement, type HtmlElement, type HtmlNode } from './tree.js'

type Box = readonly [x: number, y: number, width: number, height: number]
/** Null: all of the element. */
type Cover = { readonly index: number; readonly box: Box | null }

/** More children than this are no drawing. */
const mostChildren = 2_000
const neverBoxes = /^(br|hr|img|input|script|style|link|meta|source|track|wbr|canvas|video|iframe|td|th|col)$/

/** The children nobody sees, because a later one lies over them. `saidOf` gives what the styles say, joined. */
export function coveredIn(
  element: HtmlElement,
  saidOf: (element: HtmlElement) => Declarations,
): ReadonlySet<HtmlNode> {
  const children = childrenOf(element)
  if (children.length < 2 || children.length > mostChildren) return none
  const covers = children.flatMap((child, index) => coverOf(child, index, saidOf))
  if (covers.length === 0 || !isPlaced(saidOf(element))) return none
  const covered = new Set<HtmlNode>()
  for (const { index, box } of covers)
    for (const child of children.slice(0, index))
      if (box === null || (isElement(child) && startsIn(saidOf(child), box))) covered.add(child)
  return covered
}

const none: ReadonlySet<HtmlNode> = new Set()

function coverOf(node: HtmlNode, index: number, saidOf: (element: HtmlElement) => Declarations): Cover[] {
  if (index === 0 || !isElement(node) || neverBoxes.test(node.tagName) || !isEmpty(node)) return []
  if (attribute(node, 'hidden') !== undefined) return []
  const said = saidOf(node)
  if (said.get('position') !== 'absolute' || !isOpaque(said)) return []
  if (isWhole(said)) return [{ index, box: null }]
  const box = boxOf(said)
  return box ? [{ index, box }] : []
}

const isEmpty = (element: HtmlElement): boolean =>
  childrenOf(element).every((child) => 'value' in child && child.value.trim() === '')

const isPlaced = (said: Declarations): boolean =>
  /^(relative|absolute|fixed|sticky)$/.test(said.get('position') ?? '')

function isOpaque(said: Declarations): boolean {
  if (said.get('display') === 'none' || /hidden|collapse/.test(said.get('visibility') ?? '')) return false
  if (Number.parseFloat(said.get('opacity') ?? '1') < 1 || said.has('transform') || said.has('clip'))
    return false
  const colour = readColour(said.get('background-color') ?? said.get('background') ?? '')
  return colour !== null && colour[3] === 1
}

function isWhole(said: Declarations): boolean {
  const atStart = ['left', 'top'].every((side) => Number.parseFloat(said.get(side) ?? '0') === 0)
  return atStart && ['width', 'height'].every((side) => said.get(side) === '100%')
}

function boxOf(said: Declarations): Box | null {
  const [x, y, width, height] = ['left', 'top', 'width', 'height'].map((side) => pixels(said.get(side)))
  return width! > 0 && height! > 0 && !Number.isNaN(x! + y!) ? [x!, y!, width!, height!] : null
}

/** Placed text begins under the box; text in the flow may stand anywhere. */
function startsIn(said: Declarations, [x, y, width, height]: Box): boolean {
  if (said.get('position') !== 'absolute') return false
  const [left, top] = [pixels(said.get('left')), pixels(said.get('top'))]
  return left >= x - 2 && left < x + width && top >= y - 2 && top < y + height
}

function pixels(value: string | undefined): number {
  const found = /^(-?[\d.]+)(px|pt)?$/.exec(value ?? '')
  return found ? Number.parseFloat(found[1]!) * (found[2] === 'pt' ? 4 / 3 : 1) : Number.NaN
}
