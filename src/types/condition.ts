/** What an inspection leaves open, because it depends on the day or on who publishes: decided when it is judged. */

/** Holds on some days and not on others. All present bounds must hold; days are ISO dates. */
export interface DayCondition {
  readonly on: 'day'
  /** The first day on which it holds. */
  readonly from?: string
  /** The first day on which it holds no longer. */
  readonly before?: string
  /** The last day on which it holds; with `throughOfYear`, either is enough. */
  readonly through?: string
  /** Holds up to this day of any year: `MM-DD`. */
  readonly throughOfYear?: string
}

/** Holds unless the text names one of those who publish. */
export interface PublisherCondition {
  readonly on: 'publisher'
  /** Digests of every stretch of the text that could be a name, one after the other; holds no text. */
  readonly names: string
}

export type Condition = DayCondition | PublisherCondition

/** The occasion of a publication: what conditions are decided by. */
export interface Occasion {
  /** ISO date. */
  readonly day: string
  /** Names of the organ that publishes; none when nobody said. */
  readonly organs: readonly string[]
}
