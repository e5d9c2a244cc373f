/** Whether a candidate is one of a run of short entries: a navigation bar, a list of tags. */
import { gapsBetween, lineOf } from '../../view.js'
import { boxOf } from '../../view-box.js'
import type { CuePatterns } from '../cues.js'
import type { MatchContext } from '../matcher.js'
import type { Candidate } from '../candidate.js'

/** Longer entries are titles or sentences. */
const longest = 8
/** Entries beside the candidate: so many where one is a word of menus, so many where none is. */
const [fewestKnown, fewest] = [2, 5]
/** Short lines between a mark and the number of its document: urgency, the organ's name. */
const linesOfHead = 2

/**
 * The lines around it without a break, or the columns of its line, are entries of this kind. Over the head of an official
 * document (`headed`) or over a title the last entry of a run is no entry: marks stand right under menus there.
 */
export function isInMenu(
  context: MatchContext,
  candidate: Candidate,
  reading: CuePatterns,
  headed: boolean,
): boolean {
  if (!words.test(bare(context.view.text.slice(candidate.start, candidate.end)))) return false
  const row = entriesOfRow(context, candidate)
  if (row.length > 1) return row.every((entry) => isEntry(entry, reading)) && isMenu(row, reading)
  const below = linesFrom(context, candidate, 1)
  const isHead = below.length <= linesOfHead && !below.some((entry) => reading.menu.test(entry))
  if (isHead && (headed || isTitle(context, candidate.lastRow + below.length + 1, reading))) return false
  const entries = [...linesFrom(context, candidate, -1), ...below]
  return isMenu(
    entries.filter((entry) => isEntry(entry, reading)),
    reading,
  )
}

function isTitle({ view }: MatchContext, index: number, reading: CuePatterns): boolean {
  const row = view.rows[index]
  return (
    row !== undefined &&
    row.end - row.start <= 60 &&
    reading.title.test(view.text.slice(row.start, row.end).trim())
  )
}

function isMenu(entries: readonly string[], reading: CuePatterns): boolean {
  const known = entries.some((entry) => reading.menu.test(entry))
  return entries.length >= (known ? fewestKnown : fewest)
}

const words = /^[\p{Script=Han}A-Za-z]+$/u
const bare = (text: string): string => text.replace(/[\s|·•>»\-_/\\[\]()【】]/gu, '')
const isBracketed = (text: string): boolean => /^\s*[[(【]/u.test(text)
/** A whole bar on one line, or the trail of a page (`首页 > 政务公开 > 正文`): nothing after it belongs to it. */
const isBar = (text: string): boolean => /[^\s|>»›][ ]?[|>»›][ ]?[^\s|>»›]/u.test(text)

/** Words alone: no figures, no punctuation, nothing that stands in the head of an official document. */
function isEntry(text: string, reading: CuePatterns): boolean {
  if (text.length < 2 || text.length > longest || !words.test(text)) return false
  if (reading.officialHead.test(text) || reading.label?.test(text)) return false
  return reading.companionStart.exec(text)?.[0].length !== text.length
}

/** The other columns of its line. */
function entriesOfRow(context: MatchContext, candidate: Candidate): string[] {
  const { view } = context
  const { start, end } = view.rows[candidate.row]!
  if (candidate.lastRow !== candidate.row || end - start > 120) return []
  const [from, to] = gapsBetween(view, start, end)
  const cuts = [start]
  for (let gap = from; gap < to; gap += 1) if (view.gapWidth[gap]! >= 1) cuts.push(view.gapAt[gap]!)
  const columns = cuts.flatMap((cut, index) => {
    const column = view.text.slice(cut, cuts[index + 1] ?? end)
    return column.split('|')
  })
  const own = bare(view.text.slice(candidate.start, candidate.end))
  return columns.map(bare).filter((column) => column !== '' && column !== own)
}

/** Lines above (-1) or below it, as far as they are short words written and set as it is. */
function linesFrom(context: MatchContext, candidate: Candidate, step: 1 | -1): string[] {
  const { view } = context
  const first = step < 0 ? candidate.row : candidate.lastRow
  const { part, cell } = lineOf(view, candidate.row)
  const rowText = (row: number): string => view.text.slice(view.rows[row]!.start, view.rows[row]!.end)
  const bracketed = isBracketed(rowText(candidate.row))
  const found: string[] = []
  for (let away = 1; away <= longest; away += 1) {
    const index = first + step * away
    const row = view.rows[index]
    if (!row || row.end - row.start > 2 * longest) break
    const line = lineOf(view, index)
    if (line.part !== part || line.cell?.table !== cell?.table) break
    const text = rowText(index)
    const entry = bare(text)
    if (entry.length > longest || !words.test(entry) || isBar(text)) break
    if (isBracketed(text) !== bracketed || !isInLine(context, index - step, index)) break
    found.push(entry)
  }
  return found
}

/** The farthest two entries stand apart, in heights of their type; side by side they stand on one height. */
const [pitch, stride, sameHeight] = [4, 12, 0.5]

/** Entries stand side by side or one under the other, at one edge or about one middle; names scattered over a map do not. */
function isInLine({ view }: MatchContext, one: number, other: number): boolean {
  const [first, second] = [view.rows[one]!, view.rows[other]!]
  const box = boxOf(view, first.start, first.end)
  const next = boxOf(view, second.start, second.end)
  if (!box || !next) return true
  const size = Math.max(box[3], next[3])
  const aside = Math.abs(box[0] - next[0])
  const middle = Math.abs(box[0] + box[2] / 2 - next[0] - next[2] / 2)
  const drop = Math.abs(box[1] - next[1])
  if (drop < sameHeight * size) return aside < stride * size
  return Math.min(aside, middle) < size && drop < pitch * size
}
