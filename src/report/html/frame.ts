/** What stands around the files: head, overall headline, and what the result does not say. */
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import { closingWords } from '../shared/closing.js'
import type { Headline } from '../shared/headline.js'
import type { Ending, RunFacts } from '../reporter.js'
import { type Markup, markup } from './markup.js'
import { style } from './style.js'

export function opening({ lang }: RunFacts): Markup {
  return markup`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="secscan">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow, noarchive">
<title>${say({ code: 'report.html-title' }, lang)}</title>
<style>${{ html: style }}</style>
</head>
<body>
<p class="keep"><strong>${say({ code: 'report.keep' }, lang)}</strong> ${say({ code: 'report.keep-why' }, lang)}</p>
<main>
`
}

/** Written after the files, shown above them. */
export function overall(headline: Headline & { readonly beside?: string }, facts: RunFacts): Markup {
  const { lang, missing, tool, today } = facts
  const { tone, sign, words, beside } = headline
  const names = missing.join(punctuation[lang].list)
  return markup`<header class="overall ${tone}">
<h1>${sign} ${words}</h1>
${beside !== undefined && markup`<p>${beside}</p>`}
${missing.length > 0 && markup`<p>${say({ code: 'report.missing', args: { names } }, lang)}</p>`}
<p class="made">${say({ code: 'report.html-title' }, lang)} · ${say({ code: 'report.made', args: { tool: tool.name, version: tool.version, today } }, lang)}</p>
</header>
`
}

export function tail(facts: RunFacts, ending: Ending): Markup {
  return markup`</main>
<footer>
${closingWords(facts, ending).map((line) => markup`<p>${line}</p>`)}
<p class="disclaimer">${say({ code: 'report.disclaimer' }, facts.lang)}</p>
</footer>
</body>
</html>
`
}
