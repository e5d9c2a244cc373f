/** RTF as a stream of tokens, byte by byte: groups, control words, escaped bytes, stretches of text (RTF 1.9.1). */

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `parameter` is null when none is written. */
  | { readonly kind: 'word'; readonly name: string; readonly parameter: number | null }
  /** A control symbol: `*`, `~`, `-`, `_`, `:`, `|`. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** `\'xx`. */
  | { readonly kind: 'byte'; readonly value: number }
  /** Plain bytes from `start` to `end`, line ends left out by whoever reads them. */
  | { readonly kind: 'text' | 'binary'; readonly start: number; readonly end: number }

const [OPEN, CLOSE, ESCAPE, SPACE, QUOTE, MINUS] = [0x7b, 0x7d, 0x5c, 0x20, 0x27, 0x2d]
const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39
/** Longer ones no reader knows. */
const longestWord = 64

export function* tokensOf(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    if (byte === OPEN || byte === CLOSE) {
      at++
      yield { kind: byte === OPEN ? 'open' : 'close' }
    } else if (byte === ESCAPE) {
      const { token, next } = control(bytes, at + 1)
      at = next
      if (token) yield token
      if (token?.kind === 'word' && token.name === 'bin') {
        const end = Math.min(bytes.length, at + Math.max(0, token.parameter ?? 0))
        yield { kind: 'binary', start: at, end }
        at = end
      }
    } else {
      const start = at
      while (at < bytes.length && bytes[at] !== OPEN && bytes[at] !== CLOSE && bytes[at] !== ESCAPE) at++
      yield { kind: 'text', start, end: at }
    }
  }
}

/** `at`: the byte behind the backslash. */
function control(bytes: Uint8Array, at: number): { token: RtfToken | null; next: number } {
  const first = bytes[at]
  if (first === undefined) return { token: null, next: at }
  if (isLetter(first)) return word(bytes, at)
  if (first === QUOTE) {
    const value = hex(bytes[at + 1]) * 16 + hex(bytes[at + 2])
    return {
      token: Number.isNaN(value) ? null : { kind: 'byte', value },
      next: Number.isNaN(value) ? at + 1 : at + 3,
    }
  }
  if (first === OPEN || first === CLOSE || first === ESCAPE) {
    return { token: { kind: 'byte', value: first }, next: at + 1 }
  }
  // A backslash at a line end is a paragraph.
  if (first === 0x0a || first === 0x0d)
    return { token: { kind: 'word', name: 'par', parameter: null }, next: at + 1 }
  return { token: { kind: 'symbol', name: String.fromCharCode(first) }, next: at + 1 }
}

function word(bytes: Uint8Array, start: number): { token: RtfToken; next: number } {
  let at = start
  while (at < bytes.length && isLetter(bytes[at]!) && at - start < longestWord) at++
  const name = Buffer.from(bytes.subarray(start, at)).toString('latin1')
  const digits = bytes[at] === MINUS && isDigit(bytes[at + 1] ?? 0) ? at + 1 : at
  let end = digits
  while (end < bytes.length && isDigit(bytes[end]!) && end - digits < 10) end++
  const parameter = end === digits ? null : Number(Buffer.from(bytes.subarray(at, end)).toString('latin1'))
  const next = end > digits ? end : at
  return { token: { kind: 'word', name, parameter }, next: bytes[next] === SPACE ? next + 1 : next }
}

/** NaN for anything that is no hexadecimal digit. */
export function hex(byte: number | undefined): number {
  if (byte === undefined) return NaN
  if (isDigit(byte)) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : NaN
}
