/** What scripts and style sheets say in words: string literals with their escapes decoded, and comments. */
import { unescaped } from '../charset/escapes.js'

const LONGEST = 16 * 1024
const han = /[\u3400-\u9fff\uf900-\ufaff]/

export interface ScriptString {
  readonly text: string
  /** 0-based, within the script. */
  readonly line: number
  /** It is what one string literal says, not a line of code. */
  readonly literal: boolean
}

/** Each literal with Han on its own, as the page would show it; then what is left of each line. */
export function* scriptWords(script: string): Generator<ScriptString> {
  const code = unescaped(script) ?? script
  let line = 0
  let from = 0
  let rest = ''
  for (const { start, end } of literalsIn(code)) {
    const text = code.slice(start + 1, end - 1)
    if (!han.test(text)) continue
    const before = code.slice(from, start)
    line += countLines(before)
    yield { text: literalText(text), line, literal: true }
    rest += `${before}""${'\n'.repeat(countLines(text))}`
    line += countLines(text)
    from = end
  }
  yield* codeLines(rest + code.slice(from))
}

const countLines = (text: string): number => text.split('\n').length - 1

function* codeLines(code: string): Generator<ScriptString> {
  for (const [line, raw] of code.split('\n').entries()) {
    for (let start = 0; start < raw.length; start += LONGEST) {
      const text = raw.slice(start, start + LONGEST).trim()
      if (text) yield { text, line, literal: false }
    }
  }
}

/** Escaped line breaks break lines; other escapes are what they stand for. */
export function literalText(text: string): string {
  return text.replace(/\\(?:r\\n|[nr])/g, '\n').replace(/\\(\r?\n|["'`/\\])/g, '$1')
}

/** String literals in any of the three quotes; only those in backquotes go over line ends. Comments are passed. */
export function* literalsIn(code: string): Generator<{ readonly start: number; readonly end: number }> {
  const opening = /["'`]|(?<=^|[\s;{}(,])\/\/[^\n]*|\/\*/gm
  for (let found = opening.exec(code); found; found = opening.exec(code)) {
    const start = found.index
    const sign = found[0]
    if (sign === '/*') {
      const end = code.indexOf('*/', start + 2)
      if (end < 0) return
      opening.lastIndex = end + 2
    } else if (sign.length === 1) {
      const end = literalEnd(code, start, sign)
      if (end < 0) continue
      yield { start, end }
      opening.lastIndex = end
    }
  }
}

/** Behind the closing quote; -1 where there is none. */
function literalEnd(code: string, start: number, quote: string): number {
  for (let at = start + 1; at < code.length; at++) {
    const letter = code[at]
    if (letter === '\\') at++
    else if (letter === quote) return at + 1
    else if (letter === '\n' && quote !== '`') return -1
  }
  return -1
}

/** Only what is beyond ASCII: generated content and comments. CSS escapes are `\673a `. */
export function* styleWords(style: string): Generator<ScriptString> {
  const text = style.replace(/\\([0-9a-f]{4,6})\s?/gi, (whole, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
  for (const words of scriptWords(text)) if (han.test(words.text)) yield words
}
