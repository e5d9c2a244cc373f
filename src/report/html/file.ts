/** One inspected file: headline, reasons, what was not inspected, what to do, what was opened. */
import { say } from '../../phrases/index.js'
import type { Excerpts, Judged } from '../../types.js'
import { headlineOf } from '../shared/headline.js'
import { adviceSteps, PLACES_SHOWN, type Reason, reasonLists, titleOf } from '../shared/reasons.js'
import type { Quoted, RunFacts } from '../reporter.js'
import { findingMarkup } from './finding.js'
import { type Markup, markup } from './markup.js'
import { asideMarkup } from './aside.js'
import { gapsMarkup, openedMarkup } from './opened.js'

export function fileMarkup(quoted: Quoted, facts: RunFacts): Markup {
  const { inspection, excerpts } = quoted
  const { lang } = facts
  const { tone, sign, words } = headlineOf(quoted, facts)
  const notes = inspection.documents.flatMap((document) => document.notes)
  const lists = reasonLists(inspection, facts.rules).map(
    ({ level, heading, reasons }) => markup`<section class="${level}"><h3>${say({ code: heading }, lang)}</h3>
<ol>${reasons.map((reason) => reasonMarkup(reason, excerpts, facts))}</ol></section>
`,
  )
  return markup`<article class="file ${tone}">
<h2>${facts.several && markup`<span class="verdict">${sign} ${words}</span>`} <span class="name">${inspection.source[0].name}</span></h2>
${notes.map((note) => markup`<p class="note">${say(note, lang)}</p>`)}
${lists}${hasPicture(quoted) && markup`<p class="note">${say({ code: 'report.picture-note' }, lang)}</p>`}
${gapsMarkup(inspection, lang)}${adviceMarkup(quoted, facts)}${asideMarkup(quoted, facts)}${openedMarkup(inspection, lang)}
</article>
`
}

const hasPicture = ({ inspection, excerpts }: Quoted) =>
  inspection.findings.some(({ id }) => excerpts.get(id)?.picture)

function reasonMarkup(reason: Reason, excerpts: Excerpts, facts: RunFacts): Markup {
  const { lang } = facts
  const { rule, findings } = reason
  const shown = findings.slice(0, PLACES_SHOWN)
  const more = findings.length > shown.length
  return markup`<li class="reason"><h4>${titleOf(reason, lang)}</h4>
${rule && markup`<p class="why">${rule.why[lang]}</p>`}
${shown.map((finding) => findingMarkup(finding, excerpts, facts))}
${more && markup`<p class="more">${say({ code: 'report.more-places', args: { count: findings.length } }, lang)}</p>`}
${rule?.basis && markup`<p class="basis"><b>${say({ code: 'report.basis' }, lang)}</b> ${rule.basis[lang]}</p>`}
</li>
`
}

function adviceMarkup({ inspection }: Judged, facts: RunFacts): Markup {
  const { lang, contact } = facts
  const steps = adviceSteps(inspection, facts)
  if (steps.length === 0) return markup``
  const told =
    contact && markup`<p class="contact">${say({ code: 'report.contact', args: { contact } }, lang)}</p>`
  return markup`<section class="advice"><h3>${say({ code: 'report.advice' }, lang)}</h3>
<ol>${steps.map((step) => markup`<li>${step}</li>`)}</ol>${told}</section>
`
}
