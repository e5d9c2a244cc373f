/** What a field of a word processor shows by its code, without a stored result (ECMA-376 part 1, 17.16.5; RTF and DOC alike). */
import { type EquationText, readEquation } from './equation.js'
import { symbolOf } from '../font/symbols.js'

export type { EquationText } from './equation.js'

export interface FieldWords extends EquationText {
  /** Drawn from the code whatever result is stored; else only where none is. */
  readonly always: boolean
}

/** A code longer than this is read no further. */
const MOST_CODE = 64 * 1024

/** Null where the code by itself shows nothing: page numbers, links, references. */
export function fieldWords(code: string): FieldWords | null {
  const head = /^\s*([A-Za-z]+)(?![A-Za-z])\s*/.exec(code)
  if (!head || code.length > MOST_CODE) return null
  const name = head[1]!.toUpperCase()
  const rest = code.slice(head[0].length)
  const drawn = drawnFields[name]?.(rest)
  if (drawn) return { ...drawn, always: true }
  const text = statedFields[name]?.(rest)?.trim()
  return text ? { text, beside: [], always: false } : null
}

const plain = (text: string): EquationText | null => (text.trim() ? { text: text.trim(), beside: [] } : null)

/** Fields that store no result. */
const drawnFields: Readonly<Record<string, (rest: string) => EquationText | null>> = {
  EQ: readEquation,
  MACROBUTTON: (rest) => plain(unquoted(rest.replace(/^("[^"]*"|\S+)\s*/, ''))),
  GOTOBUTTON: (rest) => plain(unquoted(rest.replace(/^("[^"]*"|\S+)\s*/, ''))),
  SYMBOL: (rest) => plain(symbolField(rest)),
}

const firstArgument = (rest: string): string => argumentsOf(rest)[0] ?? ''

/** Fields whose result is missing until somebody updates them. */
const statedFields: Readonly<Record<string, (rest: string) => string>> = {
  QUOTE: (rest) => argumentsOf(rest).join(' '),
  FILLIN: (rest) => switchOf(rest, 'd'),
  IF: conditional,
  AUTOTEXTLIST: firstArgument,
  TITLE: firstArgument,
  SUBJECT: firstArgument,
  KEYWORDS: firstArgument,
  COMMENTS: firstArgument,
  AUTHOR: firstArgument,
  USERNAME: firstArgument,
  USERADDRESS: firstArgument,
}

/** Quoted or bare words up to the first switch; `\"` and `\\` stand for themselves inside quotes. */
function argumentsOf(rest: string): string[] {
  const found: string[] = []
  for (const [, quoted, typeset, bare] of rest.matchAll(
    /"((?:\\.|[^"\\])*)"|[“”]([^“”]*)[“”]|((?:\\[^\s]*|[^\s"“”]+))/gs,
  )) {
    if (bare?.startsWith('\\')) break
    found.push(quoted === undefined ? (typeset ?? bare ?? '') : quoted.replace(/\\(.)/gs, '$1'))
  }
  return found
}

/** The value of `\d "…"`. */
function switchOf(rest: string, letter: string): string {
  const at = new RegExp(`\\\\${letter}\\s*`, 'i').exec(rest)
  return at ? firstArgument(rest.slice(at.index + at[0].length)) : ''
}

function unquoted(text: string): string {
  return /^\s*"([^"]*)"\s*$/.exec(text)?.[1] ?? text.replace(/\\\*\s*\S+\s*$/, '')
}

/** 17.16.5.60: a character by number, of a font, in Unicode (`\u`) or in the code page of the font. */
function symbolField(rest: string): string {
  const number = /^\s*(0x[\da-f]{1,6}|\d{1,7})/i.exec(rest)?.[1]
  if (!number) return /^\s*"?([^\s"\\\d])/u.exec(rest)?.[1] ?? ''
  return symbolOf(switchOf(rest, 'f') || undefined, Number(number).toString(16))
}

/** 17.16.5.25: a comparison of two values, then what shows if it holds, then what else. */
function conditional(rest: string): string {
  const [left, operator, right, whenTrue, whenFalse] = argumentsOf(rest)
  if (!operator || !/^(=|<>|<|>|<=|>=)$/.test(operator)) return ''
  return (holds(left!, operator, right ?? '') ? whenTrue : whenFalse) ?? ''
}

function holds(left: string, operator: string, right: string): boolean {
  const numbers = [Number(left), Number(right)] as const
  const [one, other] = numbers.some((number) => Number.isNaN(number)) ? [left, right] : numbers
  if (operator === '=') return one === other
  if (operator === '<>') return one !== other
  if (operator === '<' || operator === '<=') return one < other || (operator === '<=' && one === other)
  return one > other || (operator === '>=' && one === other)
}
