/** How much of a short text is found again in another, however badly one of them was read. */

/** Letters of `text` found in `other` in the same order, as a share of `text`. */
export function sharedLetters(text: string, other: string): number {
  if (text.length === 0) return 1
  let before = new Uint16Array(other.length + 1)
  for (const letter of text) {
    const row = new Uint16Array(other.length + 1)
    for (let at = 0; at < other.length; at++)
      row[at + 1] = other[at] === letter ? before[at]! + 1 : Math.max(row[at]!, before[at + 1]!)
    before = row
  }
  return before[other.length]! / text.length
}

/** Pairs of neighbouring letters of `text` that stand anywhere in `other`, as a share; 0 for fewer than three pairs. */
export function sharedPairs(text: string, other: string): number {
  const pairs = text.length - 1
  if (pairs < 3) return 0
  let found = 0
  for (let at = 0; at < pairs; at++) if (other.includes(text.slice(at, at + 2))) found++
  return found / pairs
}
