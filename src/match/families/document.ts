/** Family `document`: evidence on single pages for something about the whole document; weighed in clues.ts. */
import type { DocumentClue, DocumentRule } from '../../types.js'
import { lineOf } from '../../view.js'
import { candidateAt } from '../candidate.js'
import { valuesOf } from '../cells.js'
import { checks } from '../checks/index.js'
import { type Bench, type Found, type Matcher, matchesIn, type Stretch } from '../matcher.js'

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
  return {
    rule,
    triggers: rule.clues,
    search(bench, woken) {
      const placesAt = (index: number): Seen => placesOf(bench, clues[index]!, woken[index] ?? [])
      const lead = placesAt(0)
      return rule.clues.flatMap(({ name, weight, most }, index): Found[] => {
        const counts = index === 0 || lead.length > 0 || weight < 0
        const places = index === 0 ? lead : counts ? placesAt(index) : []
        if (places.length === 0) return []
        const [start, end] = places[0]!
        const term = bench.view.text.slice(start, end).replace(/\s/gu, '').slice(0, 80)
        const clue = { name, count: places.length, weight, most, terms }
        return [{ rule, level: rule.level, start, end, term, score: 0, evidence: [], clue }]
      })
    },
  }
}

type Seen = readonly (readonly [start: number, end: number])[]

/** More of one kind on one page say nothing more. */
const enough = 500

function placesOf(bench: Bench, { clue, pattern, value }: CompiledClue, stretches: readonly Stretch[]): Seen {
  const found: [start: number, end: number][] = []
  const check = clue.check ? checks[clue.check] : undefined
  for (const [start, match] of matchesIn(bench.view.text, pattern, stretches)) {
    const end = start + match[0].length
    if (clue.within === 'head' && !isInHead(bench, start, end)) continue
    if (check && !check(match[0], bench.today, bench.organs)) continue
    if (value && !hasValue(bench, start, end, value)) continue
    found.push([start, end])
    if (found.length >= enough) break
  }
  return found
}

/** Rows of a page, a sheet or a name that can be its title. */
const headRows = 15

function isInHead(bench: Bench, start: number, end: number): boolean {
  const { row } = candidateAt(bench, start, end)
  const { part } = lineOf(bench.view, row)
  return row < headRows || part === 'title' || part === 'name' || part === 'sheet-name'
}

/** What follows on its line, up to the next wide gap, or in the cells around. */
function hasValue(bench: Bench, start: number, end: number, value: RegExp): boolean {
  const { view } = bench
  const rest = /^[ ]?[:：]?[ ]?([^\n|]{1,60})/u.exec(view.text.slice(end, end + 64))?.[1]
  if (rest !== undefined && value.test(rest.trim())) return true
  return valuesOf(bench, start, end).some(
    ([from, to]) => to - from < 400 && value.test(view.text.slice(from, to)),
  )
}
