/** Patterns analysed for catastrophic backtracking, by recheck's engine in plain JavaScript: no JVM, no binary, no network. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { home } from '../home.js'
import type { Rule } from '../types.js'

/** `quadratic` is bearable on the lengths a page has; `unknown`: the analysis did not come to an end. */
export type PatternComplexity = 'sound' | 'quadratic' | 'catastrophic' | 'unknown'

export interface Analysed {
  readonly pattern: string
  readonly soundness: PatternComplexity
  /** What makes it catastrophic, for the author: `'a'³¹ '\x00'`. */
  readonly attack: string | null
}

const TIMEOUT_MS = 3000

/** Of https://makenowjust-labs.github.io/recheck/docs/usage/as-javascript-library, as far as it is used. */
interface Recheck {
  checkSync(source: string, flags: string, parameters: { readonly timeout: number }): Told
}
type Told =
  | { readonly status: 'safe' | 'unknown' }
  | {
      readonly status: 'vulnerable'
      readonly attack: { readonly pattern: string }
      readonly complexity:
        { readonly type: 'exponential' } | { readonly type: 'polynomial'; readonly degree: number }
    }

/** Loads 3 MB of JavaScript (0.3 s); a pattern takes 2–10 ms, a few take the whole timeout. */
export function analyse(pattern: string): Analysed {
  const { checkSync } = createRequire(import.meta.url)(join(home, 'vendor/recheck/browser.cjs')) as Recheck
  const found = checkSync(pattern, 'u', { timeout: TIMEOUT_MS })
  if (found.status === 'vulnerable') {
    const { complexity, attack } = found
    const mild = complexity.type === 'polynomial' && complexity.degree <= 2
    return { pattern, soundness: mild ? 'quadratic' : 'catastrophic', attack: attack.pattern }
  }
  return { pattern, soundness: found.status === 'safe' ? 'sound' : 'unknown', attack: null }
}

const patternKeys = new Set(['pattern', 'asRead', 'value', 'except', 'officialHead'])

/** Every regular expression a rule is made of, cues of its own included. */
export function patternsOf(rule: Rule): string[] {
  const found = new Set<string>()
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (patternKeys.has(key)) found.add(value)
    } else if (Array.isArray(value)) for (const one of value) walk(one, key)
    else if (value && typeof value === 'object')
      for (const [name, one] of Object.entries(value)) walk(one, name)
  }
  walk(rule, '')
  const cues = 'cues' in rule ? Object.values(rule.cues as object) : []
  for (const cue of cues) if (typeof cue === 'string' && cue !== '') found.add(cue)
  return [...found]
}
