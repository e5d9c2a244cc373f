/** Patterns of rule files with their named pieces put in, in simplified and, where asked, traditional script. */
import { UsageError } from '../errors.js'
import { nearest } from '../nearest.js'
import type { GrammarFile } from './schema-files.js'
import { traditionalOf } from './traditional.js'

export interface Grammar {
  readonly macros: GrammarFile['macros']
  readonly cues: GrammarFile['cues']
}

const reference = /(?<!\\[pP])\{([A-Z][A-Z_]{2,})\}/g

/** `{LEVEL}` becomes its pattern in a group of its own; unknown names are a UsageError. */
export function expandPattern(pattern: string, grammar: Grammar, file: string, depth = 0): string {
  if (depth > 8) throw new UsageError({ code: 'rules.macro-loop', args: { file, pattern } })
  return pattern.replace(reference, (_whole, name: string) => {
    const body = macroNamed(name, grammar, file).pattern
    return `(?:${expandPattern(body, grammar, file, depth + 1)})`
  })
}

function macroNamed(name: string, grammar: Grammar, file: string) {
  const macro = grammar.macros[name]
  if (macro === undefined) {
    const near = nearest(name, Object.keys(grammar.macros)) ?? '-'
    throw new UsageError({ code: 'rules.unknown-macro', args: { file, name, near } })
  }
  return typeof macro === 'string' ? { pattern: macro, keywords: undefined } : macro
}

/** The keywords of the first named piece that has some. */
export function keywordsOf(pattern: string, grammar: Grammar, file: string): readonly string[] {
  for (const [, name] of pattern.matchAll(reference)) {
    const macro = macroNamed(name!, grammar, file)
    const keywords = macro.keywords ?? keywordsOf(macro.pattern, grammar, file)
    if (keywords.length > 0) return keywords
  }
  return []
}

/** Every character that has traditional forms matches those too. */
export function withTraditional(pattern: string): string {
  let inClass = false
  let out = ''
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index]!
    if (character === '\\') {
      out += character + (pattern[index + 1] ?? '')
      index += 1
      continue
    }
    if (character === '[' && !inClass) inClass = true
    else if (character === ']' && inClass) inClass = false
    const forms = traditionalOf(character)
    if (forms === '') out += character
    else out += inClass ? character + forms : `[${character}${forms}]`
  }
  return out
}

/** All spellings of a keyword. */
export function spellings(keyword: string): string[] {
  return [...keyword].reduce<string[]>(
    (known, character) =>
      known.flatMap((start) => [character, ...traditionalOf(character)].map((form) => start + form)),
    [''],
  )
}
