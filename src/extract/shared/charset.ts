/** Which encoding some bytes are written in, and their text: BOM, UTF-16, UTF-8, a declaration, GB18030 or Big5. */
import { isUtf8 } from 'node:buffer'
import {
  commonShare,
  scoreBig5,
  scoreGb18030,
  scoreUtf16,
  utf8Damage,
  type Score,
  type WideScore,
} from './charset/scores.js'
import { bomOf, type Charset, encodingNamed, utf } from './charset/encodings.js'
import { decoderFor } from './charset/decoders.js'

export interface Decoded extends Charset {
  readonly text: string
}

/** Below this a reading is noise, not Chinese text. */
const PLAUSIBLE = 0.45

/**
 * `bytes` may be a sample that ends inside a character. `declared` is the name in a meta tag or an XML declaration;
 * it is believed only if the bytes decode by it. Null: the bytes are not text.
 */
export function detectCharset(bytes: Uint8Array, declared?: string): Charset | null {
  const marked = bomOf(bytes)
  if (marked) return marked
  const bare = withoutZeroEnd(bytes)
  const units = bytes.subarray(0, bare.length + (bare.length & 1))
  const wide: WideScore = { ...scoreUtf16(units), hasNul: bytes.includes(0) }
  if (bare.length < bytes.length && !bare.includes(0) && (isUtf8(bare) || wide.score < 0.9))
    return detectCharset(bare, declared)
  if (wide.hasNul) return wide.score >= 0.9 ? { ...utf(wide.encoding, 0), sure: 'likely' } : null
  const whole = bytes.length < SAMPLE ? bytes : trimUtf8Tail(bytes)
  const controlled = isControlled(bytes)
  const isShort = isShortGbk(bytes, whole)
  if (isUtf8(whole) && !controlled && !isShort) return utf('utf-8', 0)
  const declaration = controlled ? null : declaredCharset(bytes, declared)
  if (declaration) return declaration
  // Half of the bytes of Han in UTF-16 may look like anything, control characters included.
  if (isWideHan(wide, bytes)) return { ...utf(wide.encoding, 0), sure: 'doubtful' }
  return controlled ? null : guess(bytes, isShort)
}

function isWideHan(wide: WideScore, bytes: Uint8Array): boolean {
  if (wide.score <= 0.97 || wide.lead < 0.4) return false
  const sample = bytes.subarray(0, 4096)
  const [own, ...others] = [wide.encoding, 'gb18030', 'big5'].map((name) => shareBy(name, sample))
  return own! > Math.max(...others)
}

const shareBy = (encoding: string, bytes: Uint8Array) => commonShare(new TextDecoder(encoding).decode(bytes))

/** More zeros at the end are no end of a text. */
const MOST_ZEROS = 3

/** Shorter than this, the bytes are a whole file and not the head of one. */
const SAMPLE = 1024

/** Bytes to text; null when they are no text in any encoding known here. */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded | null {
  const charset = detectCharset(bytes, declared)
  return charset && { ...charset, text: decoderFor(charset).decode(bytes.subarray(charset.bom)) }
}

function declaredCharset(bytes: Uint8Array, declared?: string): Charset | null {
  const encoding = declared === undefined ? null : encodingNamed(declared)
  const score = encoding === 'gb18030' ? scoreGb18030(bytes) : encoding === 'big5' ? scoreBig5(bytes) : null
  if (!encoding || !score || score.invalid > 0) return null
  return { encoding, bom: 0, sure: 'certain', strict: true }
}

/** Not UTF-8, nothing declared that holds: the reading with the most ordinary characters wins, GB18030 on a tie. */
function guess(bytes: Uint8Array, isShort: boolean): Charset | null {
  const damage = utf8Damage(bytes)
  if (!isShort && damage.good > 0 && damage.good >= 4 * damage.bad) {
    return { encoding: 'utf-8', bom: 0, sure: 'likely', strict: false }
  }
  const readings = { gb18030: scoreGb18030(bytes), big5: scoreBig5(bytes) }
  const encoding = better(bytes, readings)
  const { score, invalid, pairs } = readings[encoding]
  if (score >= PLAUSIBLE) {
    const clear = score >= 0.8 && Math.abs(readings.gb18030.score - readings.big5.score) >= 0.1
    return { encoding, bom: 0, sure: clear ? 'likely' : 'doubtful', strict: invalid === 0 }
  }
  if (invalid === 0 && pairs <= 4) return { encoding, bom: 0, sure: 'doubtful', strict: true }
  if (damage.ascii >= 0.7 * bytes.length) {
    return { encoding: 'windows-1252', bom: 0, sure: 'doubtful', strict: true }
  }
  return null
}

/** Short texts are often valid by both; then the share of the commonest characters tells. */
function better(bytes: Uint8Array, { gb18030, big5 }: Record<'gb18030' | 'big5', Score>): 'gb18030' | 'big5' {
  if (gb18030.invalid === 0 && big5.invalid === 0) {
    const sample = bytes.subarray(0, 4096)
    const [one, other] = ['gb18030', 'big5'].map((name) => shareBy(name, sample))
    if (Math.abs(one! - other!) >= 0.1) return other! > one! ? 'big5' : 'gb18030'
  }
  return big5.score > gb18030.score + 0.05 ? 'big5' : 'gb18030'
}

/** Control characters that no text file holds, in more than a stray place. */
function isControlled(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) if (byte < 32 && ![8, 9, 10, 11, 12, 13, 26, 27].includes(byte)) controls++
  return controls > 2 && controls > bytes.length / 50
}

/**
 * A few GBK characters can be valid UTF-8 of two bytes each (the well-known 联通). Two-byte UTF-8 outside the
 * European scripts, where GB18030 reads only everyday characters, is such a file.
 */
function isShortGbk(bytes: Uint8Array, whole: Uint8Array): boolean {
  if (bytes.length > 64 || bytes.every((byte) => byte < 0x80)) return false
  const text = new TextDecoder().decode(whole)
  if (/[\u0800-\uffff]/.test(text) || !/[\u0250-\u036f\u0530-\u07ff]/.test(text)) return false
  return scoreGb18030(bytes).score >= 0.9
}

/** Texts taken out of programs may end in a zero or three; it would make them look like UTF-16. */
function withoutZeroEnd(bytes: Uint8Array): Uint8Array {
  const text = bytes.findLastIndex((byte) => byte !== 0) + 1
  return bytes.length - text <= MOST_ZEROS ? bytes.subarray(0, text) : bytes
}

/** A sample cut inside a UTF-8 sequence, without the piece of it. */
export function trimUtf8Tail(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes
    if (byte < 0xc0) continue
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return needed > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}
