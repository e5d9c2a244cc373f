/** Proof of a rule: its examples through the path documents run, its patterns against texts that make bad ones hang. */
import { type Matchers, compileRules, matchPage } from '../match/index.js'
import { normalise } from '../normalise/index.js'
import type { Level, Page, Rule } from '../types.js'
import { exampleOf, exampleOrgans, examplePages } from './example.js'
import type { Examples } from './load.js'
import type { Example } from './schema-parts.js'
import type { Carrier } from './vocabulary.js'

/** What is wrong with one example. `slow`: the rule did not get through it. */
export interface ExampleFault {
  readonly text: string
  readonly at: Carrier
  readonly wanted: Level | 'nothing'
  readonly got: readonly (Level | 'nothing' | 'slow')[]
}

export interface Proved {
  readonly hits: number
  readonly misses: number
  readonly faults: readonly ExampleFault[]
  /** A long text made of the rule's own examples that it did not get through within a second. */
  readonly hangsOn: string | null
}

/** The day on which examples are judged that name none. */
const EXAMPLE_DAY = '2025-06-01'

export function prove(rule: Rule, { hit, miss }: Examples): Proved {
  // Proof runs against the clock whoever wrote the rule.
  const matchers = compileRules([{ ...rule, unproven: true }])
  const faults = [
    ...hit.flatMap((example) => faultOf(rule, example, matchers, exampleOf(example).level ?? rule.level)),
    ...miss.flatMap((example) => faultOf(rule, example, matchers, 'nothing')),
  ]
  return { hits: hit.length, misses: miss.length, faults, hangsOn: hangsOn([...hit, ...miss], matchers) }
}

function faultOf(
  rule: Rule,
  example: Example,
  matchers: Matchers,
  wanted: ExampleFault['wanted'],
): ExampleFault[] {
  const { text, at, today = EXAMPLE_DAY } = exampleOf(example)
  const got = examplePages(exampleOf(example)).map((page): ExampleFault['got'][number] => {
    let slow = false
    const hits = matchPage(normalise(page), matchers, {
      day: today,
      organs: exampleOrgans,
      onSlow: () => (slow = true),
    })
    return slow ? 'slow' : (hits.find((one) => one.rule === rule.id)?.level ?? 'nothing')
  })
  return got.every((one) => one === wanted) ? [] : [{ text, at, wanted, got: [...new Set(got)] }]
}

/** Longer than paragraphs are; what grows with the square of it still comes to an end. */
const LONG = 8000

/** Repetition of what a pattern nearly matches is what makes it try everything. */
function hangsOn(examples: readonly Example[], matchers: Matchers): string | null {
  for (const text of new Set(examples.map((example) => exampleOf(example).text))) {
    const last = text.slice(-1)
    const longer = [
      repeated(text),
      repeated(text.slice(0, -1)),
      `${text}${last.repeat(60)}!`,
      text + repeated(last),
    ]
    // Twice, for another program may have had the machine for that second.
    for (const long of longer) if (isSlow(long, matchers) && isSlow(long, matchers)) return text
  }
  return null
}

function isSlow(text: string, matchers: Matchers): boolean {
  let slow = false
  matchPage(normalise(pageOf(text)), matchers, {
    day: EXAMPLE_DAY,
    organs: [],
    onSlow: () => (slow = true),
  })
  return slow
}

const repeated = (text: string) => text.repeat(Math.ceil(LONG / Math.max(1, text.length))).slice(0, LONG)

function pageOf(text: string): Page {
  const span = { text, box: null, channel: 'text', sight: 'visible', confidence: 1 } as const
  return { place: [{ name: 'example' }], lines: [{ spans: [span] }], marks: [], reading: 'stated' }
}
