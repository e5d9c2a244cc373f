/** The line a PDF file begins with: which files are PDF by it or without it, and the header PDFium needs to open them. */
import type { Probe } from '../../types.js'

/** The header stands within the first bytes (ISO 32000-1, annex H, implementation note 13). */
const within = 1024
/** Of what a probe sees, so far back it is still sought. */
const furthest = 8192
const own = Buffer.from('%PDF-1.7\n', 'latin1')
const object = /(^|[\r\n])[ \t]*\d{1,10}\s+\d{1,5}\s+obj\b/
/** An object is the first that is said, behind byte order marks, white space and comments. */
const beginsWithObject = /^(\xef\xbb\xbf|\xff\xfe)?(\s|\0|%[^\r\n]*)*\d{1,10}\s+\d{1,5}\s+obj\s*<</

/**
 * Viewers open what has a header without a version, one behind other bytes, or none at all as long as objects follow.
 * A text may speak of these things too: then the name or an object must agree.
 */
export function isPdf({ head, name }: Probe): boolean {
  const start = Buffer.from(head).toString('latin1')
  const named = name.endsWith('.pdf')
  const header = start.slice(0, within).search(/%PDF-\d\.\d/)
  if (header === 0 || (header > 0 && (named || object.test(start)))) return true
  if (beginsWithObject.test(start)) return true
  if (named) return /^[^\w]{0,8}%PDF\b|[\r\n]%PDF-/.test(start) || object.test(start)
  return /^[^\w]{0,8}%PDF-/.test(start) && object.test(start)
}

/**
 * The file as PDFium opens it: without what stands before a header that is further back than PDFium looks, and with a
 * header of our own where there is none. Places told in the file are then wrong; PDFium gathers the objects by itself.
 */
export function withHeader(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, furthest))
  const header = start.indexOf('%PDF')
  if (header < 0) return Buffer.concat([own, bytes])
  return header < within ? bytes : bytes.subarray(header)
}
