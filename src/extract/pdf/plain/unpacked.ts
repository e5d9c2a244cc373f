/** A stream's bytes where they stand, and with their filters undone: Flate, with the predictors of cross-reference streams, and ASCII85. */
import { inflateSync } from 'node:zlib'
import { fromAscii85 } from '../text-filters.js'
import type { PdfFile } from './file.js'
import { Lexer, token } from './lexer.js'
import { type Dictionary, isDictionary, notPlain, type PdfValue } from './values.js'

/** Contents of one page, or tables, that unpack to more are no plain page's. */
const largest = 32 << 20

/** The bytes between `stream` and `endstream`, which must stand where `length`, the stream's own, says. */
export function encoded(lexer: Lexer, length: PdfValue): Uint8Array {
  const { bytes } = lexer
  if (lexer.next() !== token.word || lexer.text() !== 'stream' || typeof length !== 'number') throw notPlain
  let start = lexer.at
  if (bytes[start] === 13) start++
  if (bytes[start] === 10) start++
  const end = new Lexer(bytes, start + length)
  if (end.next() !== token.word || end.text() !== 'endstream') throw notPlain
  return bytes.subarray(start, start + length)
}

/** Throws `notPlain` for other filters and for data that do not unpack. */
export function unpacked(
  file: Pick<PdfFile, 'resolve'>,
  dictionary: Dictionary,
  data: Uint8Array,
): Uint8Array {
  const filters = listOf(file.resolve(dictionary.get('Filter')))
  const parameters = listOf(file.resolve(dictionary.get('DecodeParms')))
  if (filters.length > mostFilters) throw notPlain
  return filters.reduce<Uint8Array>((packed, filter, index) => {
    const decode = typeof filter === 'string' ? decoders.get(filter) : undefined
    if (!decode) throw notPlain
    const stated = file.resolve(parameters[index])
    return decode(packed, isDictionary(stated) ? stated : new Map())
  }, data)
}

type Decoder = (data: Uint8Array, parameters: Dictionary) => Uint8Array

/** One behind the other; more are made to cost time. */
const mostFilters = 3

const inflate: Decoder = (data, parameters) => unpredicted(inflated(data), parameters)
const decoders: ReadonlyMap<string, Decoder> = new Map([
  ['FlateDecode', inflate],
  ['Fl', inflate],
  ['ASCII85Decode', fromAscii85],
  ['A85', fromAscii85],
])

function inflated(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: largest })
  } catch {
    throw notPlain
  }
}

/** `[/FlateDecode]` means the same as `/FlateDecode`. */
function listOf(value: PdfValue): readonly PdfValue[] {
  return Array.isArray(value) ? value : value === null ? [] : [value]
}

/** PNG prediction (ISO 32000-1, 7.4.4.4); only "none" and "up" are written for tables. */
function unpredicted(data: Uint8Array, parameters: Dictionary): Uint8Array {
  const predictor = parameters.get('Predictor') ?? 1
  if (predictor === 1) return data
  const columns = parameters.get('Columns') ?? 1
  const plain = (parameters.get('Colors') ?? 1) === 1 && (parameters.get('BitsPerComponent') ?? 8) === 8
  if (typeof predictor !== 'number' || predictor < 10 || typeof columns !== 'number' || !plain) throw notPlain
  const rows = Math.floor(data.length / (columns + 1))
  const result = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const from = row * (columns + 1)
    const up = data[from] === 2
    if (!up && data[from] !== 0) throw notPlain
    const to = row * columns
    for (let column = 0; column < columns; column++) {
      const above = up && row > 0 ? result[to - columns + column]! : 0
      result[to + column] = data[from + 1 + column]! + above
    }
  }
  return result
}
