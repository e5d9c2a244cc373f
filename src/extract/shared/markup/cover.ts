/** Empty opaque boxes laid over what stands before them in the same element. */
import { readColour } from './colour.js'
import type { Declarations } from './css.js'
import { attribute, childrenOf, isElement, type HtmlElement, type HtmlNode } from './tree.js'

type Box = readonly [x: number, y: number, width: number, height: number]
/** Null: all of the element. */
type Cover = { readonly index: number; readonly box: Box | null; readonly level: number }

/** More children than this are no drawing. */
const mostChildren = 2_000
const neverBoxes = /^(br|hr|img|input|script|style|link|meta|source|track|wbr|canvas|video|iframe|td|th|col)$/

export interface ElementCover {
  /** As a redaction does: about as large as the words beneath. */
  readonly fits: boolean
}

/** The children nobody sees, because a later one lies over them. `saidOf` gives what the styles say, joined. */
export function coveredIn(
  element: HtmlElement,
  size: number,
  saidOf: (element: HtmlElement) => Declarations,
): ReadonlyMap<HtmlNode, ElementCover> {
  const children = childrenOf(element)
  if (children.length < 2 || children.length > mostChildren) return none
  const covers = children.flatMap((child, index) => coverOf(child, index, saidOf))
  if (covers.length === 0 || !isPlaced(saidOf(element))) return none
  const covered = new Map<HtmlNode, ElementCover>()
  for (const { index, box, level } of covers)
    for (const child of children.slice(0, index)) {
      const said = isElement(child) ? saidOf(child) : null
      if (said && levelOf(said) > level) continue
      if (box !== null && !(said && startsIn(said, box))) continue
      covered.set(child, { fits: box ? fitsText(box, lengthOf(child), size) : isLine(element) })
    }
  return covered
}

/** Longer text under one box is a panel, a mask while the page loads, a picture's frame. */
const longest = 120

const isLine = (element: HtmlElement): boolean =>
  !/^(a|button|label|body|html|main|nav)$/.test(element.tagName) && lengthOf(element) <= longest

/** Width of a letter of Han is its size. */
function fitsText([, , width, height]: Box, length: number, size: number): boolean {
  const lines = Math.max(1, Math.ceil((length * size) / width))
  return height <= (lines + 1.5) * 1.6 * size && (lines > 1 || width <= 2.5 * length * size + 4 * size)
}

function lengthOf(node: HtmlNode): number {
  if ('value' in node) return node.value.trim().length
  if (!isElement(node)) return 0
  let length = 0
  const waiting: HtmlNode[] = [...childrenOf(node)]
  while (waiting.length > 0 && length <= 4 * longest) {
    const one = waiting.pop()!
    if ('value' in one) length += one.value.trim().length
    else if (isElement(one)) waiting.push(...childrenOf(one))
  }
  return length
}

const none: ReadonlyMap<HtmlNode, ElementCover> = new Map()

/** `z-index`; what is not placed has none. */
const levelOf = (said: Declarations): number =>
  isPlaced(said) ? Number.parseInt(said.get('z-index') ?? '0', 10) || 0 : 0

function coverOf(node: HtmlNode, index: number, saidOf: (element: HtmlElement) => Declarations): Cover[] {
  if (index === 0 || !isElement(node) || neverBoxes.test(node.tagName) || !isEmpty(node)) return []
  if (attribute(node, 'hidden') !== undefined) return []
  const said = saidOf(node)
  if (said.get('position') !== 'absolute' || !isOpaque(said)) return []
  const level = levelOf(said)
  if (level < 0) return []
  if (isWhole(said)) return [{ index, box: null, level }]
  const box = boxOf(said)
  return box ? [{ index, box, level }] : []
}

const isEmpty = (element: HtmlElement): boolean =>
  childrenOf(element).every((child) => 'value' in child && child.value.trim() === '')

const isPlaced = (said: Declarations): boolean =>
  /^(relative|absolute|fixed|sticky)$/.test(said.get('position') ?? '')

function isOpaque(said: Declarations): boolean {
  if (said.get('display') === 'none' || /hidden|collapse/.test(said.get('visibility') ?? '')) return false
  if (Number.parseFloat(said.get('opacity') ?? '1') < 1 || said.has('transform') || said.has('clip'))
    return false
  const colour = readColour(said.get('background-color') || said.get('background') || '')
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
