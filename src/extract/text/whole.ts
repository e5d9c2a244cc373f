/** Texts that must be seen as a whole before their lines can be told; longer ones are read line by line. */
import type { Line } from '../../types.js'
import type { Fragments } from '../shared/markup/fragment.js'
import type { LineReader } from '../shared/stated.js'
import { plainReader } from './plain.js'

/** In UTF-16 units. */
const LONGEST = 2 * 1024 * 1024

/** `read` is given the whole text once, at its end. */
export function wholeReader(fragments: Fragments, read: (text: string) => Iterable<Line>): LineReader {
  const plain = plainReader(fragments)
  let held = ''
  let isLong = false
  return {
    read(chunk) {
      if (isLong) return plain.read(chunk)
      held += chunk
      if (held.length <= LONGEST) return []
      isLong = true
      return plain.read(held)
    },
    end: () => (isLong ? plain.end() : read(held)),
  }
}
