/** Chinese in seven bits: HZ (RFC 1843), ISO-2022-CN (RFC 1922), UTF-7 (RFC 2152). What does not decode is U+FFFD. */
import { Buffer } from 'node:buffer'

export type SevenBit = 'hz' | 'iso-2022-cn' | 'utf-7'

const labels: Readonly<Record<string, SevenBit>> = {
  hz: 'hz',
  'hz-gb-2312': 'hz',
  'x-cp52936': 'hz',
  'iso-2022-cn': 'iso-2022-cn',
  'iso-2022-cn-ext': 'iso-2022-cn',
  csiso2022cn: 'iso-2022-cn',
  'x-cp50227': 'iso-2022-cn',
  'utf-7': 'utf-7',
  utf7: 'utf-7',
  csutf7: 'utf-7',
  'unicode-1-1-utf-7': 'utf-7',
  'unicode-2-0-utf-7': 'utf-7',
  'x-unicode-2-0-utf-7': 'utf-7',
}

const pages: Readonly<Record<number, SevenBit>> = { 50_227: 'iso-2022-cn', 52_936: 'hz', 65_000: 'utf-7' }

export const sevenBitNamed = (label: string): SevenBit | null => labels[label.trim().toLowerCase()] ?? null
export const sevenBitPage = (page: number): SevenBit | null => pages[page] ?? null

/** Designations of ISO-2022-CN, and runs of HZ of two characters or more: nothing else looks like them. */
export function sevenBitOf(text: string): SevenBit | null {
  // oxlint-disable-next-line no-control-regex
  if (/\x1b\$[)*+][A-M]/.test(text)) return 'iso-2022-cn'
  return /~\{(?:[!-w][!-~]){2,400}~\}/.test(text) ? 'hz' : null
}

/** True where a byte is beyond ASCII: then the label is wrong. */
export function fromSevenBit(bytes: Uint8Array, encoding: SevenBit): string | null {
  if (bytes.some((byte) => byte >= 0x80)) return null
  const text = Buffer.from(bytes).toString('latin1')
  if (encoding === 'utf-7') return fromUtf7(text)
  return encoding === 'hz' ? fromHz(text) : fromIso2022(text)
}

const gb2312 = (pairs: string): string =>
  new TextDecoder('gb18030').decode(Uint8Array.from(pairs, (letter) => letter.charCodeAt(0) | 0x80))

function fromHz(text: string): string {
  return text
    .replaceAll('~\r\n', '')
    .replaceAll('~\n', '')
    .replace(/~\{((?:[^~]|~(?!\}))*)(?:~\}|$)|~~/g, (whole, pairs?: string) =>
      whole === '~~' ? '~' : (pairs ?? '').replace(/[^\r\n]+/g, gb2312),
    )
}

/** Between SO and SI stand pairs of the designated set; sets of CNS 11643 are not known here. */
function fromIso2022(text: string): string {
  let out = ''
  let set = ''
  let isShifted = false
  // oxlint-disable-next-line no-control-regex
  for (const [token] of text.matchAll(
    /\x1b\$[)*+][@-~]|\x1b[NO]..|[\x0e\x0f]|\r?\n|[^\x1b\x0e\x0f\r\n]+|[^]/g,
  )) {
    if (token.startsWith('\x1b$)')) set = token[3]!
    else if (/^\x1b[NO]/.test(token)) out += '\ufffd'
    else if (token === '\x0e') isShifted = true
    else if (token === '\x0f') isShifted = false
    else if (/^\r?\n$/.test(token)) {
      // A line end takes all of it back.
      isShifted = false
      out += token
    } else if (token[0] !== '\x1b')
      out += !isShifted ? token : set === 'A' ? gb2312(token) : '\ufffd'.repeat(Math.ceil(token.length / 2))
  }
  return out
}

function fromUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, coded: string) => {
    if (coded === '') return whole === '+-' ? '+' : whole
    const bytes = Buffer.from(coded, 'base64')
    return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length & ~1))
  })
}
