/** The report as one web page that opens from disk: no script, nothing loaded from anywhere, pictures inside. */
import { say } from '../phrases/index.js'
import type { Judged } from '../types.js'
import { fileMarkup } from './html/file.js'
import { opening, overall, tail } from './html/frame.js'
import { type Markup, markup } from './html/markup.js'
import { folded } from './html/opened.js'
import { type Headline, headlineOf, overallHeadline } from './shared/headline.js'
import { reasonLists, titleOf } from './shared/reasons.js'
import type { Ending, Quoted, QuotingReporter, Report, RunFacts, Sink } from './reporter.js'

/** Names of files that may be published are kept to be listed at the end: this many. */
const MOST_CLEAN = 200

export const html: QuotingReporter = {
  name: 'html',
  suffix: 'html',
  quotes: true,
  pictures: true,
  async begin(facts, sink) {
    await sink.write(opening(facts).html)
    return new Page(facts, sink)
  },
}

/** Files are written as they come, pictures with them; the headline over all is known last and shown first. */
class Page implements Report<Quoted> {
  readonly #facts: RunFacts
  readonly #sink: Sink
  readonly #clean: Markup[] = []
  #cleanCount = 0
  #only: Headline | null = null

  constructor(facts: RunFacts, sink: Sink) {
    this.#facts = facts
    this.#sink = sink
  }

  async add(quoted: Quoted): Promise<void> {
    const facts = this.#facts
    this.#only = headlineOf(quoted, facts)
    if (this.#only.tone === 'good' && facts.several && !quoted.inspection.explained) {
      this.#cleanCount += 1
      if (this.#clean.length < MOST_CLEAN) this.#clean.push(cleanLine(quoted, facts))
    } else await this.#write(fileMarkup(quoted, facts))
  }

  async end(ending: Ending): Promise<void> {
    const facts = this.#facts
    if (!this.#sink.quiet)
      await this.#write(folded('report.clean-list', this.#clean, facts.lang, this.#cleanCount))
    const single = !facts.several && facts.missing.length === 0
    const headline = single && this.#only ? this.#only : overallHeadline(ending.tally, facts)
    await this.#write(overall(headline, facts))
    await this.#write(tail(facts, ending))
  }

  async #write({ html: text }: Markup): Promise<void> {
    await this.#sink.write(text)
  }
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
