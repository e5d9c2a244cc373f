/** Whether a candidate is one of a run of short entries: a navigation bar, a list of tags. */
import { gapsBetween, lineOf } from '../view.js'
import type { Reading } from './cues.js'
import type { Bench } from './matcher.js'
import type { Candidate } from './candidate.js'

/** Longer entries are titles or sentences. */
const longest = 8
/** Entries beside the candidate: so many where one is a word of menus, so many where none is. */
const [fewestKnown, fewest] = [2, 5]

/**
 * The lines around it without a break, or the columns of its line, are entries of this kind. Over the head of an official
 * document (`headed`) the last entry of a run is no entry: marks stand right under menus there.
 */
export function isInMenu(bench: Bench, candidate: Candidate, reading: Reading, headed: boolean): boolean {
  const own = entriesOfRow(bench, candidate)
  const below = own.length > 1 ? [] : linesFrom(bench, candidate, 1)
  if (own.length <= 1 && headed && below.length === 0) return false
  const entries = own.length > 1 ? own : [...linesFrom(bench, candidate, -1), ...below]
  const beside = entries.filter((entry) => isEntry(entry, reading))
  if (own.length > 1 && beside.length < entries.length) return false
  const known = beside.some((entry) => reading.menu.test(entry))
  return beside.length >= (known ? fewestKnown : fewest)
}

const words = /^[\p{Script=Han}A-Za-z]+$/u
const bare = (text: string): string => text.replace(/[\s|·•>»\-_/\\[\]()【】]/gu, '')

/** Words alone: no figures, no punctuation, nothing that stands in the head of an official document. */
function isEntry(text: string, reading: Reading): boolean {
  if (text.length < 2 || text.length > longest || !words.test(text)) return false
  if (reading.officialHead.test(text) || reading.label?.test(text)) return false
  return reading.companionStart.exec(text)?.[0].length !== text.length
}

/** The other columns of its line. */
function entriesOfRow(bench: Bench, candidate: Candidate): string[] {
  const { view } = bench
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

/** Lines above (-1) or below it, as far as they are short words. */
function linesFrom(bench: Bench, candidate: Candidate, step: 1 | -1): string[] {
  const { view } = bench
  const { part, cell } = lineOf(view, candidate.row)
  const found: string[] = []
  for (let away = 1; away <= longest; away += 1) {
    const index = (step < 0 ? candidate.row : candidate.lastRow) + step * away
    const row = view.rows[index]
    if (!row || row.end - row.start > 2 * longest) break
    const line = lineOf(view, index)
    if (line.part !== part || line.cell?.table !== cell?.table) break
    const text = bare(view.text.slice(row.start, row.end))
    if (text.length > longest || !words.test(text)) break
    found.push(text)
  }
  return found
}
