/** Family `document`: evidence on single pages for something about the whole document; weighed in clues.ts. */
import type { Condition, DocumentClue, DocumentRule } from '../../types.js'
import { lineOf, passageOf, rowAt } from '../../view.js'
import { valuesOf } from '../page/cells.js'
import { checks } from '../checks/index.js'
import {
  type MatchContext,
  type JudgedCandidate,
  type Matcher,
  matchesIn,
  remember,
  type SearchRange,
} from '../matcher.js'

interface CompiledClue {
  readonly clue: DocumentClue
  readonly pattern: RegExp
  readonly value: RegExp | null
}

export function compileDocument(rule: DocumentRule): Matcher {
  const clues = rule.clues.map((clue): CompiledClue => {
    const value = clue.value ? new RegExp(`^(?:${clue.value})$`, 'u') : null
    return { clue, pattern: new RegExp(clue.pattern, 'gu'), value }
  })
  const least = Object.fromEntries(rule.clues.map((clue) => [clue.name, clue.least]))
  const terms = { bars: rule.bars, least }
  const heralds = rule.clues.map((clue, index) => index === 0 || clue.within === 'document')
  return {
    rule,
    triggers: rule.clues.filter((_, index) => heralds[index]),
    search(context, woken) {
      const own = heralds.map((is, index) =>
        is ? woken[heralds.slice(0, index).filter(Boolean).length]! : [],
      )
      const lead = placesOf(context, clues[0]!, own[0]!)
      return rule.clues.flatMap(({ name, weight, most }, index): JudgedCandidate[] => {
        if (!heralds[index] && lead.length === 0) return []
        const stretches = heralds[index] ? own[index]! : everyPassage(context)
        const places = index === 0 ? lead : placesOf(context, clues[index]!, stretches)
        return byCondition(places).map(({ start, end, when, count }): JudgedCandidate => {
          const term = context.view.text.slice(start, end).replace(/\s/gu, '').slice(0, 80)
          const clue = { name, count, weight, most, terms }
          return {
            rule,
            level: rule.level,
            start,
            end,
            term,
            score: 0,
            evidence: [],
            clue,
            ...(when && { when }),
          }
        })
      })
    },
  }
}

/** What supports the lead is looked for once the lead is there, so its words need wake nobody. */
function everyPassage(context: MatchContext): readonly SearchRange[] {
  return remember(context, 'every passage', () => {
    const { rows } = context.view
    const found: SearchRange[] = []
    for (let row = 0; row < rows.length; row += 1) {
      const [, last] = passageOf(context.view, row)
      const [start, end] = [rows[row]!.start, rows[last]!.end]
      found.push({ start, end, from: start, to: end })
      row = last
    }
    return found
  })
}

interface Seen {
  readonly start: number
  readonly end: number
  /** Counts on some occasions only. */
  readonly when?: Condition
}

/** The first of all that count on the same occasions, with how many there are. */
function byCondition(places: readonly Seen[]): (Seen & { readonly count: number })[] {
  const groups = new Map<string, Seen[]>()
  for (const seen of places) {
    const key = JSON.stringify(seen.when ?? null)
    const group = groups.get(key)
    if (group) group.push(seen)
    else groups.set(key, [seen])
  }
  return [...groups.values()].map((group) => ({ ...group[0]!, count: group.length }))
}

/** More of one kind on one page say nothing more. */
const enough = 500

function placesOf(
  context: MatchContext,
  { clue, pattern, value }: CompiledClue,
  stretches: readonly SearchRange[],
): readonly Seen[] {
  const found: Seen[] = []
  const check = clue.check ? checks[clue.check] : undefined
  const searched =
    clue.within === 'head' ? stretches.filter((one) => isInHead(context, one.start)) : stretches
  for (const [start, match] of matchesIn(context.view.text, pattern, searched)) {
    const end = start + match[0].length
    const checked = check ? check(match[0]) : true
    if (checked === false) continue
    if (value && !hasValue(context, start, end, value)) continue
    found.push({ start, end, ...(checked !== true && { when: checked }) })
    if (found.length >= enough) break
  }
  return found
}

/** Rows of a page, a sheet or a name that can be its title. */
const headRows = 15

function isInHead(context: MatchContext, start: number): boolean {
  const row = rowAt(context.view, start)
  const { part } = lineOf(context.view, row)
  return row < headRows || part === 'title' || part === 'name' || part === 'sheet-name'
}

/** What follows on its line, up to the next wide gap, or in the cells around. */
function hasValue(context: MatchContext, start: number, end: number, value: RegExp): boolean {
  const { view } = context
  const rest = /^[ ]?[:：]?[ ]?([^\n|]{1,60})/u.exec(view.text.slice(end, end + 64))?.[1]
  if (rest !== undefined && value.test(rest.trim())) return true
  return valuesOf(context, start, end).some(
    ([from, to]) => to - from < 400 && value.test(view.text.slice(from, to)),
  )
}
