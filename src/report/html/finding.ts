/** One place of a reason: quote, where, how it was read, why it counts, and what it looks like. */
import { say } from '../../phrases/index.js'
import type { Excerpt, Excerpts, Finding, Lang, Picture } from '../../types.js'
import { excerptOf } from '../shared/excerpt.js'
import { findingPlace, readWords } from '../shared/place-words.js'
import { becauseWords, isAboutText } from '../shared/reasons.js'
import type { RunFacts } from '../reporter.js'
import { type Markup, markup } from './markup.js'

export function findingMarkup(finding: Finding, excerpts: Excerpts, facts: RunFacts): Markup {
  const { lang } = facts
  const excerpt = excerptOf(finding, excerpts)
  const unseen = finding.sight !== 'visible' && finding.channel !== 'pixels'
  const untold = !unseen && !finding.quoted && isAboutText(finding)
  const quote = !unseen && finding.quoted && markup`<blockquote>${excerpt.quote}</blockquote>`
  const because = becauseWords(excerpt, lang)
  return markup`<div class="place">
${quote || (untold && machineReads(excerpt, facts))}<dl>
<div><dt>${say({ code: 'report.place' }, lang)}</dt><dd>${findingPlace(finding, excerpt, lang)}</dd></div>
<div><dt>${say({ code: 'report.read' }, lang)}</dt><dd>${readWords(finding, lang)}</dd></div>
${because !== '' && markup`<div><dt>${say({ code: 'report.evidence' }, lang)}</dt><dd>${because}</dd></div>`}
</dl>
${unseen ? bothViews(excerpt, facts) : excerpt.picture && shot(excerpt.picture, lang)}
</div>
`
}

/** What a person sees beside what a machine reads: the reason hidden text is found at all. */
function bothViews(excerpt: Excerpt, facts: RunFacts): Markup {
  const { lang } = facts
  const seen = excerpt.picture
    ? shot(excerpt.picture, lang)
    : markup`<p class="none">${say({ code: 'report.no-picture' }, lang)}</p>`
  return markup`<div class="views">
<section><h5>${say({ code: 'report.person-sees' }, lang)}</h5>${seen}</section>
<section><h5>${say({ code: 'report.machine-reads' }, lang)}</h5>${machineReads(excerpt, facts)}</section>
</div>`
}

function machineReads({ quote, revealed }: Excerpt, { lang, reveal }: RunFacts): Markup {
  const text = quote || (reveal === true && revealed)
  return text ? markup`<blockquote>${text}</blockquote>` : notShown(lang)
}

function notShown(lang: Lang): Markup {
  const flag = '--reveal'
  const [before = '', after = ''] = say({ code: 'report.not-shown' }, lang).split(flag)
  return markup`<p class="none">${before}<code>${flag}</code>${after}</p>`
}

/** Wide strips are magnified about the place on a narrow screen, where all of them would be too small to read. */
const WIDE = 1.8

function shot({ bytes, type, width, height, box }: Picture, lang: Lang): Markup {
  const percent = (value: number) => `${Math.round(value * 10000) / 100}%`
  const [left, top, across, down] = box
  const address = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  const edges = `left:${percent(left)};top:${percent(top)};width:${percent(across)};height:${percent(down)}`
  return markup`<figure class="shot${width > height * WIDE && ' wide'}"><div class="pane" style="--x:${left + across / 2}">
<img src="${address}" width="${width}" height="${height}" alt="${say({ code: 'report.picture-alt' }, lang)}">
<i class="box" style="${edges}"></i></div></figure>`
}
