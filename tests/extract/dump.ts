/** What an extractor said about one fixture, one span per line, for reading and comparing. */
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { openBudget } from '../../src/budget.js'
import { Uninspectable } from '../../src/errors.js'
import { enter, innermost, placeOf, trail } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import { say } from '../../src/phrases/index.js'
import type { Extractor, Line, Page, Piece, Place, Source, Work } from '../../src/types.js'

/** A file as a Source whose links lead to the files beside it. */
export async function fileSource(
  path: string,
  place: Place = placeOf({ name: basename(path) }),
): Promise<Source> {
  const source = memorySource(place, new Uint8Array(await readFile(path)))
  const sibling = async (href: string) => {
    const target = join(dirname(path), decodeURIComponent(href.split(/[?#]/, 1)[0]!))
    const found = await stat(target).catch(() => null)
    return found?.isFile() ? fileSource(target, enter(place, { name: href })) : null
  }
  return { ...source, sibling }
}

export const openWork = (): Work => ({ budget: openBudget() })

/** Everything the extractor yields; what it throws on purpose becomes the last line. */
export async function dump(extractor: Extractor, source: Source, work: Work = openWork()): Promise<string> {
  const lines: string[] = []
  try {
    for await (const piece of extractor.extract(source, work)) lines.push(...dumpPiece(piece))
  } catch (error) {
    if (!(error instanceof Uninspectable)) throw error
    lines.push(`[${trail(source.place)}] GAP ${error.reason} | ${say(error.said, 'zh')}`)
  }
  return lines.join('\n') + '\n'
}

export function dumpPiece(piece: Piece): string[] {
  if (piece.kind === 'page') return dumpPage(piece.page)
  if (piece.kind === 'part')
    return [
      `[${where(piece.source.place)}] PART ${piece.role} ${piece.source.size} bytes${shownOf(piece.source)}`,
    ]
  const said = say(piece.detail, 'zh')
  if (piece.kind === 'note') return [`NOTE | ${said}`]
  const kind =
    piece.kind === 'gap' ? `GAP ${piece.cause}` : piece.kind === 'remark' ? `REMARK ${piece.remark}` : 'INERT'
  return [`[${where(piece.place)}] ${kind} | ${said}`]
}

function shownOf({ shown }: Source): string {
  const boxes = (shown ?? []).map((box) => box.map((side) => Math.round(side * 100) / 100).join(','))
  return boxes.length > 0 ? `, shown: ${boxes.join(' and ')}` : ''
}

function dumpPage(page: Page): string[] {
  const size = page.width === undefined ? '' : ` ${page.width}×${page.height}`
  const hidden = page.hiddenBy ? ` hidden:${page.hiddenBy}` : ''
  const number =
    page.number === undefined ? '' : ` ${page.number}${page.of === undefined ? '' : `/${page.of}`}`
  const head = `[${where(page.place)}] PAGE${number} ${page.reading}${size}${hidden}`
  return [head, ...page.lines.flatMap((line) => dumpLine(page.place, line))]
}

function dumpLine(place: Place, line: Line): string[] {
  const cell = line.cell ? ` ${line.cell.table}:${line.cell.row},${line.cell.column}` : ''
  const label = line.label === undefined ? '' : `/${line.label}`
  const at =
    line.at?.line === undefined
      ? cellOf(line)
      : ` @${line.at.line}${line.at.column ? `:${line.at.column}` : ''}`
  const flow = line.paragraph === undefined ? '' : ` ¶${line.paragraph}`
  return line.spans.map((span) => {
    const type = `${span.size === undefined ? '' : ` ${span.size}pt`}${span.bold ? ' bold' : ''}`
    const fits = span.fitted ? ' fits' : ''
    const sight = span.hiddenBy ? `${span.sight}:${span.hiddenBy}${fits}` : span.sight
    const text = span.text.replaceAll('\n', '⏎')
    return `[${trail(place)} ${line.part ?? 'body'}${label}${cell}${at}${flow}] ${span.channel} ${sight}${type} | ${text}`
  })
}

function cellOf({ at }: Line): string {
  return at?.sheet === undefined ? '' : ` ${at.sheet}${at.cell ? `!${at.cell}` : ''}`
}

function where(place: Place): string {
  const { part, page, label, line, sheet } = innermost(place)
  const finer = [
    part,
    sheet,
    page === undefined ? '' : `p.${page}`,
    label,
    line === undefined ? '' : `@${line}`,
  ]
  return [trail(place), ...finer.filter(Boolean)].join(' ')
}
