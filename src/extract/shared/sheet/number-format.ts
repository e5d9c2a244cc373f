/** Numbers as a cell shows them, as far as words are concerned: literals of the format, dates, plain digits (18.8.31). */
import { sectionFor, sectionsOf, textSection, type FormatToken } from './format-sections.js'

/** The built-in codes that matter: dates, among them the Chinese ones, and text (18.8.30). */
export const builtInFormats: readonly (readonly [number, string])[] = [
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy-mm-dd'],
  ...[15, 16, 17, 30].map((id) => [id, 'yyyy-mm-dd'] as const),
  [18, 'h:mm'],
  [19, 'h:mm:ss'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy-mm-dd h:mm'],
  ...[27, 36, 50, 52, 57].map((id) => [id, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, 'm"月"d"日"'] as const),
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [49, '@'],
]

/** Empty: the format shows nothing at all (`;;;`). */
export function shownNumber(value: number, format: string, dates1904: boolean): string {
  if (format === 'General' || format === '') return plainNumber(value)
  const sections = sectionsOf(format)
  const chosen = sectionFor(value, sections)
  const section = chosen?.tokens ?? []
  const isDate = section.some((token) => token.kind === 'date' && /[ymdhs]/.test(token.code))
  if (isDate) return shownDate(value, section, dates1904)
  const isUnsigned = sections.length > 1 && chosen === sections[1] && !chosen?.condition
  let number: string | null = plainNumber(isUnsigned ? Math.abs(value) : value)
  if (section.some(({ kind }) => kind === 'percent')) number = plainNumber(value * 100)
  return section
    .map((token) => {
      if (token.kind === 'literal') return token.text
      if (token.kind === 'percent') return '%'
      if (token.kind === 'date') return token.code
      const told = number ?? ''
      number = null
      return told
    })
    .join('')
}

/** Text goes through the section for text, where the format has one. */
export function shownText(text: string, format: string): string {
  if (!format.includes('@') && !/;.*;.*;/.test(format)) return text
  const section = textSection(sectionsOf(format))
  if (!section) return text
  return section.tokens
    .map((token) => (token.kind === 'text' ? text : token.kind === 'literal' ? token.text : ''))
    .join('')
}

/** No exponent for whole numbers: identity and telephone numbers are stored as numbers too. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e30) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

function shownDate(value: number, section: readonly FormatToken[], dates1904: boolean): string {
  const epoch = dates1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, value < 60 ? 31 : 30)
  const date = new Date(epoch + Math.round(value * 86_400) * 1000)
  if (!Number.isFinite(date.getTime()) || Math.abs(value) > 3_000_000) return plainNumber(value)
  let hours = false
  return section
    .map((token) => {
      if (token.kind === 'literal') return token.text
      if (token.kind !== 'date') return ''
      const minutes = hours && /^m+$/.test(token.code)
      if (/^[hs]/.test(token.code)) hours = true
      else if (!minutes) hours = false
      return datePart(date, minutes ? token.code.replaceAll('m', 'n') : token.code)
    })
    .join('')
}

function datePart(date: Date, code: string): string {
  const padded = (value: number) => String(value).padStart(code.length > 1 ? 2 : 1, '0')
  switch (code[0]) {
    case 'y':
      return code.length > 2 ? String(date.getUTCFullYear()) : padded(date.getUTCFullYear() % 100)
    case 'e':
      return String(date.getUTCFullYear())
    case 'm':
      return padded(date.getUTCMonth() + 1)
    case 'd':
      return padded(date.getUTCDate())
    case 'h':
      return padded(date.getUTCHours())
    case 'n':
      return padded(date.getUTCMinutes())
    default:
      return code.startsWith('s') ? padded(date.getUTCSeconds()) : ''
  }
}
