/** The shapes of a slide in drawing order, groups opened, with their boxes in points (ECMA-376 19.3.1.45). */
import type { Box } from '../../types.js'
import { child, elements, textOf, type XmlNode } from '../shared/xml/tree.js'

export interface Placeholder {
  readonly type: string
  readonly index: string
}
export interface PptxShape {
  readonly kind: 'shape' | 'picture' | 'frame'
  readonly node: XmlNode
  /** Name, alternative text, visibility. */
  readonly own: XmlNode | null
  /** null: neither stated nor inherited. */
  readonly box: Box | null
  readonly placeholder: Placeholder | null
  readonly hidden: boolean
  /** The placeholder of the layout or master it rests on. */
  readonly model: PptxShape | null
}

/** x' = a·x + b, y' = c·y + d, in EMU. */
interface Scale {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}
const plain: Scale = { a: 1, b: 0, c: 1, d: 0 }
const emuPerPoint = 12_700

/** `models`: shapes of the layout and then of the master. */
export function shapesOf(slide: XmlNode, models: readonly PptxShape[] = []): PptxShape[] {
  const tree = child(slide, 'p:cSld', 'p:spTree')
  return tree ? [...within(tree, plain, false, models)] : []
}

/** No deeper than the XML reader lets elements nest. */
function* within(
  group: XmlNode,
  scale: Scale,
  hidden: boolean,
  models: readonly PptxShape[],
): Generator<PptxShape> {
  for (const node of elements(group)) {
    if (node.name === 'p:sp' || node.name === 'p:cxnSp') yield shapeOf('shape', node, scale, hidden, models)
    else if (node.name === 'p:pic') yield shapeOf('picture', node, scale, hidden, models)
    else if (node.name === 'p:graphicFrame') yield shapeOf('frame', node, scale, hidden, models)
    else if (node.name === 'p:grpSp') {
      const own = child(node, 'p:nvGrpSpPr', 'p:cNvPr')
      yield* within(node, groupScale(node, scale), hidden || isHidden(own), models)
    } else if (node.name === 'mc:AlternateContent') {
      const chosen = child(node, 'mc:Choice')
      const other = child(node, 'mc:Fallback')
      if (chosen) yield* within(chosen, scale, hidden, models)
      // What older programs show instead matters only where it says something else.
      const told = textOf(chosen)
      for (const shape of other ? within(other, scale, hidden, models) : [])
        if (!chosen || !told.includes(textOf(shape.node).trim())) yield shape
    }
  }
}

function shapeOf(
  kind: PptxShape['kind'],
  node: XmlNode,
  scale: Scale,
  hidden: boolean,
  models: readonly PptxShape[],
): PptxShape {
  const about = elements(node).find(({ name }) => /^p:nv\w+Pr$/.test(name)) ?? null
  const own = child(about, 'p:cNvPr')
  const placeholder = placeholderOf(child(about, 'p:nvPr', 'p:ph'))
  const model = placeholder ? modelFor(placeholder, models) : null
  const transform = child(node, 'p:spPr', 'a:xfrm') ?? child(node, 'p:xfrm')
  const box = transform ? placedBox(transform, scale) : null
  return {
    kind,
    node,
    own,
    box: box ?? model?.box ?? null,
    placeholder,
    hidden: hidden || isHidden(own),
    model,
  }
}

function isHidden(own: XmlNode | null): boolean {
  return /^(1|true)$/.test(own?.attributes['hidden'] ?? '')
}

function placeholderOf(node: XmlNode | null): Placeholder | null {
  return node && { type: node.attributes['type'] ?? 'obj', index: node.attributes['idx'] ?? '0' }
}

const titles = new Set(['title', 'ctrTitle'])

/** By index first, then by type; a centred title rests on a title. */
function modelFor({ type, index }: Placeholder, models: readonly PptxShape[]): PptxShape | null {
  const byIndex = index === '0' ? undefined : models.find(({ placeholder }) => placeholder?.index === index)
  const byType = models.find(({ placeholder }) => {
    if (!placeholder) return false
    return placeholder.type === type || (titles.has(type) && titles.has(placeholder.type))
  })
  const body = ['obj', 'subTitle'].includes(type)
    ? models.find(({ placeholder }) => placeholder?.type === 'body')
    : undefined
  return byIndex ?? byType ?? body ?? null
}

function groupScale(node: XmlNode, scale: Scale): Scale {
  const transform = child(node, 'p:grpSpPr', 'a:xfrm')
  const [x, y] = pair(child(transform, 'a:off'), 'x', 'y')
  const [width, height] = pair(child(transform, 'a:ext'), 'cx', 'cy')
  const [innerX, innerY] = pair(child(transform, 'a:chOff'), 'x', 'y')
  const [innerWidth, innerHeight] = pair(child(transform, 'a:chExt'), 'cx', 'cy')
  if (!transform || innerWidth <= 0 || innerHeight <= 0) return scale
  const [sx, sy] = [width / innerWidth, height / innerHeight]
  return {
    a: scale.a * sx,
    b: scale.a * (x - innerX * sx) + scale.b,
    c: scale.c * sy,
    d: scale.c * (y - innerY * sy) + scale.d,
  }
}

/** The upright box; a quarter turn swaps its sides around the middle (20.1.7.6). */
function placedBox(transform: XmlNode, { a, b, c, d }: Scale): Box {
  const [x, y] = pair(child(transform, 'a:off'), 'x', 'y')
  const [width, height] = pair(child(transform, 'a:ext'), 'cx', 'cy')
  const turned = Math.abs(Math.sin((Number(transform.attributes['rot'] ?? 0) / 60_000 / 180) * Math.PI)) > 0.7
  const box: Box = [
    (a * x + b) / emuPerPoint,
    (c * y + d) / emuPerPoint,
    (a * width) / emuPerPoint,
    (c * height) / emuPerPoint,
  ]
  if (!turned) return box
  const [middleX, middleY] = [box[0] + box[2] / 2, box[1] + box[3] / 2]
  return [middleX - box[3] / 2, middleY - box[2] / 2, box[3], box[2]]
}

function pair(node: XmlNode | null, first: string, second: string): [number, number] {
  const value = (name: string) => Number(node?.attributes[name] ?? 0) || 0
  return [value(first), value(second)]
}
