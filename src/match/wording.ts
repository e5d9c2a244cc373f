/** How a candidate is worded into its surroundings: alone, in a sentence, quoted, listed, glued to a word. */
import type { Cues, Standing } from '../types.js'
import { gapBefore, gapsBetween, lineOf, passageOf } from '../view.js'
import type { Bench } from './matcher.js'
import { type Candidate, isBody } from './standing.js'

/** Cues as regular expressions, made once a rule. */
export interface Reading {
  readonly companions: RegExp
  readonly companionStart: RegExp
  readonly label: RegExp | null
  readonly example: RegExp
  readonly introduction: RegExp
  readonly numbering: RegExp
  readonly topic: RegExp
  readonly officialHead: RegExp
  readonly copyNumber: RegExp
  readonly listAfter: RegExp | null
  readonly listBefore: RegExp | null
  readonly peer: RegExp | null
}

const joint = String.raw`[、/|;或和及与]|以及|或者`
const trim = String.raw`[\s()\[\]【】〔〕「」『』"'“”‘’《》级件]*`

export function readCues(cues: Cues): Reading {
  const peers = cues.peers
  return {
    companions: new RegExp(cues.companions, 'gu'),
    companionStart: new RegExp(`^(?:${cues.companions})`, 'u'),
    label: cues.labels ? new RegExp(`^(?:${cues.labels})[:：]?$`, 'u') : null,
    example: new RegExp(cues.example, 'u'),
    introduction: new RegExp(`(?:${cues.introduction})$`, 'u'),
    numbering: new RegExp(`^(?:${cues.numbering})$`, 'u'),
    topic: new RegExp(cues.topic, 'gu'),
    officialHead: new RegExp(cues.officialHead, 'u'),
    copyNumber: new RegExp(cues.copyNumber, 'u'),
    listAfter: peers ? new RegExp(`^${trim}(?:${joint})${trim}.{0,3}?(?:${peers})`, 'u') : null,
    listBefore: peers ? new RegExp(`(?:${peers}).{0,10}?(?:${joint})${trim}$`, 'u') : null,
    peer: peers ? new RegExp(`^(?:${cues.numbering})?(?:${peers})`, 'u') : null,
  }
}

