/** The errors a stage may throw on purpose. Anything else is a bug and becomes a gap `crashed`. */
import type { GapCause, Phrase } from './types.js'

/** The user asked wrongly: missing path, unknown flag, bad rule file. Ends the run with code 2. */
export class UsageError extends Error {
  readonly said: Phrase
  constructor(said: Phrase) {
    super(said.code)
    this.said = said
  }
}

/** This place cannot be inspected, for a reason the reader should hear. Becomes a Gap. */
export class Uninspectable extends Error {
  readonly reason: GapCause
  readonly said: Phrase
  constructor(reason: GapCause, said: Phrase) {
    super(said.code)
    this.reason = reason
    this.said = said
  }
}
