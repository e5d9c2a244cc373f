/** What stands beside the reasons of a file: what was waived, and which mentions were let through. */
import { say } from '../../phrases/index.js'
import type { Excerpts } from '../../types.js'
import { explainedReasons, MENTIONS_SHOWN, waivedLine } from '../shared/aside.js'
import { type Reason, titleOf } from '../shared/reasons.js'
import type { Quoted, RunFacts } from '../reporter.js'
import { findingMarkup } from './finding.js'
import { type Markup, markup } from './markup.js'

export function asideMarkup({ inspection, waived = [], excerpts }: Quoted, facts: RunFacts): Markup {
  const lines = waived.map((one) => markup`<li>${waivedLine(one, facts)}</li>`)
  const told =
    lines.length > 0 &&
    markup`<section class="waived"><h3>${say({ code: 'report.waived' }, facts.lang)}</h3>
<ul>${lines}</ul></section>
`
  const mentions = facts.explain === true && explainedReasons(inspection, facts.rules)
  return markup`${told}${mentions && mentionsMarkup(mentions, excerpts, facts)}`
}

function mentionsMarkup(reasons: readonly Reason[], excerpts: Excerpts, facts: RunFacts): Markup {
  const none = markup`<p class="none">${say({ code: 'report.none-explained' }, facts.lang)}</p>`
  return markup`<section class="explained"><h3>${say({ code: 'report.explained' }, facts.lang)}</h3>
${reasons.length === 0 ? none : markup`<ol>${reasons.map((reason) => mentionMarkup(reason, excerpts, facts))}</ol>`}</section>
`
}

function mentionMarkup(reason: Reason, excerpts: Excerpts, facts: RunFacts): Markup {
  const { findings } = reason
  const shown = findings.slice(0, MENTIONS_SHOWN)
  const args = { count: findings.length }
  return markup`<li class="reason"><h4>${titleOf(reason, facts.lang)}</h4>
${shown.map((finding) => findingMarkup(finding, excerpts, facts))}
${findings.length > shown.length && markup`<p class="more">${say({ code: 'report.more-places', args }, facts.lang)}</p>`}
</li>
`
}
