/** Family `sight`: text nobody can see on the page, or that is not part of it, whatever it says. */
import type { Evidence, Line, Sight, SightRule, Span } from '../../types.js'
import { homeOf, lineOf, rowAt, spanOf } from '../../view.js'
import { type Bench, type Found, type Matcher, remember } from '../matcher.js'

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
    search(bench) {
      if (!rule.sights.some((sight) => sightsOn(bench).has(sight))) return []
      if (!bench.view.page.lines.some((line) => line.spans.some((span) => wanted(line, span)))) return []
      return stretchesOf(bench, wanted).flatMap(([start, end]): Found[] => {
        const term = bench.view.text.slice(start, end)
        if (lettersIn(term) < rule.least || except?.test(term)) return []
        return [{ rule, level: rule.level, start, end, term, score: 0, evidence: [whyAt(bench, start)] }]
      })
    },
  }
}

/** Most pages have only visible text: that is found out once for all rules. */
function sightsOn(bench: Bench): ReadonlySet<Sight> {
  return remember(bench, 'sights', () => {
    const sights = new Set<Sight>()
    for (const { spans } of bench.view.page.lines) for (const { sight } of spans) sights.add(sight)
    return sights
  })
}

function whyAt({ view }: Bench, start: number): Evidence {
  const span = spanOf(view, homeOf(view, start))
  if (span?.hiddenBy?.endsWith('revision')) return { code: 'match.deleted' }
  if (lineOf(view, rowAt(view, start)).part === 'comment') return { code: 'match.comment' }
  return { code: 'match.unseen' }
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}★☆]/gu)?.length ?? 0
}

/** Runs of wanted characters within one row. */
function stretchesOf(bench: Bench, wanted: Wanted): [number, number][] {
  const { view } = bench
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
