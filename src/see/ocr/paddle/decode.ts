/** Turns the recogniser's answer into text, with spaces where the line has gaps. */
import type { Alphabet } from './alphabet.js'
import { settleBrackets } from './brackets.js'
import { lettersOf, withOverlooked } from './letters.js'
import { settleLevelWord } from './level-word.js'
import { settlePunctuation } from './punctuation.js'
import { settleTerm } from './term-word.js'
import type { ModelOutput } from './session.js'
import { median } from '../../../plane/quantile.js'

/** Text of one line with its confidence and where its characters stand. */
export interface LineReading {
  readonly text: string
  /** Mean probability of the characters, 0–1; 0 for an empty reading. */
  readonly confidence: number
  /** Start and end of each UTF-16 unit of `text` along the line, as fractions of its length. */
  readonly spans: Float32Array
}

export const nothing: LineReading = { text: '', confidence: 0, spans: new Float32Array(0) }

/** A blank wider than this many ems is written as a space. */
const gap = 0.7

/** Fewer digits are years and amounts; digits farther apart than so many ems are numbers of their own. */
const [longNumber, widest] = [10, 1.3]
/** A step is the pitch still at this many times it, or this many steps of the recogniser more. */
const [uneven, jitter] = [1.6, 2]

/** `em`: usual width of a Han character in steps, for lines too short to tell their own. */
export function decode(output: ModelOutput, alphabet: Alphabet, em: number): LineReading {
  const barred = new Set([alphabet.classOf('#'), alphabet.classOf(' ')])
  const found = withOverlooked(output, lettersOf(output), barred)
  if (found.length === 0) return nothing
  const settled = settleBrackets(settlePunctuation(found, output, alphabet), output, alphabet)
  const letters = settleTerm(settleLevelWord(settled, output, alphabet), output, alphabet)
  const confidence = letters.reduce((sum, letter) => sum + letter.sure, 0) / letters.length
  const glyphs = letters.map((letter) => ({ text: alphabet.texts[letter.class]!, at: letter.centre + 0.5 }))
  const wide = emOf(glyphs, em)
  const spans: number[] = []
  let text = ''
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1]
    const isApart = before !== undefined && isGap(before, glyph, wide)
    if (isApart && !isFullWidth(before, glyph, glyphs) && !isLetterSpaced(glyphs, i, wide)) {
      text += ' '
      spans.push(before.at + (widthOf(before.text) * wide) / 2, glyph.at - (widthOf(glyph.text) * wide) / 2)
    }
    text += glyph.text
    const [from, to] = reach(glyphs, i, wide)
    for (let unit = 0; unit < glyph.text.length; unit++) spans.push(from, to)
  })
  const steps = output.shape[1]!
  return { text, confidence, spans: Float32Array.from(spans, (at) => Math.min(1, Math.max(0, at / steps))) }
}

interface Glyph {
  readonly text: string
  /** Centre in steps. */
  readonly at: number
}

/** Half of each glyph's width, but not beyond the middle between neighbours. */
function reach(glyphs: readonly Glyph[], i: number, em: number): [from: number, to: number] {
  const glyph = glyphs[i]!
  const half = (widthOf(glyph.text) * em) / 2
  const before = glyphs[i - 1] ? (glyphs[i - 1]!.at + glyph.at) / 2 : 0
  const after = glyphs[i + 1] ? (glyphs[i + 1]!.at + glyph.at) / 2 : Infinity
  return [Math.max(before, glyph.at - half), Math.min(after, glyph.at + half)]
}

function isGap(a: Glyph, b: Glyph, em: number): boolean {
  if (a.text === ' ' || b.text === ' ') return false
  return b.at - a.at - ((widthOf(a.text) + widthOf(b.text)) * em) / 2 > gap * em
}

/** Digits of one number set evenly apart, as on cards: the step to the glyph at `i` is their pitch. */
function isLetterSpaced(glyphs: readonly Glyph[], i: number, em: number): boolean {
  const isDigit = (at: number): boolean => /^[\dXx]$/.test(glyphs[at]?.text ?? '')
  let [first, last] = [i - 1, i]
  if (!isDigit(first) || !isDigit(last)) return false
  while (isDigit(first - 1)) first--
  while (isDigit(last + 1)) last++
  if (last - first + 1 < longNumber) return false
  const pitches = Array.from(
    { length: last - first },
    (_, k) => glyphs[first + k + 1]!.at - glyphs[first + k]!.at,
  )
  const pitch = median(pitches)
  return pitch < widest * em && glyphs[i]!.at - glyphs[i - 1]!.at < Math.max(uneven * pitch, pitch + jitter)
}

/** Digits set in squares of their own, as ２０ is: as far apart as the line's Han characters. */
function isFullWidth(a: Glyph, b: Glyph, glyphs: readonly Glyph[]): boolean {
  if (!/\d/.test(a.text) || !/\d/.test(b.text)) return false
  const pitches = hanPitches(glyphs)
  return pitches.length > 0 && b.at - a.at < 1.4 * median(pitches)
}

/** In ems: Han characters and full-width signs 1, the rest half. */
function widthOf(text: string): number {
  return /[\u2e80-\u9fff\uff00-\uff60\u2605\u2606]/.test(text) ? 1 : 0.5
}

/** Steps from one Han character to the next, by the median of neighbours. */
function emOf(glyphs: readonly Glyph[], usual: number): number {
  const pitches = hanPitches(glyphs)
  if (pitches.length < 3) return Math.min(usual, ...pitches)
  return median(pitches)
}

/** From each Han character to the next one right behind it. */
function hanPitches(glyphs: readonly Glyph[]): number[] {
  const pitches: number[] = []
  for (let i = 1; i < glyphs.length; i++)
    if (widthOf(glyphs[i]!.text) === 1 && widthOf(glyphs[i - 1]!.text) === 1)
      pitches.push(glyphs[i]!.at - glyphs[i - 1]!.at)
  return pitches
}
