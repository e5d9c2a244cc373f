/** Encodings of text: what marks and names say of them. */
export type Encoding =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'gb18030' | 'big5' | 'windows-1252'

export interface Charset {
  readonly encoding: Encoding
  /** Length of the byte order mark to skip. */
  readonly bom: number
  /** `certain`: BOM, strict UTF-8 or a declaration that holds. `likely`: scored well. `doubtful`: the least bad. */
  readonly sure: 'certain' | 'likely' | 'doubtful'
  /** False when some bytes do not decode and will be replaced by U+FFFD. */
  readonly strict: boolean
}

/** One of the Unicode encodings, beyond doubt. */
export const utf = (encoding: Encoding, bom: number): Charset => ({
  encoding,
  bom,
  sure: 'certain',
  strict: true,
})

/** The encoding told by a byte order mark; null without one. */
export function bomOf(bytes: Uint8Array): Charset | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return utf('utf-8', 3)
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 && bytes.length >= 8 ? utf('utf-32le', 4) : utf('utf-16le', 2)
  if (a === 0xfe && b === 0xff) return utf('utf-16be', 2)
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return utf('utf-32be', 4)
  return a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33 ? utf('gb18030', 4) : null
}

/** The names that mean one of our encodings; gb2312 and gbk are read as the superset that holds them. */
export function encodingNamed(label: string): Encoding | null {
  const name = label.trim().toLowerCase()
  if (
    /^(gb[-_]?2312(-80)?|gbk|gb18030(-\d{4})?|x-gbk|cp936|ms936|windows-936|chinese|csgb2312|csiso58gb231280|iso-ir-58|(x-)?euc-cn|gb)$/.test(
      name,
    )
  )
    return 'gb18030'
  if (/^(big-?5(-hkscs|-eten)?|cp950|ms950|windows-950|x-x-big5|cn-big5|csbig5)$/.test(name)) return 'big5'
  if (/^(utf-?8|unicode-1-1-utf-8)$/.test(name)) return 'utf-8'
  if (/^(iso-8859-1|latin1|windows-1252|us-ascii|ascii)$/.test(name)) return 'windows-1252'
  return null
}

/** Bytes come in pieces of any length; with `stream` the last may end inside a character. */
export interface StreamDecoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}
