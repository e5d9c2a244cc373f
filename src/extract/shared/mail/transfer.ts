/** Bytes written as mail and cards write them: base64, quoted-printable, uuencode. */
import { Buffer } from 'node:buffer'

export interface Unwrapped {
  readonly bytes: Uint8Array
  /** Something in it belongs to no such encoding, or it breaks off. */
  readonly damaged: boolean
}

/** RFC 2045, 6.8; pieces that were padded one by one and joined are decoded one by one. */
export function fromBase64(text: string): Unwrapped {
  const kept = text.replace(/[^A-Za-z0-9+/=]+/g, '')
  const strays = text.replace(/[\sA-Za-z0-9+/=]+/g, '').length
  const pieces = kept.match(/[^=]+/g) ?? []
  const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')))
  const isBroken = pieces.some((piece) => piece.length % 4 === 1)
  return { bytes: new Uint8Array(bytes), damaged: isBroken || strays > 3 }
}

/** RFC 2045, 6.7. `text`: one character for each byte. */
export function fromQuotedPrintable(text: string): Unwrapped {
  const lines = text.split('\n')
  const joined: string[] = []
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1
    const shown = line.trimEnd()
    if (shown.endsWith('=')) joined.push(shown.slice(0, -1))
    else joined.push(isLast ? line : `${shown}${line.endsWith('\r') ? '\r' : ''}\n`)
  })
  return { bytes: percentLike(joined.join(''), /=([0-9a-f]{2})/gi), damaged: false }
}

/** The `Q` encoding of header words (RFC 2047, 4.2). */
export function fromQ(text: string): Uint8Array {
  return percentLike(text.replaceAll('_', ' '), /=([0-9a-f]{2})/gi)
}

/** Percent escapes of parameter values (RFC 2231, 4). */
export function fromPercent(text: string): Uint8Array {
  return percentLike(text, /%([0-9a-f]{2})/gi)
}

function percentLike(text: string, escape: RegExp): Uint8Array {
  const plain = text.replace(escape, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)))
  return new Uint8Array(Buffer.from(plain, 'latin1'))
}

/** Lines between `begin` and `end` (POSIX uuencode); the lines of those two are not in `lines`. */
export function fromUuencode(lines: readonly string[]): Unwrapped {
  const pieces: Buffer[] = []
  let damaged = false
  for (const line of lines) {
    const length = (line.charCodeAt(0) - 32) & 63
    const groups = Math.ceil(length / 3)
    const body = line.slice(1, 1 + groups * 4).padEnd(groups * 4, ' ')
    if (line.trimEnd().length > 1 + groups * 4 + 1) damaged = true
    const piece = Buffer.alloc(groups * 3)
    for (let at = 0; at < groups; at++) {
      const [a, b, c, d] = [0, 1, 2, 3].map((index) => (body.charCodeAt(at * 4 + index) - 32) & 63)
      piece.writeUIntBE((a! << 18) | (b! << 12) | (c! << 6) | d!, at * 3, 3)
    }
    pieces.push(piece.subarray(0, length))
  }
  return { bytes: new Uint8Array(Buffer.concat(pieces)), damaged }
}
