/** Every text of a drawing: what is written in it with its place, titles, descriptions, metadata, labels, comments. */
import type { Box, HiddenBy, Line, Part } from '../../types.js'
import type { Link } from '../shared/links.js'
import { statedLine } from '../shared/stated.js'
import { elements, textOf, within, type XmlNode } from '../shared/xml/tree.js'
import { hasHan } from '../shared/xml/text.js'
import { readTransform } from './transform.js'
import { SvgPainting } from './sight.js'
import { lookOf, plainLook, type SvgStyle, type Rules } from './style.js'
import { compose, identity, type Matrix } from '../../plane/matrix.js'

export interface SvgViewport {
  /** viewBox: least x, least y, width, height in user units. */
  readonly view: Box
  readonly rules: Rules
}
interface Inside {
  readonly look: SvgStyle
  readonly matrix: Matrix
  /** Within definitions. */
  readonly apart?: boolean
}
interface Found {
  readonly lines: Line[]
  readonly links: Link[]
  readonly painting: SvgPainting
}

export function wordsOf(
  root: XmlNode,
  canvas: SvgViewport,
): { readonly lines: Line[]; readonly links: Link[] } {
  const found: Found = { lines: [], links: [], painting: new SvgPainting() }
  visit(root, canvas, { look: plainLook, matrix: identity }, found)
  return { lines: found.painting.settle(found.lines, canvas.view), links: found.links }
}

/** What stands in these is drawn elsewhere or nowhere. */
const apart = /^(defs|clipPath|mask|symbol|pattern|marker|linearGradient|radialGradient)$/

function visit(node: XmlNode, canvas: SvgViewport, outer: Inside, found: Found): void {
  const { name } = node
  const look = lookOf(node, canvas.rules, outer.look)
  const matrix = compose(readTransform(node.attributes['transform']), outer.matrix)
  attributes(node, look, found)
  if (!outer.apart) found.painting.shape(node, look, matrix, found.lines.length)
  if (name === 'text') return textLines(node, canvas, { look, matrix }, found)
  if (name === 'title' || name === 'desc') return said(textOf(node), 'alt', name, look.hiddenBy, found)
  if (name === 'foreignObject') return blocks(node, look.hiddenBy, found)
  if (/^(script|style|metadata)$/.test(name)) return pieces(node, found)
  for (const item of node.content)
    if (typeof item !== 'string')
      visit(item, canvas, { look, matrix, apart: outer.apart || apart.test(name) }, found)
    else if (hasHan(item)) said(item, 'metadata', name, undefined, found)
}

function attributes(node: XmlNode, look: SvgStyle, { lines, links }: Found): void {
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name === 'href' || name === 'src')
      links.push({ href: value, use: node.name === 'a' ? 'offered' : 'shown' })
    else if (hasHan(value) && !/^(d|style|points|font-family|class)$/.test(name)) {
      const shown = /^(aria-label|alt|title)$/.test(name)
      const how = shown
        ? look.hiddenBy
          ? { hiddenBy: look.hiddenBy }
          : {}
        : ({ hiddenBy: 'markup' } as const)
      lines.push(
        statedLine(value.trim(), { ...how, part: shown ? 'alt' : 'code', label: `${node.name}@${name}` }),
      )
    }
  }
}

function said(
  text: string,
  part: Part,
  label: string,
  hiddenBy: HiddenBy | undefined,
  { lines }: Found,
): void {
  const folded = text.replace(/\s+/g, ' ').trim()
  if (folded) lines.push(statedLine(folded, { part, label, ...(hiddenBy && { hiddenBy }) }))
}

/** Metadata under the names of its elements; of scripts and styles only what holds Han. */
function pieces(node: XmlNode, found: Found): void {
  const isCode = node.name !== 'metadata'
  for (const inner of within(node)) {
    const text = inner.content.filter((item) => typeof item === 'string').join('')
    for (const row of isCode ? text.split('\n').filter(hasHan) : [text])
      if (!/^[\d.,:TZ+\-\s]*$/.test(row))
        said(row, isCode ? 'code' : 'metadata', inner.name, isCode ? 'markup' : undefined, found)
  }
}

