/** Programs packed as ZIP (Java, Android): what in them is code and its tables, and carries no document. */
import type { ZipEntry } from '../shared/zip.js'

export function isPackedProgram(entries: readonly ZipEntry[]): boolean {
  const has = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name))
  return (
    (has(/^AndroidManifest\.xml$/) && has(/\.dex$/)) || (has(/^META-INF\/MANIFEST\.MF$/i) && has(/\.class$/))
  )
}

const parts: readonly (readonly [name: RegExp, start: RegExp])[] = [
  [/\.class$/, /^\xca\xfe\xba\xbe/],
  [/\.dex$/, /^dex\n/],
  [/\.so$/, /^\x7fELF/],
  // Binary chunks of Android: a table of resources, a compiled XML file.
  [/\.arsc$/, /^\x02\0\x0c\0/],
  [/\.xml$/, /^\x03\0\x08\0/],
  // A signature is a DER sequence.
  [/^META-INF\/[^/]*\.(RSA|DSA|EC)$/i, /^\x30[\x80-\x84]/],
]

/** Name and bytes must both fit: neither alone spares an entry from being read. */
export function isProgramPart(name: string, bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return parts.some(([named, magic]) => named.test(name) && magic.test(start))
}
