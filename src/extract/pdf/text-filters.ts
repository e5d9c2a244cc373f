/** The small filters of PDF streams: ASCII85, hexadecimal, run lengths, LZW (ISO 32000-1, 7.4.2 to 7.4.5). */
import { ByteList } from './plain/byte-list.js'

const [first85, last85, zeros, tilde, greater] = [0x21, 0x75, 0x7a, 0x7e, 0x3e]

/** Five characters for four bytes, `z` for four zeros, `~>` at the end. Throws at other characters. */
export function fromAscii85(data: Uint8Array): Uint8Array {
  const bytes = new ByteList()
  let [value, digits] = [0, 0]
  const put = (count: number) => {
    for (let index = 0; index < count; index++) bytes.put(Math.floor(value / 256 ** (3 - index)) & 255)
    value = 0
    digits = 0
  }
  for (const byte of data) {
    if (byte === tilde) break
    if (byte <= 32) continue
    if (byte === zeros && digits === 0) {
      put(4)
      continue
    }
    if (byte < first85 || byte > last85) throw new RangeError('ASCII85')
    value = value * 85 + byte - first85
    if (++digits === 5) put(4)
  }
  if (digits === 1) throw new RangeError('ASCII85')
  if (digits > 1) {
    const kept = digits - 1
    for (; digits < 5; digits++) value = value * 85 + 84
    put(kept)
  }
  return bytes.data.subarray(0, bytes.length)
}

export function fromAsciiHex(data: Uint8Array): Uint8Array {
  const end = data.indexOf(greater)
  const digits = Buffer.from(data.subarray(0, end < 0 ? data.length : end))
    .toString('latin1')
    .replace(/\s+/g, '')
  if (/[^0-9a-f]/i.test(digits)) throw new RangeError('hexadecimal')
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex')
}

/** A length below 128: so many bytes and one more follow; above: the next byte, 257 minus length times. */
export function fromRunLength(data: Uint8Array, most: number): Uint8Array {
  const bytes = new ByteList()
  for (let at = 0; at < data.length && data[at] !== 128;) {
    const length = data[at++]!
    const count = length < 128 ? length + 1 : 257 - length
    for (let index = 0; index < count; index++) bytes.put(data[length < 128 ? at + index : at] ?? 0)
    at += length < 128 ? count : 1
    if (bytes.length > most) throw new RangeError('run lengths')
  }
  return bytes.data.subarray(0, bytes.length)
}

const [clear, done, firstFree, mostCodes] = [256, 257, 258, 4096]

/** `early`: codes grow longer one code before they must (7.4.4.3). */
export function fromLzw(data: Uint8Array, early: boolean, most: number): Uint8Array {
  const bytes = new ByteList()
  const starts = new Uint32Array(mostCodes)
  const lengths = new Uint32Array(mostCodes)
  let [next, width, held, bits] = [firstFree, 9, 0, 0]
  let before = -1
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === done) break
    if (code === clear) {
      ;[next, width, before] = [firstFree, 9, -1]
      continue
    }
    const start = bytes.length
    if (code < clear) bytes.put(code)
    else if (before < 0 || code > next) throw new RangeError('LZW')
    else {
      const [from, length] = code < next ? [starts[code]!, lengths[code]!] : [starts[next]!, lengths[next]!]
      for (let index = 0; index < length; index++) bytes.put(bytes.data[from + index]!)
    }
    if (bytes.length > most) throw new RangeError('LZW')
    if (before >= 0 && next < mostCodes) next++
    if (next < mostCodes) {
      // What the next code will stand for: this string and the first byte of the one behind it.
      starts[next] = start
      lengths[next] = bytes.length - start + 1
    }
    before = code
    if (next + (early ? 1 : 0) >= 1 << width && width < 12) width++
  }
  return bytes.data.subarray(0, bytes.length)
}
