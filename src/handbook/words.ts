/** How a rule and its examples are told to people: in the terminal and in the handbook. */
import { eastAsianWidth } from 'get-east-asian-width'
import { say } from '../phrases/index.js'
import { punctuation } from '../phrases/punctuation.js'
import { exampleOf } from '../ruleset/example.js'
import type { Example } from '../ruleset/schema-parts.js'
import type { Lang, Level, Rule } from '../types.js'

/** One rule with what is known around it. */
export interface Chapter {
  readonly rule: Rule
  /** What it may reach in this run; `off` where the pack or the settings say so. */
  readonly reach: Level | 'off'
  readonly examples: { readonly hit: readonly Example[]; readonly miss: readonly Example[] } | null
}

/** `版头：机密★10年`, with the level where it is not the rule's own. */
export function exampleWords(example: Example, lang: Lang): string {
  const { text, at, level, today } = exampleOf(example)
  const where = say({ code: `carrier.${at}` }, lang)
  const shown = text.replaceAll('\n', ' ⏎ ')
  const beside = [
    ...(level ? [say({ code: `level.${level}` }, lang)] : []),
    ...(today ? [say({ code: 'handbook.on-day', args: { today } }, lang)] : []),
  ]
  const tail = beside.length === 0 ? '' : punctuation[lang].bracketed(beside.join(punctuation[lang].comma))
  return `${where}${punctuation[lang].colon}${shown}${tail}`
}

/** For rules that match no text: what reports them. */
export function signalWords(rule: Rule, lang: Lang): string | null {
  if (rule.family === 'remark')
    return say({ code: 'handbook.remark', args: { names: rule.remarks.join(' ') } }, lang)
  if (rule.family === 'pixels')
    return say({ code: 'handbook.pixels', args: { names: rule.kinds.join(' ') } }, lang)
  return null
}

/** Columns a text takes in a terminal: Han characters and full-width signs take two (Unicode Standard Annex 11). */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0)!), 0)
}

export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)))
}
