/** What was not inspected, what was opened, and what carries no text, file by file. */
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Document, Inspection, Lang } from '../../types.js'
import { placeWords } from '../shared/place-words.js'
import { causeWords } from '../shared/reasons.js'
import { type Markup, markup } from './markup.js'

const MOST_SHOWN = 200

export function gapsMarkup({ gaps }: Inspection, lang: Lang): Markup {
  if (gaps.length === 0) return markup``
  const items = gaps.map(
    (gap) => markup`<li><span class="cause">${causeWords(gap, lang)}</span> ${placeWords(gap.place, lang)}<br>
${say(gap.detail, lang)}</li>
`,
  )
  return markup`<section class="gaps"><h3>${say({ code: 'report.not-inspected' }, lang)}</h3>
<ul>${first(items, lang)}</ul></section>
`
}

export function openedMarkup({ documents, inert }: Inspection, lang: Lang): Markup {
  const opened = documents.map((document) => documentMarkup(document, lang))
  const left = inert.map(
    ({ place, detail }) =>
      markup`<li>${placeWords(place, lang)}${punctuation[lang].colon}${say(detail, lang)}</li>`,
  )
  return markup`${folded('report.opened-list', opened, lang)}${folded('report.inert-list', left, lang)}`
}

export function folded(
  code: 'report.opened-list' | 'report.inert-list' | 'report.clean-list',
  items: readonly Markup[],
  lang: Lang,
  count = items.length,
): Markup {
  if (items.length === 0) return markup``
  return markup`<details><summary>${say({ code, args: { count } }, lang)}</summary>
<ul>${first(items, lang, count)}</ul></details>
`
}

function first(items: readonly Markup[], lang: Lang, count = items.length): readonly Markup[] {
  const shown = items.slice(0, MOST_SHOWN)
  if (count <= shown.length) return shown
  return [...shown, markup`<li>${say({ code: 'report.more', args: { count } }, lang)}</li>`]
}

function documentMarkup({ place, format, pages, ocrPages, pictures }: Document, lang: Lang): Markup {
  const facts = [
    pages > 0 && say({ code: 'report.page-total', args: { pages } }, lang),
    ocrPages > 0 && say({ code: 'report.page-ocr', args: { ocr: ocrPages } }, lang),
    pictures > 0 && say({ code: 'report.picture-total', args: { pictures } }, lang),
  ].filter((fact) => fact !== false)
  const chain = place.map(({ name }) => name).join(' → ')
  const counted = facts.join(punctuation[lang].comma)
  return markup`<li>${chain} <small>${[format.toUpperCase(), counted].filter(Boolean).join(' · ')}</small></li>
`
}
