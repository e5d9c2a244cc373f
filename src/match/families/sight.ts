/** Family `sight`: text nobody can see on the page, or that is not part of it, whatever it says. */
import type { Evidence, Line, Sight, SightRule, Span } from '../../types.js'
import { homeOf, lineOf, rowAt, spanOf } from '../../view.js'
import { type MatchContext, type JudgedCandidate, type Matcher, remember } from '../matcher.js'

type Wanted = (line: Line, span: Span | undefined) => boolean

export function compileSight(rule: SightRule): Matcher {
  const wanted: Wanted = (line, span) =>
    span !== undefined &&
    rule.sights.includes(span.sight) &&
    (rule.fitted === undefined || rule.fitted === (span.fitted ?? false)) &&
    (!rule.parts || rule.parts.includes(line.part ?? 'body')) &&
    (!rule.hiddenBy || (span.hiddenBy !== undefined && rule.hiddenBy.includes(span.hiddenBy)))
  const except = rule.except ? new RegExp(rule.except, 'u') : null
  return {
    rule,
    triggers: [],
    search(context) {
      if (!rule.sights.some((sight) => sightsOn(context).has(sight))) return []
      if (!context.view.page.lines.some((line) => line.spans.some((span) => wanted(line, span)))) return []
      return stretchesOf(context, wanted).flatMap(([start, end]): JudgedCandidate[] => {
        const term = context.view.text.slice(start, end)
        if (lettersIn(term) < rule.least || except?.test(term)) return []
        return [{ rule, level: rule.level, start, end, term, score: 0, evidence: [whyAt(context, start)] }]
      })
    },
  }
}

/** Most pages have only visible text: that is found out once for all rules. */
function sightsOn(context: MatchContext): ReadonlySet<Sight> {
  return remember(context, 'sights', () => {
    const sights = new Set<Sight>()
    for (const { spans } of context.view.page.lines) for (const { sight } of spans) sights.add(sight)
    return sights
  })
}

function whyAt({ view }: MatchContext, start: number): Evidence {
  const span = spanOf(view, homeOf(view, start))
  if (span?.hiddenBy?.endsWith('revision')) return { code: 'match.deleted' }
  if (lineOf(view, rowAt(view, start)).part === 'comment') return { code: 'match.comment' }
  return { code: 'match.unseen' }
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}★☆]/gu)?.length ?? 0
}

/** Runs of wanted characters within one row. */
function stretchesOf(context: MatchContext, wanted: Wanted): [number, number][] {
  const { view } = context
  const found: [number, number][] = []
  for (const row of view.rows) {
    const line = view.page.lines[row.line]!
    if (!line.spans.some((span) => wanted(line, span))) continue
    let start = -1
    for (let at = row.start; at <= row.end; at += 1) {
      const inside = at < row.end && wanted(line, spanOf(view, homeOf(view, at)))
      if (inside && start < 0) start = at
      if (inside || start < 0) continue
      found.push([start, at])
      start = -1
    }
  }
  return found
}
