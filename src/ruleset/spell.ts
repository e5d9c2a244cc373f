/** Patterns and keywords of a rule file as they are matched: pieces put in, spellings added, proved to compile. */
import { UsageError } from '../errors.js'
import { checks } from '../match/checks/index.js'
import { nearest } from '../nearest.js'
import type { Bilingual } from '../types.js'
import { expandPattern, type Grammar, keywordsOf, withTraditional } from './expand.js'
import type { WeightsFile } from './schema-files.js'

export interface PackContext {
  readonly file: string
  readonly pack: string
  readonly grammar: Grammar
  readonly weights: WeightsFile
  readonly advice: Readonly<Record<string, Bilingual>>
}

export type Spell = (pattern: string) => string

export function spellFor(around: PackContext, traditional: boolean): Spell {
  return (pattern) => {
    const whole = expandPattern(pattern, around.grammar, around.file)
    const spelt = traditional ? withTraditional(whole) : whole
    proveCompiles(spelt, pattern, around.file)
    return spelt
  }
}

function proveCompiles(whole: string, pattern: string, file: string): void {
  try {
    new RegExp(whole, 'gu')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError({ code: 'rules.bad-pattern', args: { file, pattern, why } })
  }
}

/** Keywords as written; `{NAME}` alone, or none at all, stands for those of a named piece. */
export function keywordsFor(
  written: readonly string[] | undefined,
  pattern: string,
  around: PackContext,
): readonly string[] {
  if (!written) return keywordsOf(pattern, around.grammar, around.file)
  return written.flatMap((word) =>
    word.startsWith('{') ? keywordsOf(word, around.grammar, around.file) : [word],
  )
}

export function proveCheck(check: string, file: string): void {
  if (check in checks) return
  const near = nearest(check, Object.keys(checks)) ?? Object.keys(checks).join(' ')
  throw new UsageError({ code: 'rules.unknown-check', args: { file, name: check, near } })
}