const decoration = /[\s()[\]【】〔〕「」『』<>〈〉"'|_\-—–=·•*#:.。,，、;/\\~★☆^>]/gu

export interface Wording {
  readonly standings: readonly Standing[]
  /** Nothing of a sentence on its line or in its column of the line. */
  readonly alone: boolean
}

export function wordingOf(bench: Bench, candidate: Candidate, reading: Reading): Wording {
  const [left, right, outer] = surroundings(bench, candidate, reading)
  const found: Standing[] = []
  const residue = left + right
  const numbered = right === '' && left !== '' && reading.numbering.test(left)
  const alone = residue === '' || numbered
  if (numbered) found.push('numbered')
  if (alone) found.push(outer ? 'alone-in-segment' : aloneKind(bench, candidate))
  else if (isTitleEnd(bench, candidate, left, right)) found.push('title-end')
  else found.push(inComment(bench, candidate) ? 'in-comment-sentence' : 'in-sentence')
  if (alone && isRunning(bench, candidate)) found.push('running')
  found.push(...quoteStandings(bench, candidate, alone))
  if (isListed(bench, candidate, reading)) found.push('listed')
  if (hasExample(bench, candidate, reading, alone)) found.push('example')
  if (alone && isIntroduced(bench, candidate, reading)) found.push('introduced')
  return { standings: found, alone }
}

/** Columns of white space that set a candidate apart: wider than the spacing inside it. */
function apartWidth(bench: Bench, candidate: Candidate): number {
  const { view } = bench
  const [from, to] = gapsBetween(view, candidate.start, candidate.end)
  let inner = 0
  for (let index = from; index < to; index += 1) inner = Math.max(inner, view.gapWidth[index]!)
  return inner
}

/** What is left of the line on either side once companions and decoration are taken away. */
function surroundings(
  bench: Bench,
  candidate: Candidate,
  reading: Reading,
): readonly [left: string, right: string, outer: boolean] {
  const { view } = bench
  const rowStart = view.rows[candidate.row]!.start
  const rowEnd = view.rows[candidate.lastRow]!.end
  const [from, to] = segmentOf(bench, candidate, rowStart, rowEnd)
  const bare = (start: number, end: number): string => strip(view.text.slice(start, end), reading)
  const outer = bare(rowStart, from) !== '' || bare(to, rowEnd) !== ''
  return [bare(from, candidate.start), bare(candidate.end, to), outer]
}

function strip(text: string, reading: Reading): string {
  if (text.length > 400) return text
  return text.replace(reading.companions, ' ').replace(decoration, '')
}

/** The column of the line the candidate stands in: up to the next wide gap, bar, or delimiter of a name. */
function segmentOf(
  bench: Bench,
  candidate: Candidate,
  rowStart: number,
  rowEnd: number,
): readonly [from: number, to: number] {
  const { view } = bench
  const wide = Math.max(2, apartWidth(bench, candidate) + 1)
  const named = isNameLike(bench, candidate)
  const divides = (at: number): boolean => {
    const character = view.text[at]!
    return character === '|' || (named && '_-—()[]【】.,;+ '.includes(character))
  }
  let from = candidate.start
  while (from > rowStart && gapBefore(view, from) < wide && !divides(from - 1)) from -= 1
  let to = candidate.end
  while (to < rowEnd && gapBefore(view, to) < wide && !divides(to)) to += 1
  return [from, to]
}

function isNameLike(bench: Bench, candidate: Candidate): boolean {
  const line = lineOf(bench.view, candidate.row)
  return line.spans[0]?.channel === 'name' || line.part === 'name' || line.part === 'sheet-name'
}

function inComment(bench: Bench, candidate: Candidate): boolean {
  const { part } = lineOf(bench.view, candidate.row)
  return part === 'comment' || part === 'annotation'
}

/** A cell among other filled cells says less than a line of its own. */
function aloneKind(bench: Bench, candidate: Candidate): Standing {
  const { view } = bench
  if (view.rows[candidate.row]!.fragment) return 'alone-in-segment'
  const { cell } = lineOf(view, candidate.row)
  if (!cell) return 'alone-on-line'
  const neighbour = (row: number): boolean => {
    const other = view.rows[row] && lineOf(view, row).cell
    return other?.table === cell.table && other.row === cell.row && other.column !== cell.column
  }
  return neighbour(candidate.row - 1) || neighbour(candidate.lastRow + 1) ? 'alone-in-cell' : 'alone-on-line'
}

/** `关于…的方案（秘密）`: in brackets at the end of a line that is no sentence. */
function isTitleEnd(bench: Bench, candidate: Candidate, left: string, right: string): boolean {
  const { view } = bench
  const [first, last] = passageOf(view, candidate.row)
  if (right !== '' || left === '' || first !== last) return false
  const bracketed = /^[([【〔].*[)\]】〕]/u.test(view.text.slice(candidate.start, candidate.end))
  const row = view.rows[candidate.row]!
  const before = view.text.slice(row.start, candidate.start)
  return bracketed && before.length <= 60 && !/[,，。;；!！?？:：]/u.test(before)
}

/** True: the line is only where a sentence happened to break. */
function isRunning(bench: Bench, candidate: Candidate): boolean {
  const { view } = bench
  const [first, last] = passageOf(view, candidate.row)
  if (first < candidate.row || last > candidate.lastRow) return true
  return isHardWrapped(bench, candidate.row)
}

const columns = (text: string): number => {
  let width = 0
  for (let index = 0; index < text.length; index += 1) width += text.charCodeAt(index) > 0x2e7f ? 2 : 1
  return width
}

/** Plain text broken by hand at a fixed width: the line before is full, and others are as long as it. */
function isHardWrapped(bench: Bench, row: number): boolean {
  const { view } = bench
  const before = view.rows[row - 1]
  if (!before || !isPlain(bench, row) || !isPlain(bench, row - 1)) return false
  const text = view.text.slice(before.start, before.end)
  if (text.length > 120 || /[。！？；!?;：:][”"’』」)]?$/u.test(text)) return false
  const width = columns(text)
  if (width < 30) return false
  let companions = 0
  for (let near = Math.max(0, row - 9); near < Math.min(view.rows.length, row + 9); near += 1) {
    if (near === row || near === row - 1) continue
    const other = columns(
      view.text.slice(view.rows[near]!.start, Math.min(view.rows[near]!.end, before.end + 400)),
    )
    if (other > width + 2) return false
    if (other >= width - 2) companions += 1
  }
  return companions >= 2
}

function isPlain(bench: Bench, row: number): boolean {
  const line = lineOf(bench.view, row)
  return isBody(line) && !line.cell && line.spans[0]?.box === null
}

const openers = '“‘『「《〈'
const closers = '”’』」》〉'

/** The quotation marks a candidate stands between, if any, within 40 characters either way. */
function quoteStandings(bench: Bench, candidate: Candidate, alone: boolean): Standing[] {
  const { view } = bench
  const [first, last] = passageOf(view, candidate.row)
  const left = view.text.slice(Math.max(view.rows[first]!.start, candidate.start - 40), candidate.start)
  const right = view.text.slice(candidate.end, Math.min(view.rows[last]!.end, candidate.end + 40))
  const opened = openQuotes(left)
  const found: Standing[] = []
  for (const opener of opened) {
    if (!right.includes(closers[openers.indexOf(opener)]!)) continue
    const work = opener === '《' || opener === '〈'
    const corner = opener === '「' || opener === '『'
    if (corner && alone) continue
    found.push(work ? 'work-title' : 'quoted')
  }
  if (!alone && /["']$/.test(left) && /^["']/.test(right)) found.push('quoted')
  return [...new Set(found)]
}

function openQuotes(left: string): string[] {
  const stack: string[] = []
  for (const character of left) {
    if (openers.includes(character)) stack.push(character)
    else if (closers.includes(character)) stack.pop()
  }
  return stack
}

/** Joined to another word of its kind by 、 or 或, or one of three such words in successive lines. */
function isListed(bench: Bench, candidate: Candidate, reading: Reading): boolean {
  if (!reading.listAfter || !reading.listBefore) return false
  const { view } = bench
  const [first, last] = passageOf(view, candidate.row)
  const before = view.text.slice(Math.max(view.rows[first]!.start, candidate.start - 24), candidate.start)
  const after = view.text.slice(candidate.end, Math.min(view.rows[last]!.end, candidate.end + 24))
  if (reading.listAfter.test(after) || reading.listBefore.test(before)) return true
  return successivePeers(bench, candidate, reading) >= 3
}

/** Different words of the kind that open the lines around, this one included; in a table, its row or column. */
function successivePeers(bench: Bench, candidate: Candidate, reading: Reading): number {
  const { view } = bench
  const { cell } = lineOf(view, candidate.row)
  const beside = new Set<string>()
  const words = new Map<string, number>()
  const reach = cell ? 40 : 4
  for (let near = Math.max(0, candidate.row - reach); near <= candidate.row + reach; near += 1) {
    const row = view.rows[near]
    if (!row) break
    const other = lineOf(view, near).cell
    if (other?.table !== cell?.table) continue
    const word = peerIn(view.text.slice(row.start, Math.min(row.end, row.start + 24)), reading)
    if (!word) continue
    if (cell && other?.row === cell.row) beside.add(word)
    if (other?.column === cell?.column) words.set(word, (words.get(word) ?? 0) + 1)
  }
  if (beside.size >= 3) return beside.size
  if (cell && [...words.values()].some((count) => count > 1)) return 0
  return words.size
}

/** The word of its kind a short line consists of, give or take a term or a number. */
function peerIn(line: string, reading: Reading): string | null {
  const text = line.replace(decoration, '')
  const word = reading.peer?.exec(text)?.[0]
  return word && text.length - word.length <= 8 ? word : null
}

function hasExample(bench: Bench, candidate: Candidate, reading: Reading, alone: boolean): boolean {
  const { view } = bench
  const [first, last] = passageOf(view, candidate.row)
  const reach = alone ? 0 : 30
  const from = Math.max(
    view.rows[first]!.start,
    alone ? view.rows[candidate.row]!.start : candidate.start - reach,
  )
  const to = Math.min(view.rows[last]!.end, candidate.end + 30)
  return reading.example.test(
    view.text.slice(from, candidate.start) + '\u0000' + view.text.slice(candidate.end, to),
  )
}

/** The line before ends in a colon or in 如下, and is no label whose value this is. */
function isIntroduced(bench: Bench, candidate: Candidate, reading: Reading): boolean {
  const { view } = bench
  const before = view.rows[candidate.row - 1]
  if (!before || view.rows[candidate.row]!.fragment) return false
  const [line, previous] = [lineOf(view, candidate.row), lineOf(view, candidate.row - 1)]
  if (line.part !== previous.part || line.cell || previous.cell) return false
  const text = view.text.slice(Math.max(before.start, before.end - 60), before.end).replace(/\s+$/u, '')
  return reading.introduction.test(text) && !reading.label?.test(text.replace(/\s/gu, ''))
}

/** True: another character of a word touches the candidate where none may. */
export function isGlued(bench: Bench, candidate: Candidate, ends: string, reading: Reading): boolean {
  const { view } = bench
  const inner = apartWidth(bench, candidate)
  const rowStart = view.rows[candidate.row]!.start
  const { start, end } = candidate
  const wordy = (at: number): boolean => /[\p{L}\p{N}]/u.test(view.text[at] ?? '\n')
  const joinedLeft = start > rowStart && wordy(start - 1) && wordy(start) && gapBefore(view, start) <= inner
  if (ends !== 'end' && joinedLeft) return true
  if (ends === 'start' || !wordy(end) || !wordy(end - 1) || gapBefore(view, end) > inner) return false
  return !reading.companionStart.test(view.text.slice(end, end + 24))
}
