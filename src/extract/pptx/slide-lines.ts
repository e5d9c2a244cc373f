/** The lines of one slide, layout or master: text of shapes and tables with boxes, and whether anybody sees them. */
import type { Box, HiddenBy, Line, Part, Span } from '../../types.js'
import { statedSpan } from '../shared/stated.js'
import { child, elements, type XmlNode } from '../shared/xml-tree.js'
import { anchorOf, boxesOf } from './boxes.js'
import { cannotBeTold, type Colour, fillOf } from './colours.js'
import { type Paragraph, paragraphsOf, type Run, type TextDefaults } from './paragraphs.js'
import type { Shape } from './shapes.js'

export interface Ground {
  readonly width: number
  readonly height: number
  readonly defaults: TextDefaults
  /** Colour of the slide itself; null: a picture, a gradient, or unknown. */
  readonly colour: Colour
  /** All of it is unseen: a hidden slide. */
  readonly hiddenBy?: HiddenBy | undefined
  readonly part?: Part
  /** Shapes of the master and layout behind the slide. */
  readonly behind?: readonly Shape[]
  /** Shapes that come and go while the slide is shown, by number. */
  readonly animated?: ReadonlySet<string>
  /** Prompts of layouts and masters are never shown. */
  readonly promptsOnly?: boolean
}

export function slideLines(shapes: readonly Shape[], ground: Ground): Line[] {
  const scene = sceneOf(shapes, ground)
  const lines: Line[] = []
  let table = 0
  for (const [index, shape] of shapes.entries()) {
    const look = lookFor(scene, index, ground)
    const body = child(shape.node, 'p:txBody')
    if (body) lines.push(...bodyLines(body, shape, shape.box, ground, look))
    for (const grid of tablesIn(shape)) lines.push(...tableLines(grid, shape, ground, look, table++))
    lines.push(...altLines(shape, ground))
  }
  return lines
}

type Look = (box: Box | null, run: Run) => HiddenBy | undefined

/** An opaque shape: its box and colour. */
interface Cover {
  readonly box: Box
  readonly colour: Colour
}

function coverOf(shape: Shape, { defaults }: Ground): Cover | null {
  if (!shape.box || shape.hidden) return null
  if (shape.kind !== 'shape') return { box: shape.box, colour: null }
  const fill = fillOf(child(shape.node, 'p:spPr'), defaults.palette) ?? styledFill(shape.node)
  if (!fill || fill === 'none' || fill.opacity < 0.99) return null
  return { box: shape.box, colour: fill.colour }
}

/** A shape style with a fill of the theme paints something, whatever it is. */
function styledFill(node: XmlNode): { colour: Colour; opacity: number } | null {
  const index = child(node, 'p:style', 'a:fillRef')?.attributes['idx']
  return index && index !== '0' ? { colour: null, opacity: 1 } : null
}

interface Scene {
  readonly shapes: readonly Shape[]
  /** What each shape paints over; null: nothing that hides. */
  readonly covers: readonly (Cover | null)[]
  readonly behind: readonly Cover[]
}
/** On a slide of more shapes than this nothing is compared with anything. */
const mostCompared = 2_000

function sceneOf(shapes: readonly Shape[], ground: Ground): Scene {
  const backdrop = (ground.behind ?? []).filter(({ placeholder }) => !placeholder)
  const compared = shapes.length + backdrop.length <= mostCompared
  return {
    shapes,
    covers: compared ? shapes.map((shape) => coverOf(shape, ground)) : [],
    behind: compared ? backdrop.flatMap((shape) => coverOf(shape, ground) ?? []) : [everywhere],
  }
}

/** A ground of which nothing is known. */
const everywhere: Cover = { box: [-1e9, -1e9, 2e9, 2e9], colour: null }

function lookFor({ shapes, covers, behind }: Scene, index: number, ground: Ground): Look {
  const shape = shapes[index]!
  const own = shape.kind === 'shape' ? (covers[index] ?? null) : null
  const over = covers.slice(index + 1).filter((_, later) => {
    const above = shapes[index + 1 + later]!
    return above.kind === 'shape' && !ground.animated?.has(above.own?.attributes['id'] ?? '')
  })
  const under = [...behind, ...covers.slice(0, index)].filter((cover) => cover !== null)
  return (box, run) => {
    if (ground.hiddenBy) return ground.hiddenBy
    if (shape.hidden) return 'hidden-attribute'
    if (ground.promptsOnly && shape.placeholder) return 'markup'
    if (run.hiddenBy) return run.hiddenBy
    if (!box) return undefined
    const area = Math.max(1e-6, box[2] * box[3])
    if (shared(box, [0, 0, ground.width, ground.height]) < 0.1 * area) return 'outside-page'
    if (over.some((cover) => cover && shared(box, cover.box) > 0.9 * area)) return 'under-shape'
    const below = own ?? under.findLast((cover) => shared(box, cover.box) > 0.3 * area)
    return cannotBeTold(run.colour, below ? below.colour : ground.colour) ? 'same-colour' : undefined
  }
}

