/** One reading of a page judged by the rules: what was found, what was let through, what took too long. */
import type { Observation, Tools } from './inspect.js'
import { personalStretches, searchPage } from './match/index.js'
import { normalise } from './normalise/index.js'
import { innermost } from './place.js'
import type { PageHits } from './strip/index.js'
import type { Clue, Hit, Page, Rule } from './types.js'
import { type View } from './view.js'
import { boxOf } from './view-box.js'

export interface JudgedReading extends PageHits {
  /** Evidence to be weighed with that of the document's other pages. */
  readonly clues: readonly Clue[]
  /** Only when explanations were asked for. */
  readonly mentions?: readonly Hit[]
  /** Rules of the user that did not get through this page. */
  readonly slow: readonly Rule[]
}

export function readPage(page: Page, tools: Tools): JudgedReading {
  const { matchers, reveal = false, explain = false } = tools
  const view = normalise(page)
  const slow: Rule[] = []
  const onSlow = (rule: Rule) => void slow.push(rule)
  const found = searchPage(view, matchers, { reveal, explain, onSlow })
  return { page, ...found, slow, personal: tools.pictures ? personalIn(view, found.hits, tools) : [] }
}

function personalIn(view: View, hits: readonly Hit[], { matchers }: Tools): PageHits['personal'] {
  const masked = new Set(matchers.rules.flatMap((rule) => ('mask' in rule && rule.mask ? [rule.id] : [])))
  const boxes = [
    ...personalStretches(view.text).map(([start, end]) => boxOf(view, start, end)),
    ...hits.flatMap((hit) => (masked.has(hit.rule) ? [innermost(hit.place).box] : [])),
  ]
  return boxes.filter((box) => box !== null && box !== undefined)
}

/** A page a rule did not get through was not searched for what that rule finds: a gap that names it. */
export function* told({ page, hits, clues, mentions, slow }: JudgedReading): Generator<Observation> {
  yield { kind: 'hits', hits, ...(clues.length > 0 && { clues }), ...(mentions && { mentions }) }
  for (const { id } of slow)
    yield {
      kind: 'gap',
      cause: 'timeout',
      place: page.place,
      detail: { code: 'rules.slow', args: { rule: id } },
    }
}
