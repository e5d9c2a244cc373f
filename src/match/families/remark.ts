/** Family `remark`: reported by extractors by name; nothing is matched in text. */
import type { RemarkRule } from '../../types.js'
import type { Matcher } from '../matcher.js'

export function compileRemark(rule: RemarkRule): Matcher {
  return { rule, triggers: [], search: () => [] }
}
