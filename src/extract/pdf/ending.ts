/** Was the file cut off, and was it added to? Asked of the bytes, because PDFium repairs in silence. */

/** Ends looked at; a file that names more is made to cost time. */
const mostEnds = 10_000

/**
 * True when what stands after the last `%%EOF` is more of a PDF (an update or a linearised body that breaks off), or
 * when there is no `%%EOF` at all. Bytes that are not PDF syntax after the end (mail footers, padding) do not count.
 */
export function isCutOff(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf('%%EOF', file.length, 'latin1')
  if (end < 0) return true
  const after = file.toString('latin1', end + 5, Math.min(file.length, end + 5 + 65_536))
  return /(^|[\r\n])\s*\d{1,10}\s+\d{1,5}\s+obj\b/.test(after)
}

/** Where earlier revisions end, ascending: after each `%%EOF` that has more of a PDF and another `%%EOF` behind it. */
export function earlierEnds(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends: number[] = []
  for (let end = file.indexOf('%%EOF', 0, 'latin1'); end >= 0 && ends.length < mostEnds;) {
    ends.push(end + 5)
    end = file.indexOf('%%EOF', end + 5, 'latin1')
  }
  return ends.filter((end, index) => {
    const next = ends[index + 1]
    return next !== undefined && /\bobj\b/.test(file.toString('latin1', end, Math.min(next, end + 65_536)))
  })
}
