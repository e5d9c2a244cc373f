/** What each operator of a plain page does; one that is not listed ends the reading (ISO 32000-1, annex A). */
import { chooseSpace, plainColour, setColour, useState } from './appearance.js'
import type { ContentStream } from './content.js'
import { wordOf } from './lexer.js'
import { matrixOf, operand, type Operator } from './operands.js'
import { clip, curve, finish, line, rectangle } from './painting.js'
import { isDictionary, notPlain, type PdfValue } from './values.js'
import { compose } from '../../../plane/matrix.js'

/** Render modes (table 106): filled, or filled and stroked for bold; all others hide or clip. */
function setMode(content: ContentStream): void {
  const mode = operand(content)
  if (mode !== 0 && mode !== 2) throw notPlain
  content.state.stroked = mode === 2
  content.type.restyle()
}

function setFont(content: ContentStream): void {
  const { state } = content
  state.font = content.font()
  state.size = operand(content)
  content.type.restyle()
}

function show(content: ContentStream): void {
  const { state, type, shown, adjustments, adjustmentCount } = content
  let from = 0
  for (let index = 0; index < adjustmentCount; index += 2) {
    const to = adjustments[index]!
    if (to > from) type.show(state, shown.data, from, to)
    type.adjust(state, adjustments[index + 1]!)
    from = to
  }
  if (shown.length > from) type.show(state, shown.data, from, shown.length)
}

function nextLine({ state, type }: ContentStream): void {
  type.move(0, -state.leading)
}

/** Properties are written in place or named; a layer may be switched off, so it is left to PDFium. */
function openMarked(content: ContentStream): void {
  const { names, nameCount, file, marked, type } = content
  if (nameCount === 0 || names[0] === 'OC') throw notPlain
  const stated = nameCount > 1 ? file.resolve(content.resource('Properties', 1)) : content.property
  const replacement: PdfValue = isDictionary(stated) ? (stated.get('ActualText') ?? null) : null
  if (replacement !== null && !(replacement instanceof Uint8Array)) throw notPlain
  marked.open(replacement, type.glyphs.length)
}

const nothing: Operator = () => {}

const listed: Record<string, Operator> = {
  q: (content) => content.save(),
  Q: (content) => content.restore(),
  cm(content) {
    if (content.type.isOpen) throw notPlain
    const { state } = content
    state.matrix = compose(matrixOf(content), state.matrix)
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
