/** What scripts and style sheets say in words: string literals with their escapes decoded, and comments. */
import { unescaped } from '../shared/escapes.js'

const LONGEST = 16 * 1024
const han = /[\u3400-\u9fff\uf900-\ufaff]/
/** A string literal in any of the three quotes, on one line. */
const literal = /"((?:[^"\\\n]|\\.){1,4000})"|'((?:[^'\\\n]|\\.){1,4000})'|`((?:[^`\\\n]|\\.){1,4000})`/g

export interface Said {
  readonly text: string
  /** 0-based, within the script. */
  readonly line: number
}

export function* scriptWords(script: string): Generator<Said> {
  for (const [line, raw] of script.split(/\r?\n/).entries()) {
    for (let start = 0; start < raw.length; start += LONGEST) {
      for (const text of lineWords(raw.slice(start, start + LONGEST))) yield { text, line }
    }
  }
}

/** Each literal with Han on its own, as the page would show it; then the rest of the line. */
function* lineWords(raw: string): Generator<string> {
  const code = unescaped(raw) ?? raw
  let rest = code
  if (han.test(code)) {
    for (const found of code.matchAll(literal)) {
      const text = found[1] ?? found[2] ?? found[3] ?? ''
      if (!han.test(text)) continue
      rest = rest.replace(found[0], '""')
      yield* shown(text)
    }
  }
  if (rest.trim()) yield rest.trim()
}

/** Markup in a literal is taken away, and its blocks and escaped line breaks make lines. */
function* shown(text: string): Generator<string> {
  const lines = text
    .replace(/<\/?(p|div|br|li|tr|td|th|h\d)\b[^>]*>|\\[nr]/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
  for (const line of lines.split('\n')) if (line.trim()) yield line.replaceAll(/\\(["'`/\\])/g, '$1').trim()
}

/** Only what is beyond ASCII: generated content and comments. CSS escapes are `\673a `. */
export function* styleWords(style: string): Generator<Said> {
  for (const [line, raw] of style.split(/\r?\n/).entries()) {
    const text = raw.replace(/\\([0-9a-f]{4,6})\s?/gi, (whole, hex: string) => {
      const code = Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    if (han.test(text)) for (const words of lineWords(text)) yield { text: words, line }
  }
}
