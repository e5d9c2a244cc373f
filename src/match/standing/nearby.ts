/** What stands near a candidate: other words, the head of an official document, the subject of the text. */
import type { Beside, Condition, Standing } from '../../types.js'
import { lineOf, passageOf } from '../../view.js'
import { checks } from '../checks/index.js'
import { type MatchContext, remember } from '../matcher.js'
import { type Candidate, isBody } from '../candidate.js'
import type { CuePatterns } from '../cues.js'

export interface CompiledBeside {
  readonly beside: Beside
  readonly pattern: RegExp
}

export function compileBeside(list: readonly Beside[] = []): CompiledBeside[] {
  return list.map((beside) => ({ beside, pattern: new RegExp(beside.pattern, 'gu') }))
}

const reach = { row: [0, 0], near: [12, 12], above: [8, 0], below: [0, 8] } as const

/** The text a `Beside` looks into; at most 4,000 characters, the candidate itself taken out. */
function textNear(context: MatchContext, candidate: Candidate, within: Beside['within']): string {
  const { view } = context
  const around = (from: number, to: number): string =>
    view.text.slice(Math.max(from, candidate.start - 2000), candidate.start) +
    '\u0000' +
    view.text.slice(candidate.end, Math.min(to, candidate.end + 2000))
  if (within === 'page') return around(0, view.text.length)
  const [up, down] = reach[within]
  const [first] = passageOf(view, Math.max(0, candidate.row - up))
  const [, last] = passageOf(view, Math.min(view.rows.length - 1, candidate.lastRow + down))
  return around(view.rows[first]!.start, view.rows[last]!.end)
}

/** The words found, or null when there are none or their check fails. */
export function findBeside(
  context: MatchContext,
  candidate: Candidate,
  compiled: CompiledBeside,
): string | null {
  const text = textNear(context, candidate, compiled.beside.within)
  const found = text.match(compiled.pattern)
  if (!found) return null
  const check = compiled.beside.check ? checks[compiled.beside.check] : undefined
  if (check && !found.every((words) => countsOn(context, check(words)))) return null
  return found[0]!.slice(0, 24)
}

/** What begins to count some day does not before; that day is kept, so that the rule is judged for it as well. */
function countsOn({ day, edges }: MatchContext, checked: boolean | Condition): boolean {
  if (typeof checked === 'boolean') return checked
  if (checked.on !== 'day' || checked.from === undefined) return false
  edges.add(checked.from)
  return day !== null && day >= checked.from
}

/** An official document's head or number in the six rows below; a copy number in the two above, a title right above. */
export function headStandings(context: MatchContext, candidate: Candidate, reading: CuePatterns): Standing[] {
  const { view } = context
  const found: Standing[] = []
  const line = lineOf(view, candidate.row)
  if (!isBody(line)) return found
  const rowText = (row: number): string => {
    const { start, end } = view.rows[row]!
    return end - start > 80 ? '' : view.text.slice(start, end)
  }
  const below = Math.min(view.rows.length - 1, candidate.lastRow + 6)
  for (let row = candidate.lastRow + 1; row <= below; row += 1) {
    if (!reading.officialHead.test(rowText(row))) continue
    found.push('official-head')
    break
  }
  for (let row = Math.max(0, candidate.row - 2); row < candidate.row; row += 1) {
    if (reading.copyNumber.test(rowText(row))) found.push('copy-number')
  }
  if (candidate.row > 0 && !line.cell && reading.title.test(rowText(candidate.row - 1).trim()))
    found.push('under-title')
  return found
}

/** Three different words of texts about secrecy within 4,000 characters. */
export function isAboutSecrecy(context: MatchContext, candidate: Candidate, reading: CuePatterns): boolean {
  const block = candidate.start >> 12
  return remember(context, `topic/${reading.topic.source.length}/${block}`, () => {
    const text = context.view.text.slice(Math.max(0, (block - 1) << 12), (block + 2) << 12)
    return new Set(text.match(reading.topic)).size >= 3
  })
}
