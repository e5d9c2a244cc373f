/** Quotation marks and title marks a candidate stands between. */
import type { Standing } from '../../types.js'
import { passageOf } from '../../view.js'
import type { MatchContext } from '../matcher.js'
import type { Candidate } from '../candidate.js'

const openers = '“‘『「《〈'
const closers = '”’』」》〉'
const anyQuote = /[“‘『「《〈"']/u

/** Within 40 characters either way. 「」 around a mark that stands alone are its box, no quotation. */
export function quotationOf(context: MatchContext, candidate: Candidate, alone: boolean): Standing[] {
  const { view } = context
  const [first, last] = passageOf(view, candidate.row)
  const left = view.text.slice(Math.max(view.rows[first]!.start, candidate.start - 40), candidate.start)
  if (!anyQuote.test(left)) return []
  const right = view.text.slice(candidate.end, Math.min(view.rows[last]!.end, candidate.end + 40))
  const found = new Set<Standing>()
  for (const opener of openQuotes(left)) {
    if (!right.includes(closers[openers.indexOf(opener)]!)) continue
    const corner = opener === '「' || opener === '『'
    if (corner && alone) continue
    found.add(opener === '《' || opener === '〈' ? 'work-title' : 'quoted')
  }
  // `"密级":"机密"` opens and closes its own quotation marks.
  const whole = !/["']/.test(view.text.slice(candidate.start, candidate.end))
  if (!alone && whole && /["']$/.test(left) && /^["']/.test(right)) found.add('quoted')
  return [...found]
}

function openQuotes(left: string): string[] {
  const stack: string[] = []
  for (const mark of left.match(/[“‘『「《〈”’』」》〉]/gu) ?? []) {
    if (openers.includes(mark)) stack.push(mark)
    else stack.pop()
  }
  return stack
}
