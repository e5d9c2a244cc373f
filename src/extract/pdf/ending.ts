/** Was the file cut off? Asked of the bytes, because PDFium repairs in silence. */

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
