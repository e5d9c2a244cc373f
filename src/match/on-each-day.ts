/** A rule whose signals depend on the day, judged for every stretch of days on which it comes to something else. */
import type { DayCondition } from '../types.js'
import type { MatchContext, JudgedCandidate } from './matcher.js'

/** What was found whatever the day stands without a condition; nearly always that is all. */
export function onEachDay(
  context: MatchContext,
  search: (context: MatchContext) => JudgedCandidate[],
): JudgedCandidate[] {
  const edges = new Set<string>()
  const first = search({ ...context, day: null, edges })
  if (edges.size === 0) return first
  const days = [...edges].toSorted()
  const searches = [first, ...days.map((day) => search({ ...context, day, edges }))]
  const always = new Set(first.map(keyOf).filter((key) => searches.every((found) => found.some((one) => keyOf(one) === key)))) // prettier-ignore
  const open = searches.flatMap((found, index) =>
    found
      .filter((one) => !always.has(keyOf(one)))
      .map((one) => ({ ...one, when: between(days[index - 1], days[index]) })),
  )
  return [...first.filter((one) => always.has(keyOf(one))), ...open]
}

const keyOf = ({ start, end, level, score }: JudgedCandidate) => `${start}-${end} ${level} ${score}`

function between(from: string | undefined, before: string | undefined): DayCondition {
  return { on: 'day', ...(from !== undefined && { from }), ...(before !== undefined && { before }) }
}
