/** What a picture file holds besides its pixels: text fields, EXIF, IPTC and XMP blocks, and where the data ends. */

/** A text field as stored, before its encoding is known. */
export interface RawField {
  readonly label: string
  readonly bytes: Uint8Array
}
export interface Anatomy {
  readonly fields: readonly RawField[]
  /** TIFF structures, `II*` or `MM*` first. */
  readonly exif: readonly Uint8Array[]
  readonly xmp: readonly Uint8Array[]
  /** IPTC IIM record streams. */
  readonly iptc: readonly Uint8Array[]
  /** First byte after the picture data; null when its end was not found. */
  readonly end: number | null
  /** Some text was there and could not be unpacked. */
  readonly damaged?: boolean
}
export interface PictureMetadata {
  readonly fields: RawField[]
  readonly exif: Uint8Array[]
  readonly xmp: Uint8Array[]
  readonly iptc: Uint8Array[]
}

export const nothing = (): PictureMetadata => ({ fields: [], exif: [], xmp: [], iptc: [] })

export const latin = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

export const view = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export function startsWith(bytes: Uint8Array, magic: string, offset = 0): boolean {
  return latin(bytes, offset, offset + magic.length) === magic
}
