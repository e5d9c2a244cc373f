/** Letters set in a symbol font: a Wingdings « is a ★ to whoever looks at it. */
import { createRequire } from 'node:module'
import type { codePoint as CodePoint } from 'dingbat-to-unicode'

let dictionary: { readonly codePoint: typeof CodePoint } | null = null

/** Loaded at the first symbol: every start of a process would pay for the tables, and few documents need them. */
function tables(): { readonly codePoint: typeof CodePoint } {
  dictionary ??= createRequire(import.meta.url)('dingbat-to-unicode') as typeof dictionary
  return dictionary!
}

const symbolFont = /^(symbol|webdings|wingdings( [23])?|zapf ?dingbats)$/i

/** What is seen, letter by letter, when `text` is set in `font`. */
export function seenIn(font: string | undefined, text: string): string {
  if (!font || !symbolFont.test(font)) return text
  return Array.from(text, (letter) => symbol(font, letter.codePointAt(0)!) ?? letter).join('')
}

/** `w:sym` (ECMA-376 17.3.3.30): a font and a hexadecimal code, often in the private area F000–F0FF. */
export function symbolOf(font: string | undefined, code: string | undefined): string {
  if (!code || !/^[0-9a-f]{1,6}$/i.test(code)) return ''
  const point = parseInt(code, 16)
  return symbol(font ?? '', point) ?? (point < 0x110000 ? String.fromCodePoint(point) : '')
}

function symbol(font: string, point: number): string | undefined {
  const inFont = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point
  return inFont < 0x100 && inFont > 0x20 ? tables().codePoint(font, inFont)?.string : undefined
}
