/** Text whose encoding is told beside it: in a mail header, in the property of a card. */
import { Buffer } from 'node:buffer'
import { decodeText } from '../charset.js'
import { encodingNamed } from './encodings.js'
import { fromSevenBit, type SevenBit, sevenBitNamed, sevenBitOf } from './seven-bit.js'

/** The label is believed where the bytes decode by it; else they are looked at. Never throws. */
export function decodeLabelled(bytes: Uint8Array, label: string | undefined): string {
  const name = label?.trim().toLowerCase()
  const narrow = sevenBitIn(bytes, name)
  const plain = narrow && fromSevenBit(bytes, narrow)
  if (plain) return plain
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

/** Programs that did not know call seven bits of Chinese ASCII, or nothing. */
function sevenBitIn(bytes: Uint8Array, label: string | undefined): SevenBit | null {
  if (label !== undefined && sevenBitNamed(label)) return sevenBitNamed(label)
  if (label !== undefined && !/^(us-ascii|ascii|gb_?2312|utf-8|iso-8859-1)$/.test(label)) return null
  return sevenBitOf(Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1'))
}

const SAMPLE = 64 * 1024
