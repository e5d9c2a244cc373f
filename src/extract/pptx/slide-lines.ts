/** The lines of one slide, layout or master: text of shapes and tables with boxes, and whether anybody sees them. */
import type { Box, Line, Span } from '../../types.js'
import { statedSpan } from '../shared/stated.js'
import { child, elements, type XmlNode } from '../shared/xml/tree.js'
import { anchorOf, boxesOf } from './boxes.js'
import { type SlideGround, lookFor, type UnseenOf, sceneOf, type Unseen } from './look.js'
import { type PptxParagraph, paragraphsOf, type PptxRun } from './paragraphs.js'
import type { PptxShape } from './shapes.js'
import { union } from '../../plane/box.js'

export function slideLines(shapes: readonly PptxShape[], ground: SlideGround): Line[] {
  const scene = sceneOf(shapes, ground)
  const lines: Line[] = []
  let table = 0
  for (const [index, shape] of shapes.entries()) {
    const look = lookFor(scene, index, ground)
    const body = child(shape.node, 'p:txBody')
    for (const line of body ? bodyLines(body, shape, shape.box, ground, look) : []) lines.push(line)
    for (const grid of tablesIn(shape))
      for (const line of tableLines(grid, shape, ground, look, table++)) lines.push(line)
    lines.push(...altLines(shape, ground))
  }
  return lines
}

function bodyLines(
  body: XmlNode,
  shape: PptxShape,
  box: Box | null,
  ground: SlideGround,
  look: UnseenOf,
): Line[] {
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
function spansOf(paragraph: PptxParagraph, box: Box | null, look: UnseenOf): Span[] {
  const length = paragraph.runs.reduce((sum, { text }) => sum + text.length, 0)
  const oneRow =
    box !== null && box[3] < 1.5 * paragraph.runs.reduce((most, { size }) => Math.max(most, size), 0)
  let at = 0
  const spans: Span[] = []
  let before: Unseen | undefined
  for (const run of paragraph.runs) {
    if (run.text === '') continue
    const from = at / length
    at += run.text.length
    const its: Box | null =
      box && oneRow ? [box[0] + from * box[2], box[1], (at / length - from) * box[2], box[3]] : box
    const unseen = look(its, run)
    const last = spans.at(-1)
    const alike = before?.hiddenBy === unseen?.hiddenBy && before?.fitted === unseen?.fitted
    if (last && alike && last.size === run.size && (last.bold ?? false) === run.bold) {
      const joined = last.box && its ? union(last.box, its) : null
      spans[spans.length - 1] = { ...last, text: last.text + run.text, box: joined }
    } else spans.push(spanOf(run, its, unseen))
    before = unseen
  }
  return spans
}

function spanOf(run: PptxRun, box: Box | null, unseen: Unseen | undefined): Span {
  return { ...statedSpan(run.text, { size: run.size, bold: run.bold, ...unseen }), box }
}

function tablesIn(shape: PptxShape): XmlNode[] {
  return shape.kind === 'frame' ? elements(child(shape.node, 'a:graphic', 'a:graphicData'), 'a:tbl') : []
}

function tableLines(
  grid: XmlNode,
  shape: PptxShape,
  ground: SlideGround,
  look: UnseenOf,
  table: number,
): Line[] {
  const emuPerPoint = 12_700
  const widths = elements(child(grid, 'a:tblGrid'), 'a:gridCol').map(
    (column) => (Number(column.attributes['w']) || 0) / emuPerPoint,
  )
  const lines: Line[] = []
  let y = shape.box?.[1] ?? 0
  for (const [row, node] of elements(grid, 'a:tr').entries()) {
    const height = (Number(node.attributes['h']) || 0) / emuPerPoint
    let x = shape.box?.[0] ?? 0
    for (const [column, cell] of elements(node, 'a:tc').entries()) {
      const width = widths[column] ?? 0
      const body = child(cell, 'a:txBody')
      const box: Box | null = shape.box && width > 0 ? [x, y, width, height] : null
      // A cell's ground depends on the table style: its colours are not compared.
      const seen: UnseenOf = (its, run) => {
        const unseen = look(its, run)
        return unseen?.hiddenBy === 'same-colour' ? undefined : unseen
      }
      for (const line of body ? bodyLines(body, { ...shape, placeholder: null }, box, ground, seen) : [])
        lines.push({ ...line, cell: { table, row, column } })
      x += width
    }
    y += height
  }
  return lines
}

/** Alternative text, and names somebody gave to shapes; the program's own end in a number. */
function altLines(shape: PptxShape, ground: SlideGround): Line[] {
  const { descr = '', title = '', name = '' } = shape.own?.attributes ?? {}
  const given = /\d\s*$/.test(name) || !/\p{Script=Han}/u.test(name) ? '' : name
  return [...new Set([descr, title, given])]
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const span = statedSpan(text.trim(), ground.hiddenBy ? { hiddenBy: ground.hiddenBy } : {})
      return { spans: [{ ...span, box: shape.box }], part: 'alt' as const }
    })
}
