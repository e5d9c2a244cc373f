/** What every reporter is given: results as they come, and the facts of the run around them. */
import type { Judged, Lang, RuleHead } from '../types.js'
import type { Tally } from '../tally.js'

export interface RunFacts {
  readonly lang: Lang
  readonly today: string
  readonly strict: boolean
  readonly tool: { readonly name: string; readonly version: string }
  readonly ruleset: { readonly count: number; readonly hash: string; readonly packs: readonly string[] }
  readonly rules: ReadonlyMap<string, RuleHead>
  /** How many files will come. */
  readonly inputs: number
  readonly excluded: readonly string[]
  readonly missing: readonly string[]
  readonly contact?: string
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
