/** A TrueType font with only the glyphs asked for, renumbered from 1, with or without the table that names them. */
import { readFileSync } from 'node:fs'

/** @param {string} path a .ttf with a `glyf` table @param {string} text the characters to keep, in glyph order */
export function subsetOf(path, text, { named }) {
  const font = readFileSync(path)
  const tables = tablesOf(font)
  const long = font.readInt16BE(tables.head.offset + 50) === 1
  const offsetOf = (glyph) =>
    long
      ? font.readUInt32BE(tables.loca.offset + 4 * glyph)
      : 2 * font.readUInt16BE(tables.loca.offset + 2 * glyph)
  const glyphs = [
    0,
    ...[...text].map((character) => glyphOf(font, tables.cmap.offset, character.codePointAt(0))),
  ]
  const shapes = []
  // Composite glyphs bring their components along, behind the glyphs asked for.
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index]
    const start = tables.glyf.offset
    const shape = Buffer.from(font.subarray(start + offsetOf(glyph), start + offsetOf(glyph + 1)))
    for (const at of componentsIn(shape)) {
      const component = shape.readUInt16BE(at)
      if (!glyphs.includes(component)) glyphs.push(component)
      shape.writeUInt16BE(glyphs.indexOf(component), at)
    }
    shapes.push(Buffer.concat([shape, Buffer.alloc((4 - (shape.length % 4)) % 4)]))
  }
  const loca = Buffer.alloc(4 * (shapes.length + 1))
  let at = 0
  shapes.forEach((shape, index) => loca.writeUInt32BE((at += shape.length), 4 * (index + 1)))
  const metrics = Buffer.alloc(4 * glyphs.length)
  const counted = font.readUInt16BE(tables.hhea.offset + 34)
  glyphs.forEach((glyph, index) => {
    const at = tables.hmtx.offset
    const bearing = glyph < counted ? at + 4 * glyph + 2 : at + 4 * counted + 2 * (glyph - counted)
    metrics.writeUInt16BE(font.readUInt16BE(at + 4 * Math.min(glyph, counted - 1)), 4 * index)
    metrics.writeInt16BE(font.readInt16BE(bearing), 4 * index + 2)
  })
  const copy = (name) =>
    Buffer.from(font.subarray(tables[name].offset, tables[name].offset + tables[name].length))
  const [head, hhea, maxp] = [copy('head'), copy('hhea'), copy('maxp')]
  head.writeInt16BE(1, 50)
  hhea.writeUInt16BE(glyphs.length, 34)
  maxp.writeUInt16BE(glyphs.length, 4)
  const parts = {
    ...(named && { cmap: cmapOf(text) }),
    glyf: Buffer.concat(shapes),
    head,
    hhea,
    hmtx: metrics,
    loca,
    maxp,
  }
  return assembled(parts)
}

/** Offsets of the glyph numbers in a composite glyph (OpenType, `glyf`). */
function componentsIn(shape) {
  const found = []
  if (shape.length < 10 || shape.readInt16BE(0) >= 0) return found
  for (let at = 10, more = true; more;) {
    const flags = shape.readUInt16BE(at)
    found.push(at + 2)
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
    more = (flags & 0x20) !== 0
  }
  return found
}

function tablesOf(font) {
  const tables = {}
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + 16 * index
    tables[font.toString('latin1', at, at + 4)] = {
      offset: font.readUInt32BE(at + 8),
      length: font.readUInt32BE(at + 12),
    }
  }
  return tables
}

/** Through a format 4 subtable. */
function glyphOf(font, cmap, code) {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * index)
    if (font.readUInt16BE(at) !== 4) continue
    const doubled = font.readUInt16BE(at + 6)
    for (let segment = 0; segment < doubled; segment += 2) {
      const end = font.readUInt16BE(at + 14 + segment)
      const start = font.readUInt16BE(at + 16 + doubled + segment)
      if (code < start || code > end) continue
      const shift = font.readUInt16BE(at + 16 + 2 * doubled + segment)
      const rangeAt = at + 16 + 3 * doubled + segment
      const range = font.readUInt16BE(rangeAt)
      if (range === 0) return (code + shift) & 0xffff
      const glyph = font.readUInt16BE(rangeAt + range + 2 * (code - start))
      return glyph === 0 ? 0 : (glyph + shift) & 0xffff
    }
  }
  throw new Error(`no glyph for U+${code.toString(16)}`)
}

/** One format 12 subtable: character by character. */
function cmapOf(text) {
  const rows = [...text]
    .map((character, index) => [character.codePointAt(0), index + 1])
    .sort((a, b) => a[0] - b[0])
  const table = Buffer.alloc(28 + 12 * rows.length)
  table.writeUInt16BE(1, 2)
  table.writeUInt16BE(3, 4)
  table.writeUInt16BE(10, 6)
  table.writeUInt32BE(12, 8)
  table.writeUInt16BE(12, 12)
  table.writeUInt32BE(16 + 12 * rows.length, 16)
  table.writeUInt32BE(rows.length, 24)
  rows.forEach(([code, glyph], index) => {
    table.writeUInt32BE(code, 28 + 12 * index)
    table.writeUInt32BE(code, 32 + 12 * index)
    table.writeUInt32BE(glyph, 36 + 12 * index)
  })
  return table
}

function assembled(parts) {
  const names = Object.keys(parts).sort()
  const header = Buffer.alloc(12 + 16 * names.length)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(names.length, 4)
  let offset = header.length
  const bodies = names.map((name, index) => {
    const at = 12 + 16 * index
    header.write(name, at, 'latin1')
    header.writeUInt32BE(offset, at + 8)
    header.writeUInt32BE(parts[name].length, at + 12)
    const padded = Buffer.concat([parts[name], Buffer.alloc((4 - (parts[name].length % 4)) % 4)])
    offset += padded.length
    return padded
  })
  return Buffer.concat([header, ...bodies])
}
