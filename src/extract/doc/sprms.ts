/** Property modifiers: what a run or a paragraph says about itself ([MS-DOC] 2.2.5, 2.6.1, 2.6.2). */
import { Bytes } from '../shared/bytes.js'

/** Six lower-case hex digits; `auto` follows the ground. */
export type DocColour = string

export interface DocRunProperties {
  vanish?: boolean
  bold?: boolean
  /** Points. */
  size?: number
  colour?: DocColour
  /** Colour behind the run; `unknown` for a pattern. */
  ground?: DocColour | undefined
  deleted?: boolean
  inserted?: boolean
  /** A letter with a meaning of its own: picture, field mark, note reference. */
  special?: boolean
  /** Offset in the Data stream. */
  data?: number
  isFieldData?: boolean
  /** `data` is the number of an embedded object instead. */
  isObject?: boolean
  /** Index of the typeface of Latin letters and symbols. */
  font?: number
  symbol?: { readonly font: number; readonly code: number }
}
export interface ParagraphProperties {
  inTable?: boolean
  /** The mark that ends a row. */
  rowEnd?: boolean
  /** Its lines do not begin at the left edge. */
  moved?: boolean
  /** Colour behind the paragraph. */
  ground?: DocColour | undefined
  /** 1-based number of its list; 0: none. */
  list?: number
  level?: number
}

const indexedColours = [
  'auto',
  '000000',
  '0000ff',
  '00ffff',
  '00ff00',
  'ff00ff',
  'ff0000',
  'ffff00',
  'ffffff',
  '000080',
  '008080',
  '008000',
  '800080',
  '800000',
  '808000',
  '808080',
  'c0c0c0',
]

/** Bytes of an operand by the top three bits of the code; 6 states its own. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3] as const

function* sprmsIn(bytes: Uint8Array): Generator<{ code: number; data: Bytes }> {
  const all = new Bytes(bytes)
  for (let at = 0; at + 2 < bytes.length;) {
    const code = all.uint16(at)
    at += 2
    let size: number = sizes[code >> 13]!
    if (size === 0) {
      // sprmTDefTable states two bytes of length, one more than it has.
      const wide = code === 0xd608
      size = wide ? Math.max(1, all.uint16(at)) - 1 : all.uint8(at)
      at += wide ? 2 : 1
    }
    yield { code, data: all.part(at, at + size) }
    at += size
  }
}

type Apply = (to: DocRunProperties, data: Bytes, style: DocRunProperties) => void

const toggle =
  (name: 'bold' | 'vanish'): Apply =>
  (to, data, style) => {
    const value = data.uint8(0)
    to[name] = value === 0x80 ? (style[name] ?? false) : value === 0x81 ? !style[name] : value !== 0
  }

const onRun: Readonly<Record<number, Apply>> = {
  0x0800: (to, data) => void (to.deleted = data.uint8(0) !== 0),
  0x0801: (to, data) => void (to.inserted = data.uint8(0) !== 0),
  0x0806: (to, data) => void (to.isFieldData = data.uint8(0) !== 0),
  0x080a: (to, data) => void (to.isObject = data.uint8(0) !== 0),
  0x0835: toggle('bold'),
  0x083c: toggle('vanish'),
  0x0855: (to, data) => void (to.special = data.uint8(0) !== 0),
  0x2a0c: (to, data) => void (to.ground = data.uint8(0) === 0 ? undefined : colourAt(data.uint8(0))),
  0x2a42: (to, data) => void (to.colour = colourAt(data.uint8(0))),
  0x4866: (to, data) => void (to.ground = shading80(data.uint16(0)) ?? to.ground),
  0x4a43: (to, data) => void (to.size = data.uint16(0) / 2),
  0x4a4f: (to, data) => void (to.font = data.uint16(0)),
  0x6870: (to, data) => void (to.colour = colourRef(data.uint32(0))),
  0x6a03: (to, data) => void (to.data = data.uint32(0)),
  0x6a09: (to, data) => void (to.symbol = { font: data.uint16(0), code: data.uint16(2) }),
  0xca71: (to, data) => void (to.ground = shading(data) ?? to.ground),
}

/** `style`: what the style says, for the properties that turn it over. */
export function applyRunSprms(to: DocRunProperties, bytes: Uint8Array, style: DocRunProperties): void {
  for (const { code, data } of sprmsIn(bytes)) onRun[code]?.(to, data, style)
}

/** The index of the character style these properties name; undefined: none. */
export function characterStyle(bytes: Uint8Array): number | undefined {
  let style: number | undefined
  for (const { code, data } of sprmsIn(bytes)) if (code === 0x4a30) style = data.uint16(0)
  return style
}

export function applyParagraphSprms(to: ParagraphProperties, bytes: Uint8Array): void {
  for (const { code, data } of sprmsIn(bytes)) {
    if (code === 0x2416) to.inTable = data.uint8(0) !== 0
    else if (code === 0x2417) to.rowEnd = data.uint8(0) !== 0
    else if (code === 0x460b) to.list = data.uint16(0)
    else if (code === 0x260a) to.level = data.uint8(0)
    else if (code === 0x2461 || code === 0x2403) to.moved = data.uint8(0) === 1 || data.uint8(0) === 2
    else if (code === 0xc64d) to.ground = shading(data)
    else if (code === 0x442d) to.ground ??= shading80(data.uint16(0))
  }
}

const colourAt = (index: number): DocColour => indexedColours[index] ?? 'unknown'

/** COLORREF: red lowest; the highest byte says automatic. */
function colourRef(value: number): DocColour {
  if (value >>> 24 !== 0) return 'auto'
  const hex = (byte: number) => (byte & 255).toString(16).padStart(2, '0')
  return hex(value) + hex(value >> 8) + hex(value >> 16)
}

/** Shd (2.9.247): clear shows the background colour, solid the foreground. */
function shading(data: Bytes): DocColour | undefined {
  const pattern = data.uint16(8)
  const colour =
    pattern === 0 ? colourRef(data.uint32(4)) : pattern === 1 ? colourRef(data.uint32(0)) : 'unknown'
  return colour === 'auto' ? undefined : colour
}

function shading80(value: number): DocColour | undefined {
  if (value === 0xffff) return undefined
  const pattern = value >> 10
  const colour =
    pattern === 0 ? colourAt((value >> 5) & 31) : pattern === 1 ? colourAt(value & 31) : 'unknown'
  return colour === 'auto' ? undefined : colour
}
