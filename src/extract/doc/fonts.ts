/** The typefaces a document names, by number ([MS-DOC] 2.9.286). */
import type { Bytes } from '../shared/bytes.js'

const MOST = 4_096

export function typefaces(table: Bytes): string[] {
  const names: string[] = []
  let at = 4
  for (let left = Math.min(table.uint16(0), MOST); left > 0 && at < table.length; left--) {
    const size = table.uint8(at)
    names.push(table.utf16(at + 40, Math.max(0, size - 39) >> 1).replace(/\0.*$/s, ''))
    at += 1 + size
  }
  return names
}
