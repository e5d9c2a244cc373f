/** What every reporter is given: the facts of the run, results as they are pushed, and how it ended. */
import type { Excerpts, Judged, Lang, Relaxed, RuleHead, StaleCause, Waiver } from '../types.js'
import type { Tally } from '../tally.js'

/** What is known before the first result. */
export interface RunFacts {
  readonly lang: Lang
  readonly today: string
  readonly strict: boolean
  readonly tool: { readonly name: string; readonly version: string }
  readonly ruleset: {
    readonly count: number
    readonly hash: string
    /** Those that are on. */
    readonly packs: readonly { readonly name: string; readonly version: string; readonly date: string }[]
  }
  readonly rules: ReadonlyMap<string, RuleHead>
  /** More than one file will come. */
  readonly several: boolean
  /** What was named and is not there. */
  readonly missing: readonly string[]
  /** Whom to call; printed with the advice. */
  readonly contact?: string
  /** Rules that come with secscan and do less than they would: no file may go out without a person. */
  readonly relaxed?: readonly Relaxed[]
  /** Policy files the run held to. */
  readonly policies?: readonly string[]
  /** Mentions that were let through are listed. */
  readonly explain?: boolean
  /** How the canaries did that were sent before the run. */
  readonly checkup?: {
    readonly ok: boolean
    readonly canaries: readonly { readonly file: string; readonly ok: boolean }[]
    readonly ocr: { readonly backend: string; readonly model: string; readonly modelHash: string } | null
    /** Bytes. */
    readonly peakMemory: number
  }
  /** `--reveal`: unseen text may be shown. */
  readonly reveal?: boolean
}

/** What is known after the last result. */
export interface Ending {
  readonly tally: Tally
  /** Folders left out on purpose. */
  readonly excluded: readonly string[]
  /** Waivers that did not count in this run, and why. */
  readonly stale: readonly { readonly waiver: Waiver; readonly cause: StaleCause }[]
  readonly ocr: { readonly engine: string; readonly backend: string; readonly model: string } | null
}

export interface Sink {
  write(text: string): Promise<void>
  readonly colour: boolean
  readonly columns: number
  readonly quiet: boolean
  /** Quiet, but for the verdict: the report itself goes elsewhere. */
  readonly brief?: boolean
}

/** One input with what shows its document. */
export interface Quoted extends Judged {
  readonly excerpts: Excerpts
}

/** A report under way: pushed to, one result at a time in input order; nothing is kept for it. */
export interface Report<Told> {
  add(told: Told): Promise<void>
  end(ending: Ending): Promise<void>
}

interface Kind {
  readonly name: string
  /** What names of its files end in, without the dot. */
  readonly suffix: string
  /** Shows pictures of places. */
  readonly pictures: boolean
}

/** Cannot tell text of a document: it is handed facts alone. */
export interface PlainReporter extends Kind {
  readonly quotes: false
  readonly pictures: false
  begin(facts: RunFacts, sink: Sink): Promise<Report<Judged>>
}

/** Quotes the document: for those who may read it. */
export interface QuotingReporter extends Kind {
  readonly quotes: true
  begin(facts: RunFacts, sink: Sink): Promise<Report<Quoted>>
}

/** Writes as results arrive; never decides the exit code. */
export type Reporter = PlainReporter | QuotingReporter

/** Begins a report of either kind; what a plain reporter is handed holds no excerpts. */
export async function begin(reporter: Reporter, facts: RunFacts, sink: Sink): Promise<Report<Quoted>> {
  if (reporter.quotes) return reporter.begin(facts, sink)
  const report = await reporter.begin(facts, sink)
  return {
    add: ({ excerpts: _excerpts, ...facts }) => report.add(facts),
    end: (ending) => report.end(ending),
  }
}
