/** Fonts in bare Compact Font Format, as PDF makers and OFD writers take them out of documents. */

/**
 * Compact Font Format without a table directory (Adobe Technical Note 5176, 6): version 1.0, a header of 4 bytes, an
 * offset size of 1 to 4, then an INDEX of one font name in printing ASCII.
 */
export function isBareCff(head: Uint8Array): boolean {
  const [major, minor, header = 0, offsets = 0] = head
  if (major !== 1 || minor !== 0 || header < 4 || header > 16 || offsets < 1 || offsets > 4) return false
  const [high, low, wide = 0, first] = head.subarray(header, header + 4)
  if (high !== 0 || low !== 1 || wide < 1 || wide > 4 || (wide === 1 ? first : head[header + 2 + wide]) !== 1)
    return false
  const end = Buffer.from(head.subarray(header + 3 + wide, header + 3 + 2 * wide)).readUIntBE(0, wide)
  const name = Buffer.from(head.subarray(header + 3 + 2 * wide, header + 2 + 2 * wide + end)).toString(
    'latin1',
  )
  return end > 1 && end < 128 && /^[\x21-\x7e]+$/.test(name)
}
