/** What the PDF extractor said, one span per line: `+` continues the line above it. Boxes in whole points. */
import { Uninspectable } from '../../../src/errors.js'
import { pdf } from '../../../src/extract/pdf.js'
import { say } from '../../../src/phrases/index.js'
import { innermost, trail } from '../../../src/place.js'
import type { Box, Line, Page, Piece, Phrase, Source, Work } from '../../../src/types.js'

export async function dumpPdf(source: Source, work: Work): Promise<string> {
  const said: string[] = []
  try {
    for await (const piece of pdf.extract(source, work)) said.push(...dumpPiece(piece))
  } catch (error) {
    if (!(error instanceof Uninspectable)) throw error
    said.push(`GAP ${error.reason} | ${inChinese(error.said)}`)
  }
  return `${said.join('\n')}\n`
}

function dumpPiece(piece: Piece): string[] {
  if (piece.kind === 'page') return dumpPage(piece.page)
  if (piece.kind === 'part')
    return [`PART ${piece.role} ${trail(piece.source.place)} | ${piece.source.size} bytes`]
  if (piece.kind === 'note') return [`NOTE | ${inChinese(piece.detail)}`]
  const { name, page } = innermost(piece.place)
  const kind = piece.kind === 'gap' ? `GAP ${piece.cause}` : piece.kind.toUpperCase()
  return [`${kind} ${name}${page === undefined ? '' : ` p.${page}`} | ${inChinese(piece.detail)}`]
}

function dumpPage(page: Page): string[] {
  const size = page.width === undefined ? '' : ` ${page.width}×${page.height}`
  const dpi = page.pixels ? ` ${Math.round(page.pixels.naturalScale * 72)}dpi` : ''
  const pictures = (page.pictures ?? []).map((box) => `  picture ${written(box)}`)
  const head = page.number === undefined ? 'DOCUMENT' : `PAGE ${page.number}/${page.of}`
  return [`${head} ${page.reading}${size}${dpi}`, ...pictures, ...page.lines.flatMap(dumpLine)]
}

function dumpLine(line: Line): string[] {
  const where = `${line.part ?? 'body'}${line.label ? `/${line.label}` : ''}${line.vertical ? ' vertical' : ''}`
  return line.spans.map((span, index) => {
    const sight = span.hiddenBy ? `${span.sight}:${span.hiddenBy}` : span.sight
    const type =
      span.size === undefined ? '' : ` ${Math.round(span.size * 10) / 10}pt${span.bold ? ' bold' : ''}`
    const box = span.box ? ` ${written(span.box)}` : ''
    return `${index > 0 ? '  +' : '  -'} ${where} ${span.channel} ${sight}${type}${box} | ${span.text.replaceAll('\n', '⏎')}`
  })
}

const written = (box: Box) => `[${box.map((value) => Math.round(value)).join(' ')}]`
const inChinese = (said: Phrase) => say(said, 'zh')
