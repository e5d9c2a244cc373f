/** What each character and paragraph looks like: pages of formatting in the main stream ([MS-DOC] 2.4.6, 2.9.33, 2.9.175). */
import type { Bytes } from '../shared/bytes.js'
import type { Fib } from './fib.js'
import type { TextPiece } from './pieces.js'
import { plcOf } from './plc.js'
import {
  applyParagraphSprms,
  applyRunSprms,
  characterStyle,
  type ParagraphProperties,
  type DocRunProperties,
} from './sprms.js'
import type { DocStyles } from './styles.js'

export interface Formatting {
  /** `style`: the paragraph's. `to`: the position where other properties may begin. */
  run(position: number, style: number): { readonly properties: DocRunProperties; readonly to: number }
  paragraph(position: number): ParagraphProperties & { readonly style: number }
  /** Some pages could not be read. */
  readonly damaged: boolean
}

const PAGE = 512

/** A stretch of bytes of the main stream with one set of properties. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly sprms: Uint8Array
  readonly style: number
}

export function readFormatting(
  main: Bytes,
  table: Bytes,
  fib: Fib,
  pieces: readonly TextPiece[],
  styles: DocStyles,
): Formatting {
  const runs = stretchesOf(main, tableOf(table, fib, 'runs'), runIn)
  const paragraphs = stretchesOf(main, tableOf(table, fib, 'paragraphs'), paragraphIn)
  const pieceOf = (position: number) => pieces[lastFrom(pieces, position)]
  return {
    damaged: runs.damaged || paragraphs.damaged,
    run(position, style) {
      const piece = pieceOf(position)
      if (!piece) return { properties: styles.run(style), to: position + 1 }
      const offset = piece.offset + (position - piece.from) * piece.width
      const index = lastFrom(runs.list, offset)
      const stretch = runs.list[index]
      const inside = stretch && offset < stretch.to
      const end = inside ? stretch.to : (runs.list[index + 1]?.from ?? Infinity)
      const to = Math.min(
        piece.from + piece.text.length,
        piece.from + Math.max(1, Math.ceil((end - piece.offset) / piece.width)),
      )
      const sprms = inside ? stretch.sprms : new Uint8Array(0)
      return { properties: propertiesOf(sprms, piece.sprms, style, styles), to: Math.max(to, position + 1) }
    },
    paragraph(position) {
      const piece = pieceOf(position)
      const offset = piece ? piece.offset + (position - piece.from) * piece.width : -1
      const stretch = paragraphs.list[lastFrom(paragraphs.list, offset)]
      if (!stretch || offset >= stretch.to) return { style: 0, ...styles.paragraph(0) }
      const properties = { ...styles.paragraph(stretch.style) }
      applyParagraphSprms(properties, stretch.sprms)
      if (piece) applyParagraphSprms(properties, piece.sprms)
      return { ...properties, style: stretch.style }
    },
  }
}

function propertiesOf(
  sprms: Uint8Array,
  onPiece: Uint8Array,
  style: number,
  styles: DocStyles,
): DocRunProperties {
  const ground = styles.run(style)
  const named = characterStyle(sprms)
  const base = named === undefined ? ground : { ...ground, ...styles.run(named) }
  if (sprms.length === 0 && onPiece.length === 0) return base
  const properties = { ...base }
  applyRunSprms(properties, sprms, base)
  applyRunSprms(properties, onPiece, base)
  return properties
}

function tableOf(table: Bytes, fib: Fib, name: 'runs' | 'paragraphs'): Bytes {
  const { offset, length } = fib.table(name)
  return table.part(offset, offset + length)
}

type Reader = (page: Bytes, index: number, count: number) => { sprms: Uint8Array; style: number }

function stretchesOf(main: Bytes, list: Bytes, read: Reader): { list: Stretch[]; damaged: boolean } {
  const plc = plcOf(list, 4)
  const found: Stretch[] = []
  const seen = new Set<number>()
  let damaged = plc.count === 0
  for (let index = 0; index < plc.count; index++) {
    const number = list.uint32(plc.data(index)) & 0x3f_ffff
    if (seen.has(number)) continue
    seen.add(number)
    const page = main.part(number * PAGE, (number + 1) * PAGE)
    const count = page.uint8(PAGE - 1)
    if (page.length < PAGE || count === 0 || count > 101) {
      damaged = true
      continue
    }
    for (let each = 0; each < count; each++)
      found.push({
        from: page.uint32(4 * each),
        to: page.uint32(4 * each + 4),
        ...read(page, each, count),
      })
  }
  return { list: found.sort((one, other) => one.from - other.from), damaged }
}

/** Chpx: a byte of length, then properties; 0 stands for none. */
function runIn(page: Bytes, index: number, count: number): { sprms: Uint8Array; style: number } {
  const at = page.uint8(4 * (count + 1) + index) * 2
  return { sprms: at === 0 ? new Uint8Array(0) : page.slice(at + 1, at + 1 + page.uint8(at)), style: 0 }
}

/** PapxInFkp (2.9.175): a length in words, odd or even, then the style, then properties. */
function paragraphIn(page: Bytes, index: number, count: number): { sprms: Uint8Array; style: number } {
  const at = page.uint8(4 * (count + 1) + 13 * index) * 2
  if (at === 0) return { sprms: new Uint8Array(0), style: 0 }
  const words = page.uint8(at)
  const [start, size] = words === 0 ? [at + 2, page.uint8(at + 1) * 2] : [at + 1, words * 2 - 1]
  return { sprms: page.slice(start + 2, start + size), style: page.uint16(start) }
}

/** The last element that begins at or before a value; -1: none. */
function lastFrom(list: readonly { readonly from: number }[], value: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.from <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