const block = /^(p|div|li|td|th|h[1-6]|table|tr|ul|ol|body|section|pre|blockquote)$/

/** XHTML inside a drawing: one line for each block that holds no other. */
function blocks(node: XmlNode, hiddenBy: HiddenBy | undefined, found: Found): void {
  const own = node.content.filter(
    (item) => typeof item === 'string' || ![...within(item)].some(({ name }) => block.test(name)),
  )
  const text = own
    .map((item) => (typeof item === 'string' ? item : item.name === 'br' ? '\n' : textOf(item)))
    .join('')
  for (const row of text.split('\n'))
    if (row.trim())
      found.lines.push(statedLine(row.replace(/\s+/g, ' ').trim(), { ...(hiddenBy && { hiddenBy }) }))
  for (const inner of elements(node)) if (!own.includes(inner)) blocks(inner, hiddenBy, found)
}

interface Run {
  text: string
  readonly x: number
  readonly y: number
  readonly inside: Inside
}

/** A `tspan` with a place of its own begins a line; others go on. */
function textLines(node: XmlNode, canvas: SvgViewport, inside: Inside, found: Found): void {
  const runs: Run[] = []
  const begin = (at: XmlNode, last: Run | undefined, here: Inside): Run => {
    const number = (name: string) => Number.parseFloat(at.attributes[name] ?? '')
    const dy = Number.isNaN(number('dy'))
      ? 0
      : number('dy') * (at.attributes['dy']!.includes('em') ? here.look.size : 1)
    const [x, y] = [number('x'), number('y')]
    return {
      text: '',
      x: Number.isNaN(x) ? (last?.x ?? 0) : x,
      y: (Number.isNaN(y) ? (last?.y ?? 0) : y) + dy,
      inside: here,
    }
  }
  const step = (at: XmlNode, here: Inside) => {
    const { attributes: own } = at
    const isMoved =
      at === node || own['y'] !== undefined || (own['x'] !== undefined && own['dy'] !== undefined)
    const isOther = here.look.hiddenBy !== runs.at(-1)?.inside.look.hiddenBy
    if (isMoved || isOther) runs.push(begin(at, runs.at(-1), here))
    for (const item of at.content)
      if (typeof item === 'string') runs.at(-1)!.text += item
      else if (item.name === 'title' || item.name === 'desc')
        said(textOf(item), 'alt', item.name, undefined, found)
      else step(item, { ...here, look: lookOf(item, canvas.rules, here.look) })
  }
  step(node, inside)
  for (const run of runs) {
    const line = lineOf(run, canvas)
    if (!line) continue
    found.lines.push(line)
    found.painting.line(line, run.inside.look)
  }
}

/** Boxes rest on the size of the type alone: a Han character is one em wide, others about half. */
function lineOf({ text, x, y, inside: { look, matrix } }: Run, { view }: SvgViewport): Line | null {
  const shown = text.replace(/\s+/g, ' ').trim()
  if (!shown) return null
  const scale = Math.hypot(matrix[0], matrix[1])
  const size = Math.round(look.size * scale * 100) / 100
  const width =
    [...shown].reduce((sum, letter) => sum + (letter > '\u2e7f' || letter === '★' ? 1 : 0.55), 0) * size
  const left = matrix[0] * x + matrix[2] * y + matrix[4] - view[0]
  const top = matrix[1] * x + matrix[3] * y + matrix[5] - view[1] - size * 0.85
  const box: Box = [left, top, width, size].map((value) => Math.round(value * 100) / 100) as unknown as Box
  const isOut = left >= view[2] || top >= view[3] || left + width * 2 <= 0 || top + size <= 0
  const hiddenBy = look.hiddenBy ?? (isOut ? 'outside-page' : size < 1 && view[3] > 100 ? 'tiny' : undefined)
  const line = statedLine(shown, { size, bold: look.bold, ...(hiddenBy && { hiddenBy }) })
  return box.every(Number.isFinite) ? { ...line, spans: line.spans.map((span) => ({ ...span, box })) } : line
}
