/** What each operator of a plain page does; one that is not listed ends the reading (ISO 32000-1, annex A). */
import { type Matrix, multiply } from '../geometry.js'
import { chooseSpace, operandsOf, setColour, useState } from './appearance.js'
import type { Content } from './content.js'
import { wordOf } from './lexer.js'
import { common, Outline } from './outline.js'
import { thinnest } from './shapes.js'
import { colourOf, type Frame, type State } from './state.js'
import { isDictionary, notPlain, type Value } from './values.js'

type Operator = (content: Content) => void

const nothing: Operator = () => {}

function operand({ numbers, numberCount }: Content, index = 0): number {
  if (!(index >= 0 && index < numberCount)) throw notPlain
  return numbers[index]!
}

function matrixOf({ numbers, numberCount }: Content): Matrix {
  if (numberCount !== 6) throw notPlain
  return [numbers[0]!, numbers[1]!, numbers[2]!, numbers[3]!, numbers[4]!, numbers[5]!]
}

/** Render modes (table 106): filled, or filled and stroked for bold; all others hide or clip. */
function setMode(content: Content): void {
  const mode = operand(content)
  if (mode !== 0 && mode !== 2) throw notPlain
  content.state.stroked = mode === 2
  content.type.restyle()
}

function setFont(content: Content): void {
  const { state } = content
  state.font = content.fontOf(content.resource('Font'))
  state.size = operand(content)
  content.type.restyle()
}

function show(content: Content): void {
  const { state, type, shown, shownLength, adjustments, adjustmentCount } = content
  let from = 0
  for (let index = 0; index < adjustmentCount; index += 2) {
    const to = adjustments[index]!
    if (to > from) type.show(state, shown, from, to)
    type.adjust(state, adjustments[index + 1]!)
    from = to
  }
  if (shownLength > from) type.show(state, shown, from, shownLength)
}

function nextLine({ state, type }: Content): void {
  type.move(0, -state.leading)
}

function line(content: Content): void {
  const { outline, numberCount, state } = content
  outline.point(operand(content, numberCount - 2), operand(content, numberCount - 1), state.matrix)
}

/** A curve stays within the frame of its control points. */
function curve(content: Content): void {
  const { outline, numbers, numberCount, state } = content
  for (let at = 0; at + 1 < numberCount; at += 2) outline.point(numbers[at]!, numbers[at + 1]!, state.matrix)
}

function rectangle(content: Content): void {
  const [x, y, width, height] = [0, 1, 2, 3].map((index) => operand(content, index)) as [
    number,
    number,
    number,
    number,
  ]
  content.outline.rectangle(x, y, width, height, content.state.matrix)
}

/** Ends the path; `paint`: what is drawn of it. */
function finish(paint: 'nothing' | 'fill' | 'stroke'): Operator {
  return (content) => {
    const { state, outline, shapes, type } = content
    if (type.isOpen) throw notPlain
    if (paint !== 'nothing' && !outline.isEmpty) {
      const width = paint === 'stroke' ? thickness(state) : 0
      const [left, top, right, bottom] = outline.frame
      const half = width / 2
      const inked: Frame = [left - half, top - half, right + half, bottom + half]
      const shown = common(inked, state.clip ?? inked)!
      const { segments } = outline
      if (paint === 'stroke' && width < thinnest) shapes.stroke(shown, width, segments, type.glyphs.length)
      else shapes.add(shown, segments, width > 0 ? -1 : state.ink, type.glyphs.length)
    }
    if (content.clipping) state.clip = common(state.clip, outline.isEmpty ? null : outline.asRectangle)
    content.clipping = false
    content.outline = new Outline()
  }
}

/** In points. */
function thickness({ matrix, lineWidth }: State): number {
  return lineWidth * Math.hypot(matrix[0], matrix[1])
}

function clip(content: Content): void {
  content.clipping = true
}

/** Properties are written in place or named; a layer may be switched off, so it is left to PDFium. */
function openMarked(content: Content): void {
  const { names, nameCount, file, marked, type } = content
  if (nameCount === 0 || names[0] === 'OC') throw notPlain
  const stated = nameCount > 1 ? file.resolve(content.resource('Properties', 1)) : content.property
  const replacement: Value = isDictionary(stated) ? (stated.get('ActualText') ?? null) : null
  if (replacement !== null && !(replacement instanceof Uint8Array)) throw notPlain
  marked.open(replacement, type.glyphs.length)
}

/** `g`, `rg`, `k`: as many components as operands. */
function plainColour(content: Content): void {
  const { state, type } = content
  state.inks = content.numberCount
  state.ink = colourOf(operandsOf(content))
  type.restyle()
}

const listed: Record<string, Operator> = {
  q: (content) => content.save(),
  Q: (content) => content.restore(),
  cm(content) {
    if (content.type.isOpen) throw notPlain
    const { state } = content
    state.matrix = multiply(matrixOf(content), state.matrix)
  },
  gs: (content) => useState(content),
  w(content) {
    content.state.lineWidth = operand(content)
  },
  'J j M d ri i MP DP': nothing,

  'm l': line,
  'c v y': curve,
  h: nothing,
  re: rectangle,
  n: finish('nothing'),
  'S s': finish('stroke'),
  'f F f* B B* b b*': finish('fill'),
  'W W*': clip,

  'g rg k': plainColour,
  cs: (content) => chooseSpace(content),
  'sc scn': setColour,
  'G RG K CS SC SCN': nothing,

  BT: ({ type, state }) => type.begin(state),
  ET: ({ type }) => type.end(),
  Tf: setFont,
  Tr: setMode,
  Tc(content) {
    content.state.characterSpacing = operand(content)
  },
  Tw(content) {
    content.state.wordSpacing = operand(content)
  },
  Tz(content) {
    content.state.stretch = operand(content) / 100
    content.type.restyle()
  },
  TL(content) {
    content.state.leading = operand(content)
  },
  Ts(content) {
    content.state.rise = operand(content)
  },
  Tm: (content) => content.type.set(content.state, matrixOf(content)),
  Td: (content) => content.type.move(operand(content), operand(content, 1)),
  TD(content) {
    content.state.leading = -operand(content, 1)
    content.type.move(operand(content), operand(content, 1))
  },
  'T*': nextLine,
  'Tj TJ': show,
  "'"(content) {
    nextLine(content)
    show(content)
  },
  '"'(content) {
    content.state.wordSpacing = operand(content)
    content.state.characterSpacing = operand(content, 1)
    nextLine(content)
    show(content)
  },

  'BMC BDC': openMarked,
  EMC: ({ marked, type }) => marked.close(type.glyphs),
}

/** By `Lexer.word`. */
export const operators: ReadonlyMap<number, Operator> = new Map(
  Object.entries(listed).flatMap(([names, operator]) =>
    names.split(' ').map((name) => [wordOf(name), operator] as const),
  ),
)
