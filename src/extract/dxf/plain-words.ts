/** Texts of a drawing without their formatting codes: one line for each line drawn. */
import { Buffer } from 'node:buffer'

const signs: Readonly<Record<string, string>> = { d: '°', c: '⌀', p: '±', u: '', o: '', k: '' }
/** `\M+nXXXX`: a character of one of these code pages. */
const pages: Readonly<Record<string, string>> = { 1: 'shift_jis', 2: 'big5', 3: 'euc-kr', 5: 'gb18030' }

export function plainWords(value: string): string {
  return value
    .replace(/\\U\+([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\M\+([1-5])([0-9a-f]{4})/gi, (_, page: string, hex: string) =>
      new TextDecoder(pages[page] ?? 'gb18030').decode(Buffer.from(hex, 'hex')),
    )
    .replace(/%%(\d{3})/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/%%([a-z%])/gi, (_, sign: string) => signs[sign.toLowerCase()] ?? sign)
    .replace(/\\S([^;\\]*)\^([^;\\]*);/g, '$1/$2')
    .replace(/\\[fFHCcTQWAp][^;\\]{0,80};/g, '')
    .replace(/\\P|\^J/g, '\n')
    .replace(/\\~/g, ' ')
    .replace(/\\[LlOoKkNX]/g, '')
    .replace(/\\([\\{}])|[{}]/g, '$1')
}
