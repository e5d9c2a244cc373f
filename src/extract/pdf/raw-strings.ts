/** Strings and names as written in PDF syntax (ISO 32000-1, 7.3.4 and 7.3.5). */

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A string as its bytes, in Latin-1, and where it ends. */
interface Written {
  readonly bytes: string
  readonly end: number
}

/** The literal or hexadecimal string that begins at `at`; null if none begins there. */
export function stringAt(text: string, at: number): Written | null {
  if (text[at] === '(') return literal(text, at + 1)
  if (text[at] !== '<' || text[at + 1] === '<') return null
  const end = text.indexOf('>', at)
  if (end < 0) return null
  const digits = text.slice(at + 1, end).replace(/[^0-9a-fA-F]/g, '')
  const bytes = Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1')
  return { bytes, end: end + 1 }
}

/** The bytes, as Latin-1, of the string that a key has in the text of a dictionary. */
export function bytesOf(dictionary: string, key: string): string | null {
  const found = new RegExp(`/${key}\\s*(?=[(<])`).exec(dictionary)
  return found ? (stringAt(dictionary, found.index + found[0].length)?.bytes ?? null) : null
}

function literal(text: string, from: number): Written {
  let written = ''
  let depth = 1
  let at = from
  for (; at < text.length; at++) {
    const letter = text[at]!
    if (letter === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      if (octal) written += String.fromCharCode(parseInt(octal, 8) & 255)
      else if (text[at + 1] !== '\n' && text[at + 1] !== '\r')
        written += escapes[text[at + 1]!] ?? text[at + 1] ?? ''
      at += octal ? octal.length : 1
      continue
    }
    if (letter === '(') depth++
    if (letter === ')' && --depth === 0) break
    written += letter
  }
  return { bytes: written, end: at + 1 }
}

/** Text strings are UTF-16 or UTF-8 with a byte order mark, else nearly Latin-1 (7.9.2.2); GBK is met in the wild. */
export function decodeText(bytes: string): string {
  const data = Buffer.from(bytes, 'latin1')
  if (bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(data)
  if (bytes.startsWith('\xff\xfe')) return new TextDecoder('utf-16le').decode(data)
  if (bytes.startsWith('\xef\xbb\xbf')) return new TextDecoder('utf-8').decode(data)
  return decodeBytes(data)
}

/** Bytes in no stated encoding: UTF-8, else GB18030 where both fit, else Latin-1. */
export function decodeBytes(data: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(data)
    } catch {
      continue
    }
  }
  return Buffer.from(data).toString('latin1')
}
