/**
 * Formulas a program wrote without their value: what is literal in them is computed, as far as it makes words
 * (ECMA-376 18.17). Numbers nobody computed cannot be marks.
 */
import { plainNumber, shownNumber, shownText } from '../shared/sheet/number-format.js'

/** The text of a cell by its name (`B3`, without `$`); null: not known. */
export type Lookup = (cell: string) => string | null

const MOST_TOKENS = 400
const DEEPEST = 32

const tokenPattern =
  /\s*(?:"((?:[^"]|"")*)"|(\d+(?:\.\d+)?)|(\$?[A-Z]{1,3}\$?\d{1,7})(?![\w(!.])|((?:_xlfn\.)?[A-Z][A-Z0-9.]*)\(|([&(),]))/giy

type Token =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'cell'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string }
  | { readonly kind: '&' | '(' | ')' | ',' }

/** Null where anything in it is not known to this reader: a range, a sheet, an operator, a function. */
export function computed(formula: string, lookup: Lookup): string | null {
  const tokens = tokensOf(formula)
  if (!tokens) return null
  const reader = new Reader(tokens, lookup)
  const value = reader.joined(0)
  return reader.ended ? value : null
}

/** Cells it names, so that they can be looked up before. */
export function cellsIn(formula: string): string[] {
  return (tokensOf(formula) ?? []).flatMap((token) => (token.kind === 'cell' ? [token.name] : []))
}

/** Puts words together: only such a formula can say what no cell says. */
export function joinsText(formula: string): boolean {
  return /&|\b(?:concat(?:enate)?|textjoin|substitute|replace|rept|unichar|char)\s*\(/i.test(
    formula.replace(/"[^"]*"/g, '""'),
  )
}

function tokensOf(formula: string): Token[] | null {
  const tokens: Token[] = []
  tokenPattern.lastIndex = 0
  const whole = formula.replace(/^=/, '').trimEnd()
  while (tokenPattern.lastIndex < whole.length) {
    const match = tokenPattern.exec(whole)
    if (!match || tokens.length >= MOST_TOKENS) return null
    const [, text, number, cell, call, sign] = match
    if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll('""', '"') })
    else if (number) tokens.push({ kind: 'text', value: plainNumber(Number(number)) })
    else if (cell) tokens.push({ kind: 'cell', name: cell.replaceAll('$', '').toUpperCase() })
    else if (call) tokens.push({ kind: 'call', name: call.replace(/^_xlfn\./i, '').toUpperCase() })
    else tokens.push({ kind: sign as '&' })
  }
  return tokens
}

const functions: Readonly<Record<string, (args: readonly string[]) => string | null>> = {
  CONCATENATE: (args) => args.join(''),
  CONCAT: (args) => args.join(''),
  TEXTJOIN: ([between = '', empty = '', ...texts]) =>
    texts.filter((text) => text !== '' || !/^(true|1)$/i.test(empty)).join(between),
  UNICHAR: ([code = '']) => characterOf(Number(code), 0x10ffff),
  CHAR: ([code = '']) => characterOf(Number(code), 0x7f),
  TEXT: ([value = '', format = '']) =>
    value !== '' && Number.isFinite(Number(value))
      ? shownNumber(Number(value), format, false)
      : shownText(value, format),
  TRIM: ([text = '']) => text.trim(),
  T: ([text = '']) => text,
  REPT: ([text = '', count = '']) =>
    text.length * Number(count) <= 1_000 ? text.repeat(Number(count) || 0) : null,
}

function characterOf(code: number, most: number): string | null {
  return Number.isInteger(code) && code > 0 && code <= most ? String.fromCodePoint(code) : null
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #lookup: Lookup
  #at = 0

  constructor(tokens: readonly Token[], lookup: Lookup) {
    this.#tokens = tokens
    this.#lookup = lookup
  }

  get ended(): boolean {
    return this.#at === this.#tokens.length
  }

  /** Operands joined by `&`. */
  joined(depth: number): string | null {
    let text = this.#operand(depth)
    while (text !== null && this.#takes('&')) {
      const next = this.#operand(depth)
      text = next === null ? null : text + next
    }
    return text
  }

  #operand(depth: number): string | null {
    const token = this.#tokens[this.#at]
    this.#at += 1
    if (!token || depth > DEEPEST) return null
    if (token.kind === 'text') return token.value
    if (token.kind === 'cell') return this.#lookup(token.name)
    if (token.kind === 'call') return this.#call(token.name, depth)
    if (token.kind !== '(') return null
    const inner = this.joined(depth + 1)
    return this.#takes(')') ? inner : null
  }

  #call(name: string, depth: number): string | null {
    const args: string[] = []
    if (!this.#takes(')')) {
      do {
        const argument = this.joined(depth + 1)
        if (argument === null) return null
        args.push(argument)
      } while (this.#takes(','))
      if (!this.#takes(')')) return null
    }
    return functions[name]?.(args) ?? null
  }

  #takes(kind: Token['kind']): boolean {
    if (this.#tokens[this.#at]?.kind !== kind) return false
    this.#at += 1
    return true
  }
}
