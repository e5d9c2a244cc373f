/** The text fields of a picture as lines: decoded, without repeats and without empty ones. */
import type { Line } from '../../types.js'
import { decodeText } from '../shared/charset.js'
import { statedLine } from '../shared/stated.js'
import type { Anatomy, RawField } from './anatomy.js'
import { readExif } from './exif.js'
import { iptcFields } from './iptc.js'
import { xmpFields } from './xmp.js'

export interface MetadataLines {
  readonly lines: readonly Line[]
  readonly thumbnails: readonly Uint8Array[]
}

const MOST_TEXT = 256 * 1024

export function metadataLines(anatomy: Anatomy, extra: readonly RawField[] = []): MetadataLines {
  const exif = anatomy.exif.map(readExif)
  const raw = [
    ...extra,
    ...exif.flatMap((block) => block.fields),
    ...anatomy.iptc.flatMap(iptcFields),
    ...anatomy.fields,
  ]
  const texts = [
    ...raw.map(({ label, bytes }) => ({ label, text: textIn(bytes) })),
    ...anatomy.xmp.flatMap(xmpFields),
  ]
  const seen = new Set<string>()
  const lines: Line[] = []
  for (const { label, text } of texts) {
    for (const part of text.split(/[\r\n]+/)) {
      const key = `${label}\n${part.trim()}`
      if (!part.trim() || seen.has(key)) continue
      seen.add(key)
      lines.push(statedLine(part.trim(), { part: 'metadata', label }))
    }
  }
  return { lines, thumbnails: exif.flatMap((block) => block.thumbnail ?? []) }
}

function textIn(bytes: Uint8Array): string {
  const kept = bytes.subarray(0, MOST_TEXT)
  const marked = (kept[0] === 0xff && kept[1] === 0xfe) || (kept[0] === 0xfe && kept[1] === 0xff)
  const decoded = decodeText(marked ? kept : trimNul(kept))
  return (decoded?.text ?? '').replaceAll('\0', ' ')
}

function trimNul(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return bytes.subarray(0, end)
}
