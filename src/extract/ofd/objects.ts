/** The graphic objects of a page in painting order: nested blocks and composites opened, places worked out. */
import type { Box } from '../../types.js'
import { child, elements, type XmlNode } from '../shared/xml/tree.js'
import { boxOf, matrixOf } from './geometry.js'
import { type OfdPainting, paintingOf } from './paint.js'
import type { Resources } from './resources.js'
import { apply, compose, identity, type Matrix, transformBox, translate } from '../../plane/matrix.js'
import { overlapArea } from '../../plane/box.js'

export interface GraphicUnit {
  readonly kind: 'text' | 'path' | 'image'
  readonly node: XmlNode
  /** Object space to page space, both in millimetres. */
  readonly matrix: Matrix
  /** The object's boundary in page space, millimetres. */
  readonly box: Box
  readonly painting: OfdPainting
  readonly visible: boolean
  /** 0 to 1, of everything around and the object itself. */
  readonly opacity: number
  /** The cell of a pattern it is drawn in; absent: none. */
  readonly cell?: XmlNode
}

/** How many more elements may be opened: composites can be nested so that they multiply. */
export interface ElementAllowance {
  left: number
}

interface Around {
  readonly tally: ElementAllowance
  readonly matrix: Matrix
  readonly visible: boolean
  readonly opacity: number
  readonly drawParam: string | undefined
  readonly cell?: XmlNode
  /** Composites being opened, to stop at circles. */
  readonly within: readonly XmlNode[]
}

const MOST_NESTED = 24

/** Stops when the tally runs out. `node`: a layer, page block or annotation appearance, its content to be drawn in order. */
export function* drawnIn(
  node: XmlNode,
  resources: Resources,
  tally: ElementAllowance,
  matrix: Matrix = identity,
): Generator<GraphicUnit> {
  yield* contentOf(node, resources, {
    tally,
    matrix,
    visible: isVisible(node),
    opacity: 1,
    drawParam: node.attributes['DrawParam'],
    within: [],
  })
}

function* contentOf(node: XmlNode, resources: Resources, around: Around): Generator<GraphicUnit> {
  for (const object of elements(node)) {
    if (--around.tally.left < 0) return
    yield* objectOf(object, resources, around)
  }
}

function* objectOf(node: XmlNode, resources: Resources, around: Around): Generator<GraphicUnit> {
  const kind = kinds[node.name]
  if (kind) {
    const object = drawn(kind, node, resources, around)
    yield object
    yield* cellsOf(object, resources, around)
  } else if (around.within.length > MOST_NESTED) return
  else if (node.name === 'PageBlock' || node.name === 'Layer' || node.name === 'Content')
    yield* contentOf(node, resources, {
      ...around,
      visible: around.visible && isVisible(node),
      within: [...around.within, node],
    })
  else if (node.name === 'CompositeObject') yield* compositeOf(node, resources, around)
}

const kinds: Readonly<Record<string, GraphicUnit['kind']>> = {
  TextObject: 'text',
  PathObject: 'path',
  ImageObject: 'image',
}

function* compositeOf(node: XmlNode, resources: Resources, around: Around): Generator<GraphicUnit> {
  const unit = resources.composites.get(node.attributes['ResourceID'] ?? '')
  const content = child(unit, 'Content')
  if (!unit || !content || around.within.includes(unit)) return
  yield* contentOf(content, resources, {
    ...around,
    matrix: placed(node, around.matrix),
    visible: around.visible && isVisible(node),
    opacity: around.opacity * opacityOf(node),
    tally: around.tally,
    drawParam: node.attributes['DrawParam'] ?? around.drawParam,
    within: [...around.within, unit],
  })
}

/** 8.3.2: what a pattern repeats, drawn once, where its first cell comes to lie, or at the shape's corner. */
function* cellsOf(object: GraphicUnit, resources: Resources, around: Around): Generator<GraphicUnit> {
  for (const { node, painted } of object.painting.patterns) {
    const content = child(node, 'CellContent')
    if (!content || around.within.includes(content) || around.within.length > MOST_NESTED) continue
    yield* contentOf(content, resources, {
      ...around,
      matrix: cellMatrix(node, object),
      visible: object.visible && painted,
      opacity: object.opacity,
      drawParam: content.attributes['DrawParam'],
      cell: content,
      within: [...around.within, content],
    })
  }
}

function cellMatrix(node: XmlNode, { matrix, box }: GraphicUnit): Matrix {
  const stated = compose(matrixOf(node.attributes['CTM']), matrix)
  const size = [Number(node.attributes['Width']), Number(node.attributes['Height'])] as const
  const cell = transformBox(stated, [0, 0, size[0] || 0, size[1] || 0])
  const isInside = overlapArea(cell, box) > 0.9 * cell[2] * cell[3] && cell[2] * cell[3] > 0
  return isInside ? stated : compose(stated, translate(box[0] - cell[0], box[1] - cell[1]))
}

function drawn(kind: GraphicUnit['kind'], node: XmlNode, resources: Resources, around: Around): GraphicUnit {
  const boundary = boxOf(node.attributes['Boundary']) ?? [0, 0, 0, 0]
  const opacity = around.opacity * opacityOf(node)
  return {
    kind,
    node,
    matrix: placed(node, around.matrix),
    box: transformBox(around.matrix, boundary),
    painting: paintingOf(node, resources, around.drawParam, opacity),
    visible: around.visible && isVisible(node),
    opacity,
    ...(around.cell && { cell: around.cell }),
  }
}

/** 8.5: the object's own matrix first, then its boundary's corner, then what is around. */
function placed(node: XmlNode, around: Matrix): Matrix {
  const [x, y] = boxOf(node.attributes['Boundary']) ?? [0, 0]
  return compose(compose(matrixOf(node.attributes['CTM']), translate(x, y)), around)
}

function isVisible(node: XmlNode): boolean {
  const stated = node.attributes['Visible']
  return stated !== 'false' && stated !== '0'
}

function opacityOf(node: XmlNode): number {
  const alpha = Number(node.attributes['Alpha'] ?? 255)
  return Number.isFinite(alpha) ? Math.min(1, Math.max(0, alpha / 255)) : 1
}

/** Where the unit square an image fills comes to lie, in page space. */
export function imageBox(object: GraphicUnit): Box {
  const box = transformBox(object.matrix, [0, 0, 1, 1])
  return box[2] > 0 && box[3] > 0 && object.node.attributes['CTM'] !== undefined ? box : object.box
}

export function originOf(object: GraphicUnit): readonly [x: number, y: number] {
  return apply(object.matrix, 0, 0)
}
