/** The words of header fields: encoded words, raw bytes in any encoding, parameters and their continuations. */
import { Buffer } from 'node:buffer'
import { decodeLabelled } from '../charset/labelled-text.js'
import { fromBase64, fromPercent, fromQ } from './transfer.js'

const encodedWord = /=\?([^?\s]{1,60})\?([bq])\?([^?\r\n]*)\?=/gi

/** `raw`: one character for each byte, unfolded. */
export function decodeWords(raw: string): string {
  const text = isPlain(raw) ? raw : decodeLabelled(Buffer.from(raw, 'latin1'), undefined)
  // White space between two encoded words is none (RFC 2047, 6.2); a character may be cut between them.
  const joined = text.replace(/(=\?[^?\s]{1,60}\?[bq]\?[^?\r\n]*\?=)\s+(?==\?)/gi, '$1')
  let last: { readonly charset: string; readonly bytes: Uint8Array } | undefined
  const out: string[] = []
  let at = 0
  for (const found of joined.matchAll(encodedWord)) {
    const [whole, label, way, body] = found as unknown as [string, string, string, string]
    const charset = label.split('*')[0]!.toLowerCase()
    const bytes = way.toLowerCase() === 'b' ? fromBase64(body).bytes : fromQ(body)
    const between = joined.slice(at, found.index)
    if (last && (between !== '' || last.charset !== charset)) {
      out.push(decodeLabelled(last.bytes, last.charset))
      last = undefined
    }
    out.push(between)
    last = { charset, bytes: last ? Buffer.concat([last.bytes, bytes]) : bytes }
    at = found.index + whole.length
  }
  if (last) out.push(decodeLabelled(last.bytes, last.charset))
  return out.join('') + joined.slice(at)
}

function isPlain(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text)
}

export interface Valued {
  /** Lower case: `text/plain`, `attachment`. */
  readonly value: string
  readonly parameters: ReadonlyMap<string, string>
}

const parameter = /;\s*([^\s=;"]+)\s*=\s*("(?:\\.|[^"\\])*"?|[^;\s]*)/g

/** A value with parameters (RFC 2045, 5.1), those cut into pieces or percent-encoded put together (RFC 2231). */
export function readValued(raw: string): Valued {
  const given = new Map<string, string>()
  for (const [, name, value] of raw.matchAll(parameter)) {
    const key = name!.toLowerCase()
    if (!given.has(key)) given.set(key, unquoted(value!))
  }
  const parameters = new Map<string, string>()
  for (const key of given.keys()) {
    const base = key.split('*')[0]!
    if (!parameters.has(base) || !key.includes('*')) parameters.set(base, valueOf(base, given))
  }
  return { value: (raw.split(';')[0] ?? '').trim().toLowerCase(), parameters }
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value
  return value.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1')
}

function valueOf(base: string, given: ReadonlyMap<string, string>): string {
  const extended = [`${base}*`, `${base}*0*`, `${base}*0`].find((key) => given.has(key))
  if (!extended) return decodeWords(given.get(base) ?? '')
  const pieces: Uint8Array[] = []
  let charset: string | undefined
  for (let index = 0; ; index++) {
    const keys =
      extended === `${base}*` ? (index === 0 ? [extended] : []) : [`${base}*${index}*`, `${base}*${index}`]
    const key = keys.find((one) => given.has(one))
    if (key === undefined) break
    let piece = given.get(key)!
    if (!key.endsWith('*')) pieces.push(Buffer.from(piece, 'latin1'))
    else {
      const told = index === 0 ? /^([\w.:-]*)'[^']*'/.exec(piece) : null
      if (told) {
        charset = told[1] || undefined
        piece = piece.slice(told[0].length)
      }
      pieces.push(fromPercent(piece))
    }
  }
  const text = decodeLabelled(Buffer.concat(pieces), charset)
  return decodeWords(isPlain(text) ? text : '') || text
}
