/** What every reporter is given: results as they come, and the facts of the run around them. */
import type { Judged, Lang, Relaxed, RuleHead, StaleCause, Waiver } from '../types.js'
import type { Tally } from '../tally.js'

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
  /** How many files will come. */
  readonly inputs: number
  readonly excluded: readonly string[]
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
export interface ReportStream {
  readonly facts: RunFacts
  /** In input order. */
  readonly results: AsyncIterable<Judged>
  /** Complete once `results` has ended. */
  end(): {
    readonly tally: Tally
    /** Waivers that did not count in this run, and why. */
    readonly stale?: readonly { readonly waiver: Waiver; readonly cause: StaleCause }[]
    readonly ocr: { readonly engine: string; readonly backend: string; readonly model: string } | null
  }
}
export interface Sink {
  write(text: string): Promise<void>
  readonly colour: boolean
  readonly columns: number
  readonly quiet: boolean
}
/** Writes as results arrive; never decides the exit code. */
export interface Reporter {
  readonly name: string
  write(stream: ReportStream, sink: Sink): Promise<void>
}
