/** Text whose encoding is told beside it: in a mail header, in the property of a card. */
import { Buffer } from 'node:buffer'
import { decodeText } from './charset.js'
import { encodingNamed } from './encodings.js'

/** The label is believed where the bytes decode by it; else they are looked at. Never throws. */
export function decodeLabelled(bytes: Uint8Array, label: string | undefined): string {
  const name = label?.trim().toLowerCase()
  if (name === 'hz-gb-2312' || name === 'hz') return fromHz(bytes)
  const own = name && (strictly(bytes, encodingNamed(name) ?? name) ?? undefined)
  return own ?? decodeText(bytes, label)?.text ?? new TextDecoder('gb18030').decode(bytes)
}

/** Null: not decodable without loss, or no such encoding. */
function strictly(bytes: Uint8Array, encoding: string): string | null {
  // Mail that was written in Chinese is often labelled so by programs that did not know.
  if (encoding === 'windows-1252' && bytes.some((byte) => byte >= 0x80)) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** RFC 1843: GB 2312 in seven bits, between `~{` and `~}`. */
function fromHz(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('~\n', '')
  const wide = text.replace(/~\{([^~]*)(~\}|$)/g, (_, inner: string) =>
    [...inner].map((letter) => String.fromCharCode(letter.charCodeAt(0) | 0x80)).join(''),
  )
  return new TextDecoder('gb18030').decode(Buffer.from(wide.replaceAll('~~', '~'), 'latin1'))
}
