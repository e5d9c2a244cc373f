/** A year that is over: an exam of that year has been held. */
import type { Condition } from '../../types.js'

/** Holds once every year named in the text is over. */
export function pastYear(text: string): boolean | Condition {
  const years = (text.match(/(?:19|20)\d{2}/g) ?? []).map(Number)
  return years.length > 0 && { on: 'day', from: `${Math.max(...years) + 1}-01-01` }
}
