/** Where the characters of a text object stand in the object's own space, as its text codes and deltas say. */
import { elements, textOf, type XmlNode } from '../shared/xml/tree.js'
import { numbers } from './geometry.js'

export interface PlacedGlyph {
  readonly text: string
  readonly glyph: number | null
  readonly x: number
  readonly y: number
}

/** Stands for a character of which only the shape is stated. */
export const unknown = '\ufffd'
const mostGlyphs = 100_000

const half = /^[\u0020-\u024f\u2010-\u2027\uff61-\uffdc]/

/** GB/T 33190-2016, 11.3: each text code starts at X, Y (or where the one before did) and steps by its deltas. */
export function placeAll(node: XmlNode, size: number): PlacedGlyph[] {
  const placed: PlacedGlyph[] = []
  let [x, y] = [0, 0]
  const transforms: XmlNode[] = []
  for (const part of elements(node)) {
    if (part.name === 'CGTransform') transforms.push(part)
    if (part.name !== 'TextCode') continue
    const characters = [...textOf(part).replace(/[\r\n\t]/g, '')]
    const glyphs = glyphsFor(transforms, placed.length, characters)
    while (characters.length < glyphs.length) characters.push(unknown)
    x = finite(part.attributes['X']) ?? x
    y = finite(part.attributes['Y']) ?? y
    const dx = deltas(part.attributes['DeltaX'], characters.length)
    const dy = deltas(part.attributes['DeltaY'], characters.length)
    let [atX, atY] = [x, y]
    for (const [index, text] of characters.entries()) {
      const glyph = glyphs[index] ?? -1
      placed.push({ text, glyph: glyph >= 0 ? glyph : null, x: atX, y: atY })
      const still = dx[index] === undefined && dy[index] === undefined
      atX += dx[index] ?? (still ? emWidth(text) * size : 0)
      atY += dy[index] ?? 0
    }
  }
  return placed
}

/** 11.4: glyph numbers from CodePosition on; -1 where the document states none. More glyphs than text: those too. */
function glyphsFor(transforms: readonly XmlNode[], from: number, characters: readonly string[]): number[] {
  const count = Math.max(characters.length, 1)
  const found = Array.from({ length: count }, () => -1)
  for (const transform of transforms) {
    const stated = numbers(textOf(elements(transform, 'Glyphs')[0])).slice(0, mostGlyphs)
    const start = (finite(transform.attributes['CodePosition']) ?? 0) - from
    const last = transform === transforms.at(-1)
    // One letter drawn by several shapes (11.4): the codes say what they are.
    const codes = finite(transform.attributes['CodeCount']) ?? Infinity
    const more = codes > 0 && start >= 0 && shaped(characters.slice(start, start + codes))
    for (const [index, glyph] of stated.entries()) {
      const position = start + index
      if (more && index >= codes) break
      if (position >= 0 && (position < count || (last && position < mostGlyphs))) found[position] = glyph
    }
  }
  return Array.from(found, (glyph) => glyph ?? -1)
}

/** Scripts in which one letter may need several shapes; in any other more shapes than codes are letters not stated. */
const stacking =
  /^[\p{Script=Tibetan}\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=New_Tai_Lue}\p{Script=Tai_Le}\p{Script=Tai_Tham}\p{Script=Yi}\p{Script=Sinhala}\p{Script=Tamil}\p{M}\u200c\u200d\s]+$/u

const shaped = (characters: readonly string[]): boolean => stacking.test(characters.join(''))

/** `g n v` stands for n times v. Never more values than there are characters. */
export function deltas(text: string | undefined, characters: number): number[] {
  const found: number[] = []
  const words = (text ?? '').trim().split(/[\s,]+/)
  for (let index = 0; index < words.length && found.length < characters; index++) {
    if (words[index] === 'g' || words[index] === 'G') {
      const count = Math.min(Number(words[index + 1]) || 0, characters - found.length)
      const value = Number(words[index + 2])
      for (let repeat = 0; repeat < count && Number.isFinite(value); repeat++) found.push(value)
      index += 2
    } else if (words[index] !== '' && Number.isFinite(Number(words[index]))) found.push(Number(words[index]))
  }
  return found
}

/** Width of a character: its step to the next where that is plausible. `size`: of the em along the line. */
export function advanceOf(placed: readonly PlacedGlyph[], index: number, size: number): number {
  const usual = emWidth(placed[index]!.text) * size
  const next = placed[index + 1]
  if (!next) return usual
  const step = next.x - placed[index]!.x
  const most = isPunctuation(placed[index]!.text) ? 1.02 * size : usual
  return step > 0.2 * usual && step < most ? step : usual
}

/** Quotation marks and dashes are as wide as a Han character in Chinese type, half as wide in Latin. */
const isPunctuation = (text: string): boolean => /^[\u2010-\u2027]/.test(text)

function emWidth(text: string): number {
  return half.test(text) ? 0.5 : 1
}

function finite(text: string | undefined): number | undefined {
  const value = text === undefined ? NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}
