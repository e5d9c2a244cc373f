/** The report as one web page that opens from disk: no script, nothing loaded from anywhere, pictures inside. */
import { say } from '../phrases/index.js'
import type { Judged } from '../types.js'
import { fileMarkup } from './html/file.js'
import { opening, overall, tail } from './html/frame.js'
import { type Markup, markup } from './html/markup.js'
import { folded } from './html/opened.js'
import { type Headline, headlineOf, overallHeadline } from './shared/headline.js'
import { reasonLists, titleOf } from './shared/reasons.js'
import type { Reporter, RunFacts } from './stream.js'

/** Names of files that may be published are kept to be listed at the end: this many. */
const MOST_CLEAN = 200

/** Files are written as they come, pictures with them; the headline over all is known last and shown first. */
export const html: Reporter = {
  name: 'html',
  async write({ facts, results, end }, sink) {
    const write = ({ html: text }: Markup) => sink.write(text)
    await write(opening(facts))
    const clean: Markup[] = []
    let cleanCount = 0
    let only: Headline | null = null
    for await (const judged of results) {
      only = headlineOf(judged, facts)
      if (only.tone === 'good' && facts.inputs > 1 && !judged.inspection.explained) {
        cleanCount += 1
        if (clean.length < MOST_CLEAN) clean.push(cleanLine(judged, facts))
      } else await write(fileMarkup(judged, facts))
    }
    const { tally, ...ending } = end()
    if (!sink.quiet) await write(folded('report.clean-list', clean, facts.lang, cleanCount))
    const single = facts.inputs === 1 && facts.missing.length === 0
    await write(overall(single && only ? only : overallHeadline(tally, facts), facts))
    await write(tail(facts, tally, ending))
  },
}

/** A file that may be published: its name, and in small print what was noted about it. */
function cleanLine({ inspection }: Judged, { lang, rules }: RunFacts): Markup {
  const noted = [
    ...inspection.documents.flatMap((document) => document.notes).map((note) => say(note, lang)),
    ...reasonLists(inspection, rules).flatMap(({ reasons }) =>
      reasons.map((reason) => titleOf(reason, lang)),
    ),
  ]
  const small = noted.map((words) => markup`<br><small>${words}</small>`)
  return markup`<li>${inspection.source[0].name}${small}</li>
`
}
