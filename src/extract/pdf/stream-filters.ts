/** Undoes the filters of a stream whose dictionary is known only as text (ISO 32000-1, 7.4). */
import { inflateSync } from 'node:zlib'
import { fromAscii85, fromAsciiHex, fromLzw, fromRunLength } from './text-filters.js'
import { unpredicted } from './predictors.js'

/** A stream unpacks to at most this many bytes; one that holds more is not read. */
export const largestUnpacked = 64 << 20
/** One behind the other; more are made to cost time. */
const mostFilters = 5

/** Short names stand in inline pictures, and in the files of careless writers. */
const filters: ReadonlyMap<string, (data: Uint8Array, parameters: string) => Uint8Array> = new Map(
  Object.entries({
    FlateDecode: (data: Uint8Array, parameters: string) =>
      unpredicted(inflateSync(data, { maxOutputLength: largestUnpacked }), parameters),
    LZWDecode: (data: Uint8Array, parameters: string) =>
      unpredicted(fromLzw(data, !/\/EarlyChange\s+0/.test(parameters), largestUnpacked), parameters),
    ASCII85Decode: (data: Uint8Array) => fromAscii85(data),
    ASCIIHexDecode: (data: Uint8Array) => fromAsciiHex(data),
    RunLengthDecode: (data: Uint8Array) => fromRunLength(data, largestUnpacked),
    Crypt: (data: Uint8Array) => data,
  }),
)
const short: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  A85: 'ASCII85Decode',
  AHx: 'ASCIIHexDecode',
  RL: 'RunLengthDecode',
}

/** Null: a filter that is not known (pictures), parameters that stand elsewhere, or data that do not unpack. */
export function unfiltered(dictionary: string, stream: Uint8Array): Buffer | null {
  const names = filterNames(dictionary)
  if (!names || names.length > mostFilters) return null
  const parameters = parametersOf(dictionary, names.length)
  if (!parameters) return null
  try {
    let data = stream
    for (const [index, name] of names.entries()) {
      const undo = filters.get(short[name] ?? name)
      if (!undo) return null
      data = undo(data, parameters[index]!)
    }
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  } catch {
    return null
  }
}

function filterNames(dictionary: string): string[] | null {
  const found = /\/Filter\b\s*(\[[^\]]*\]|\/[\w-]+)?/.exec(dictionary)
  if (!found) return []
  if (!found[1] || /\d/.test(found[1].replace(/\/[\w-]+/g, ''))) return null
  return [...found[1].matchAll(/\/([\w-]+)/g)].map((name) => name[1]!)
}

/** One text of a dictionary for each filter, empty where there is none. */
function parametersOf(dictionary: string, count: number): string[] | null {
  const found = /\/(?:DecodeParms|DP)\b\s*(\[[^\]]*\]|<<(?:[^<>]|<<[^<>]*>>)*>>|null)?/.exec(dictionary)
  const stated = found?.[1] ?? ''
  if (found && !stated) return null
  if (!stated.startsWith('[')) return Array.from({ length: count }, () => stated)
  if (/\d\s+R\b/.test(stated)) return null
  const each = stated.match(/<<(?:[^<>]|<<[^<>]*>>)*>>|\bnull\b/g) ?? []
  return Array.from({ length: count }, (_, index) => each[index] ?? '')
}
