/** Files that grew from several hands: each line in UTF-8 or in GB18030, whichever it is written in. */
import { Buffer, isAscii, isUtf8 } from 'node:buffer'
import { scoreGb18030 } from './scores.js'
import type { StreamDecoder } from './encodings.js'

const NEWLINE = 0x0a
/** A line that has not ended after this is decoded as far as it came. */
const LONGEST = 1024 * 1024
/** Below this a line that is no UTF-8 is no Chinese either. */
const PLAUSIBLE = 0.6

/** The byte of a line end never stands inside a character of either encoding. `usual`: for lines that are neither. */
export function mixedDecoder(usual: Either): StreamDecoder {
  const decoders = {
    'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
    gb18030: new TextDecoder('gb18030'),
  }
  let held: Uint8Array = new Uint8Array(0)
  return {
    decode(bytes = new Uint8Array(0), options = {}) {
      const all = held.length > 0 ? Buffer.concat([held, bytes]) : bytes
      const last = options.stream ? all.lastIndexOf(NEWLINE) + 1 : all.length
      const end = last === 0 && all.length > LONGEST ? cutBefore(all) : last
      held = all.subarray(end)
      const runs = [...runsOf(all.subarray(0, end), usual)]
      return runs.map(({ encoding, run }) => decoders[encoding].decode(run)).join('')
    },
  }
}

type Either = 'utf-8' | 'gb18030'

/** Neighbouring lines of one encoding together; ASCII goes with either. */
function* runsOf(bytes: Uint8Array, usual: Either): Generator<{ encoding: Either; run: Uint8Array }> {
  if (isAscii(bytes)) return yield { encoding: usual, run: bytes }
  let start = 0
  let encoding: Either | null = null
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, at)
    const end = newline < 0 ? bytes.length : newline + 1
    const own = encodingOfLine(bytes.subarray(at, end), usual)
    if (own && encoding && own !== encoding) {
      yield { encoding, run: bytes.subarray(start, at) }
      start = at
    }
    encoding = own ?? encoding
    at = end
  }
  yield { encoding: encoding ?? usual, run: bytes.subarray(start) }
}

/** Null: ASCII. */
function encodingOfLine(line: Uint8Array, usual: Either): Either | null {
  if (isAscii(line)) return null
  if (isUtf8(line) && (usual === 'utf-8' || hasThreeBytes(line))) return 'utf-8'
  if (usual === 'gb18030') return usual
  const { invalid, score } = scoreGb18030(line)
  return invalid === 0 && score >= PLAUSIBLE ? 'gb18030' : 'utf-8'
}

/** Behind the last ASCII letter that can be no second byte. */
function cutBefore(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at > bytes.length - 4096; at--) if (bytes[at]! < 0x30) return at + 1
  return bytes.length
}

/** Three bytes to a character, as Han has: chance alone seldom makes a GB18030 line such UTF-8. */
function hasThreeBytes(line: Uint8Array): boolean {
  return line.some((byte) => byte >= 0xe3 && byte <= 0xef)
}