function bodyLines(body: XmlNode, shape: Shape, box: Box | null, ground: Ground, look: Look): Line[] {
  const paragraphs = paragraphsOf(body, shape, ground.defaults)
  const properties = child(body, 'a:bodyPr')
  const vertical =
    /vert/i.test(properties?.attributes['vert'] ?? '') && properties?.attributes['vert'] !== 'horz'
  const models = [shape.model, shape.model?.model ?? null].map((model) => child(model?.node, 'p:txBody'))
  const boxes = box && !vertical ? boxesOf(paragraphs, box, properties, anchorOf(body, models)) : []
  return paragraphs.map((paragraph, index) => ({
    spans: spansOf(paragraph, boxes[index] ?? box, look),
    ...(ground.part && { part: ground.part }),
    ...(vertical && { vertical: true }),
  }))
}

/** The box of the paragraph is shared out among its runs; a paragraph of several rows keeps it whole. */
function spansOf(paragraph: Paragraph, box: Box | null, look: Look): Span[] {
  const length = paragraph.runs.reduce((sum, { text }) => sum + text.length, 0)
  const oneRow = box !== null && box[3] < 1.5 * Math.max(...paragraph.runs.map(({ size }) => size))
  let at = 0
  const spans: Span[] = []
  let before: HiddenBy | undefined
  for (const run of paragraph.runs) {
    if (run.text === '') continue
    const from = at / length
    at += run.text.length
    const its: Box | null =
      box && oneRow ? [box[0] + from * box[2], box[1], (at / length - from) * box[2], box[3]] : box
    const hiddenBy = look(its, run)
    const last = spans.at(-1)
    if (last && before === hiddenBy && last.size === run.size && (last.bold ?? false) === run.bold) {
      const joined = last.box && its ? around(last.box, its) : null
      spans[spans.length - 1] = { ...last, text: last.text + run.text, box: joined }
    } else spans.push(spanOf(run, its, hiddenBy))
    before = hiddenBy
  }
  return spans
}

function spanOf(run: Run, box: Box | null, hiddenBy: HiddenBy | undefined): Span {
  const covered = hiddenBy === 'under-shape' ? ({ sight: 'covered' } as const) : {}
  return {
    ...statedSpan(run.text, { size: run.size, bold: run.bold, ...(hiddenBy && { hiddenBy }) }),
    ...covered,
    box,
  }
}

function tablesIn(shape: Shape): XmlNode[] {
  return shape.kind === 'frame' ? elements(child(shape.node, 'a:graphic', 'a:graphicData'), 'a:tbl') : []
}

function tableLines(grid: XmlNode, shape: Shape, ground: Ground, look: Look, table: number): Line[] {
  const emuPerPoint = 12_700
  const widths = elements(child(grid, 'a:tblGrid'), 'a:gridCol').map(
    (column) => Number(column.attributes['w']) / emuPerPoint,
  )
  const lines: Line[] = []
  let y = shape.box?.[1] ?? 0
  for (const [row, node] of elements(grid, 'a:tr').entries()) {
    const height = Number(node.attributes['h'] ?? 0) / emuPerPoint
    let x = shape.box?.[0] ?? 0
    for (const [column, cell] of elements(node, 'a:tc').entries()) {
      const width = widths[column] ?? 0
      const body = child(cell, 'a:txBody')
      const box: Box | null = shape.box && width > 0 ? [x, y, width, height] : null
      // A cell's ground depends on the table style: its colours are not compared.
      const seen: Look = (its, run) => (look(its, run) === 'same-colour' ? undefined : look(its, run))
      for (const line of body ? bodyLines(body, { ...shape, placeholder: null }, box, ground, seen) : [])
        lines.push({ ...line, cell: { table, row, column } })
      x += width
    }
    y += height
  }
  return lines
}

/** Alternative text, and names somebody gave to shapes; the program's own end in a number. */
function altLines(shape: Shape, ground: Ground): Line[] {
  const { descr = '', title = '', name = '' } = shape.own?.attributes ?? {}
  const given = /\d\s*$/.test(name) || !/\p{Script=Han}/u.test(name) ? '' : name
  return [...new Set([descr, title, given])]
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const span = statedSpan(text.trim(), ground.hiddenBy ? { hiddenBy: ground.hiddenBy } : {})
      return { spans: [{ ...span, box: shape.box }], part: 'alt' as const }
    })
}

function shared(one: Box, other: Box): number {
  const width = Math.min(one[0] + one[2], other[0] + other[2]) - Math.max(one[0], other[0])
  const height = Math.min(one[1] + one[3], other[1] + other[3]) - Math.max(one[1], other[1])
  return width > 0 && height > 0 ? width * height : 0
}

function around(one: Box, other: Box): Box {
  const [left, top] = [Math.min(one[0], other[0]), Math.min(one[1], other[1])]
  const right = Math.max(one[0] + one[2], other[0] + other[2])
  const bottom = Math.max(one[1] + one[3], other[1] + other[3])
  return [left, top, right - left, bottom - top]
}
