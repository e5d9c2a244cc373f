/** Documents of organs other than those who publish. */
import { unlessNamedIn } from '../../condition.js'
import type { Condition } from '../../types.js'

/** Holds where somebody said who publishes, and the text names none of them. */
export function ofAnotherOrgan(text: string): Condition {
  return unlessNamedIn(text)
}
