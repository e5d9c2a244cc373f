/** Words on an otherwise trusted page whose characters the file does not name: their places are looked at. */
import type { Box } from '../../types.js'
import { isBlank } from './characters.js'
import type { PdfGlyph } from './glyphs.js'
import { union } from '../../plane/box.js'

interface Word {
  box: Box
  letters: number
  /** Follows a letter that has a meaning: a hole in a word, not the bullet before a line. */
  readonly inside: boolean
}

export function unmappedWords(glyphs: readonly PdfGlyph[]): Box[] {
  const words: Word[] = []
  let before: PdfGlyph | null = null
  for (const glyph of glyphs) {
    if (isBlank(glyph.text)) continue
    const follows = before !== null && isNext(before, glyph)
    if (!glyph.mapped) {
      const word = follows && !before!.mapped ? words[words.length - 1]! : null
      if (word) {
        word.box = union(word.box, boxOf(glyph))
        word.letters++
      } else words.push({ box: boxOf(glyph), letters: 1, inside: follows })
    }
    before = glyph
  }
  return words.filter(({ letters, inside }) => letters > 1 || inside).map(({ box }) => box)
}

function boxOf({ x, y, width, height }: PdfGlyph): Box {
  return [x, y, width, height]
}

function isNext(before: PdfGlyph, next: PdfGlyph): boolean {
  const size = Math.max(before.style.size, next.style.size)
  return Math.abs(next.start - before.end) < 0.6 * size && Math.abs(next.baseline - before.baseline) < size
}
