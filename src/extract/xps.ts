/** XPS and OpenXPS (ECMA-388): the text of every page with its place, properties, pictures, whatever else is packed. */
import { at, enter } from '../place.js'
import type { Box, Extractor, Line, Page, Piece, Probe, Source, Work } from '../types.js'
import { readProperties } from './shared/ooxml/properties.js'
import { statedLine, statedPage } from './shared/stated.js'
import { readTree, within, type XmlNode } from './shared/xml/tree.js'
import { openZip, type Zip, type ZipEntry } from './shared/zip.js'

export const xps: Extractor = {
  format: 'xps',
  extensions: ['xps', 'oxps'],
  accepts: ({ entries }: Probe) => entries.some((entry) => /\.(fpage|fdseq)$/i.test(entry)),
  extract,
}

/** Letters drawn as curves take this many strokes at the least; frames and rules take fewer. */
const FEWEST_STROKES = 400

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const zip = await openZip(source, work)
  const pages = zip.entries.filter(({ name }) => /\.fpage$/i.test(name)).toSorted(inOrder)
  if (pages.length === 0)
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'xps.no-pages' } }
  for (const [index, entry] of pages.entries()) yield* pagePieces(zip, entry, index + 1, pages.length, source)
  for (const entry of zip.entries) {
    work.budget.signal.throwIfAborted()
    if (!entry.isFolder && !pages.includes(entry)) yield* besidePieces(zip, entry, source)
  }
}

/** `Pages/10.fpage` comes after `Pages/9.fpage`. */
const inOrder = (one: ZipEntry, other: ZipEntry) =>
  one.name.length - other.name.length || (one.name < other.name ? -1 : 1)

async function* pagePieces(
  zip: Zip,
  entry: ZipEntry,
  number: number,
  of: number,
  source: Source,
): AsyncGenerator<Piece> {
  const { bytes, fault } = await zip.salvage(entry)
  const { root, fault: said } = readTree(bytes)
  const nodes = root ? [...within(root)] : []
  const size = [Number(root?.attributes['Width']) || 793, Number(root?.attributes['Height']) || 1122] as const
  const place = at(source.place, { page: number, pageSize: size })
  const page: Page = {
    place,
    width: size[0],
    height: size[1],
    lines: nodes.flatMap((node) => glyphLines(node)),
    marks: [],
    reading: 'stated',
    number,
    of,
  }
  yield { kind: 'page', page }
  if (fault) yield { kind: 'gap', cause: fault.reason, place, detail: fault.said }
  if (said) yield { kind: 'gap', cause: 'corrupt', place, detail: said }
  const isMute = nodes.some(({ name, attributes }) => name === 'Glyphs' && !attributes['UnicodeString'])
  const strokes = nodes.reduce((sum, node) => sum + strokesOf(node), 0)
  if (isMute || strokes >= FEWEST_STROKES || isDrawnInDots(nodes))
    yield { kind: 'gap', cause: 'unsupported', place, detail: { code: 'xps.drawn' } }
}

const strokesOf = ({ attributes }: XmlNode) =>
  [attributes['Data'], attributes['Figures']].join(' ').match(/[cqsabl]/gi)?.length ?? 0

/** In page units of 1/96 inch: what is smaller both ways is a dot or a stretch of them, no rule and no frame. */
const DOT = 10
const [FEWEST_DOTS, FEWEST_ROWS, FEWEST_COLUMNS] = [60, 8, 20]
const DOT_PATH = /^M ?([\d.]+),([\d.]+) V ?([\d.]+) H ?([\d.]+) V ?[\d.]+ Z ?$/

/** Printers without fonts set letters as rows of small rectangles. Dotted rules have few rows or few columns. */
function isDrawnInDots(nodes: readonly XmlNode[]): boolean {
  const [rows, columns] = [new Set<number>(), new Set<number>()]
  let dots = 0
  for (const { attributes } of nodes) {
    const [, x, y, bottom, right] = (DOT_PATH.exec(attributes['Data'] ?? '') ?? []).map(Number)
    if (!(Math.abs(right! - x!) < DOT && Math.abs(bottom! - y!) < DOT)) continue
    dots += 1
    rows.add(y!)
    columns.add(x!)
  }
  return dots >= FEWEST_DOTS && rows.size >= FEWEST_ROWS && columns.size >= FEWEST_COLUMNS
}

/** One line for each element of text (12.1); `{}` before a string only says that it is no reference. */
function glyphLines({ name, attributes }: XmlNode): Line[] {
  const named = attributes['AutomationProperties.Name'] ?? attributes['AutomationProperties.HelpText']
  if (name !== 'Glyphs') return named ? [statedLine(named, { part: 'alt' })] : []
  const text = (attributes['UnicodeString'] ?? '').replace(/^\{\}/, '')
  const size = Number(attributes['FontRenderingEmSize']) || 0
  const [x, y] = [Number(attributes['OriginX']), Number(attributes['OriginY'])]
  const isClear =
    /^#00[\da-f]{6}$/i.test(attributes['Fill'] ?? '') || Number(attributes['Opacity'] ?? 1) < 0.05
  const line = statedLine(text, { size, ...(isClear && { hiddenBy: 'transparent' }) })
  const isMoved = attributes['RenderTransform'] !== undefined
  const width =
    [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' || letter === '★' ? 1 : 0.55), 0) * size
  const box: Box = [x, y - size * 0.85, width, size]
  if (text.trim() === '') return []
  return isMoved || !box.every(Number.isFinite)
    ? [line]
    : [{ ...line, spans: line.spans.map((span) => ({ ...span, box })) }]
}

const silent = /(\.(rels|fdoc|fdseq|odttf)|\[content_types\]\.xml|printticket[^/]*\.xml)$/i

async function* besidePieces(zip: Zip, entry: ZipEntry, source: Source): AsyncGenerator<Piece> {
  const place = enter(source.place, { name: entry.name })
  if (
    /(^|\/)core(-properties)?[^/]*\.(xml|psmdcp)$/i.test(entry.name) ||
    /docprops\/.*\.xml$/i.test(entry.name)
  ) {
    const { found, fault } = readProperties((await zip.salvage(entry)).bytes)
    const lines = found.map(({ label, text }) => statedLine(text, { part: 'metadata', label }))
    if (lines.length > 0)
      yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), lines) }
    if (fault) yield { kind: 'gap', cause: 'corrupt', place, detail: fault }
  } else if (silent.test(entry.name)) {
    const code = /odttf$/i.test(entry.name) ? 'docx.font' : 'docx.helper'
    yield { kind: 'inert', place, detail: { code } }
  } else {
    const role = /\.(png|jpe?g|tiff?|wdp|jxr)$/i.test(entry.name) ? 'picture' : 'attachment'
    yield { kind: 'part', role, source: zip.source(entry, { part: role }) }
  }
}
