/** From glyph numbers of an embedded TrueType or OpenType font back to characters, by its `cmap` table. */

/** Unicode subtables only: a symbol or vendor encoding says nothing about characters. */
const unicode = new Set(['0/3', '0/4', '0/6', '0/0', '0/1', '0/2', '3/1', '3/10'])

/** A real font maps fewer codes than Unicode has; a made-up one may name each of them many times. */
const mostCodes = 1_200_000

interface Found {
  readonly map: Map<number, string>
  codes: number
}

/** Glyph number → character. Empty when the font has no Unicode table or is damaged; never throws. */
export function charactersOf(font: Uint8Array): ReadonlyMap<number, string> {
  const found: Found = { map: new Map(), codes: 0 }
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  try {
    const table = tableAt(view, 'cmap')
    if (table < 0) return found.map
    const count = view.getUint16(table + 2)
    for (let index = 0; index < count; index++) {
      const record = table + 4 + 8 * index
      if (!unicode.has(`${view.getUint16(record)}/${view.getUint16(record + 2)}`)) continue
      readSubtable(view, table + view.getUint32(record + 4), found)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return found.map
}

/** How many glyphs the font can draw; 0 when it is no font program that a PDF may embed. */
export function glyphCount(font: Uint8Array): number {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  try {
    const kind = view.getUint32(0)
    if (kind !== 0x00010000 && kind !== 0x74727565 && kind !== 0x4f54544f) return 0
    if (tableAt(view, 'glyf') < 0 && tableAt(view, 'CFF ') < 0) return 0
    const table = tableAt(view, 'maxp')
    return table < 0 ? 0 : view.getUint16(table + 4)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return 0
  }
}

function tableAt(view: DataView, wanted: string): number {
  const start = view.getUint32(0) === 0x74746366 ? view.getUint32(12) : 0 // `ttcf`: the first font of a collection
  const count = view.getUint16(start + 4)
  for (let index = 0; index < count; index++) {
    const record = start + 12 + 16 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)))
    if (tag === wanted) return view.getUint32(record + 8)
  }
  return -1
}

function readSubtable(view: DataView, at: number, found: Found): void {
  const format = view.getUint16(at)
  if (format === 4) readSegments(view, at, found)
  else if (format === 6) {
    const first = view.getUint16(at + 6)
    const count = view.getUint16(at + 8)
    for (let index = 0; index < count; index++)
      keep(found, view.getUint16(at + 10 + 2 * index), first + index)
  } else if (format === 12) {
    const groups = Math.min(view.getUint32(at + 12), 100_000)
    for (let group = 0; group < groups; group++) {
      const record = at + 16 + 12 * group
      const [first, last, glyph] = [0, 4, 8].map((field) => view.getUint32(record + field)) as [
        number,
        number,
        number,
      ]
      for (let code = first; code <= Math.min(last, first + 0xffff, 0x10ffff); code++)
        keep(found, glyph + code - first, code)
    }
  }
}

/** OpenType `cmap` format 4. */
function readSegments(view: DataView, at: number, found: Found): void {
  const doubled = view.getUint16(at + 6)
  const [ends, starts] = [at + 14, at + 16 + doubled]
  const [shifts, ranges] = [starts + doubled, starts + 2 * doubled]
  for (let segment = 0; segment < doubled; segment += 2) {
    const [end, start] = [view.getUint16(ends + segment), view.getUint16(starts + segment)]
    const shift = view.getUint16(shifts + segment)
    const range = view.getUint16(ranges + segment)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const address = ranges + segment + range + 2 * (code - start)
      const listed = range === 0 ? code : view.getUint16(address)
      if (listed !== 0) keep(found, (listed + shift) & 0xffff, code)
    }
  }
}

/** Private-use codes name no character. */
function keep(found: Found, glyph: number, code: number): void {
  if (++found.codes > mostCodes) throw new RangeError('cmap')
  if (glyph === 0 || code < 0x20 || (code >= 0xd800 && code < 0xf900) || code >= 0xf0000) return
  if (!found.map.has(glyph)) found.map.set(glyph, String.fromCodePoint(code))
}
