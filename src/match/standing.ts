/** Where a candidate stands: kind of place, region of the page, order among its rows, type, visibility. */
import type { Box, Line, Span, Standing } from '../types.js'
import { boxOf, homeOf, lineOf, passageOf, rowAt, spanOf } from '../view.js'
import { type Bench, remember } from './matcher.js'

/** A stretch of text under judgement. */
export interface Candidate {
  readonly start: number
  readonly end: number
  /** First and last row it touches. */
  readonly row: number
  readonly lastRow: number
}

export function candidateAt(bench: Bench, start: number, end: number): Candidate {
  return { start, end, row: rowAt(bench.view, start), lastRow: rowAt(bench.view, end - 1) }
}

const partStanding: Readonly<Record<string, Standing>> = {
  header: 'header',
  footer: 'footer',
  comment: 'comment',
  annotation: 'comment',
  textbox: 'textbox',
  metadata: 'property',
  name: 'file-name',
  title: 'label',
  alt: 'label',
  bookmark: 'label',
  'page-label': 'label',
  'sheet-name': 'file-name',
  notes: 'label',
  master: 'label',
  form: 'label',
  attachment: 'label',
  code: 'code',
  link: 'link',
}

export function spanAt(bench: Bench, candidate: Candidate): Span {
  return spanOf(bench.view, homeOf(bench.view, candidate.start))!
}

/** Everything about place that speaks for or against a candidate. */
export function standingsOf(bench: Bench, candidate: Candidate, alone: boolean): Standing[] {
  const line = lineOf(bench.view, candidate.row)
  const span = spanAt(bench, candidate)
  const found: Standing[] = []
  const place = placeStanding(line, span)
  if (place) found.push(place)
  const unseen = sightStanding(span)
  if (unseen && unseen !== place) found.push(unseen)
  const { fragment } = bench.view.rows[candidate.row]!
  if (alone && !fragment && isBody(line)) found.push(...regionStandings(bench, candidate, line))
  found.push(...typeStandings(bench, span))
  return found
}

function placeStanding(line: Line, span: Span): Standing | null {
  if (span.channel === 'name') return 'file-name'
  const place = partStanding[line.part ?? 'body']
  if (place) return place
  return span.channel === 'metadata' ? 'property' : null
}

/** Why it is not visible. Text layers of scans and markup are unseen by design, which says nothing. */
function sightStanding(span: Span): Standing | null {
  if (span.sight === 'visible' || span.hiddenBy === 'ocr-layer' || span.hiddenBy === 'markup') return null
  if (span.sight !== 'hidden') return 'covered'
  if (span.hiddenBy === 'comment') return 'comment'
  return span.hiddenBy?.endsWith('revision') ? 'deleted' : 'hidden'
}

export function isBody(line: Line): boolean {
  const { part } = line
  return part === undefined || part === 'body' || part === 'cell' || part === 'textbox'
}

/** Of the first fifteen visible body rows of the page (of the document in a picture) which this is; else 99. */
function orderOf(bench: Bench, row: number): number {
  const { rows, page } = bench.view
  const sheet = lineOf(bench.view, row).sheetInPicture ?? 0
  let order = 0
  for (let at = 0; at < row; at += 1) {
    const line = page.lines[rows[at]!.line]!
    if (rows[at]!.fragment || rows[at]!.continues) continue
    if (!isBody(line) || (line.sheetInPicture ?? 0) !== sheet) continue
    order += 1
    if (order >= 15) return 99
  }
  return order
}

/** Box of the document the row belongs to: the page, or one of several in a picture. */
function frameOf(bench: Bench, line: Line): Box | null {
  const { width, height, lines } = bench.view.page
  if (!width || !height) return null
  const sheet = line.sheetInPicture
  if (sheet === undefined || !lines.some((other) => (other.sheetInPicture ?? 0) !== sheet))
    return bench.view.page.frame ?? [0, 0, width, height]
  return remember(bench, `frame/${sheet}`, () =>
    inked(lines.filter((other) => other.sheetInPicture === sheet)),
  )
}

function inked(lines: readonly Line[]): Box | null {
  const boxes = lines.flatMap((line) => line.spans.map((span) => span.box)).filter((box) => box !== null)
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map((box) => box[0]))
  const top = Math.min(...boxes.map((box) => box[1]))
  const right = Math.max(...boxes.map((box) => box[0] + box[2]))
  const bottom = Math.max(...boxes.map((box) => box[1] + box[3]))
  return [left, top, right - left, bottom - top]
}

/**
 * Head of the page: the first fifteen body rows, or the upper 30 % (marks stand in the upper 70 mm of 297,
 * GB/T 9704-2012 7.2; the letter format puts them lower). Later pages of a document have a smaller head.
 */
function regionStandings(bench: Bench, candidate: Candidate, line: Line): Standing[] {
  const found: Standing[] = []
  const order = orderOf(bench, candidate.row)
  const firstPage = (bench.view.page.number ?? 1) === 1
  const frame = frameOf(bench, line)
  const box = frame ? boxOf(bench.view, candidate.start, Math.min(candidate.end, candidate.start + 64)) : null
  const tall = frame !== null && frame[3] > 2.2 * frame[2]
  if (!frame || !box || tall) {
    if (order < 3) found.push(firstPage ? 'first-lines' : 'page-head')
    else if (order < 15 && firstPage) found.push('page-head')
    return found
  }
  const x = (box[0] + box[2] / 2 - frame[0]) / frame[2]
  const y = (box[1] + box[3] / 2 - frame[1]) / frame[3]
  if (order < 3 && y < 0.4) found.push(firstPage ? 'first-lines' : 'page-head')
  else if (y < (firstPage ? 0.3 : 0.15)) found.push('page-head')
  if (y < 0.3 && x < 0.4) found.push('top-left')
  else if (y < 0.3 && x > 0.6) found.push('top-right')
  if (y < 0.07 || y > 0.93) found.push('page-edge')
  return found
}

function typeStandings(bench: Bench, span: Span): Standing[] {
  const found: Standing[] = []
  const usual = remember(bench, 'usual type size', () => usualSize(bench))
  if (span.size && usual && span.size >= usual * 1.25) found.push('large-type')
  if (span.bold) found.push('bold')
  return found
}

/** The middle size of the page's visible spans; 0 when no size is known. */
function usualSize(bench: Bench): number {
  const sizes: number[] = []
  for (const line of bench.view.page.lines.slice(0, 400))
    for (const span of line.spans) if (span.size && span.sight === 'visible') sizes.push(span.size)
  sizes.sort((one, other) => one - other)
  return sizes[sizes.length >> 1] ?? 0
}

/** True: one of the last six passages of the page. */
export function isAtFoot(bench: Bench, candidate: Candidate): boolean {
  const { rows } = bench.view
  let [, last] = passageOf(bench.view, candidate.lastRow)
  let after = 0
  while (last + 1 < rows.length && after < 6) {
    ;[, last] = passageOf(bench.view, last + 1)
    after += 1
  }
  return after < 6
}
