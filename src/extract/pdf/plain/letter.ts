/** What is known of a character apart from where it stands; one object for each, because a page has thousands. */
import { isBlank, isWide, textOf } from '../characters.js'

export interface PlainGlyph {
  readonly code: number
  readonly text: string
  readonly blank: boolean
  /** Above and below the baseline, in ems, where its ink may stand; of white space four fifths above, as in `Glyph`. */
  readonly above: number
  readonly below: number
}

const letters = new Map<number, PlainGlyph>()

export function letterOf(code: number): PlainGlyph {
  const before = letters.get(code)
  if (before) return before
  const text = textOf(code)
  const blank = isBlank(text)
  const [above, below] = blank ? [0.8, 0] : isWide(code) ? [0.88, 0.12] : [0.75, 0.2]
  const letter = { code, text, blank, above, below }
  letters.set(code, letter)
  return letter
}
