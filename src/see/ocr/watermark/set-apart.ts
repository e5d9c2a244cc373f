/** Tells watermarks and stamps, which stand apart from the text of a page, from its lines. */
import type { StripReading } from '../look.js'
import { boxOf } from '../strip/strip.js'
import { overlapShare } from '../../../plane/box.js'

/** Sine of the angle from which a line slants against the page: lines of a page photographed askew differ by less. */
const slant = 0.17
/** Letters this much higher than a usual line stand apart; smaller ones do where the same words are repeated. */
const [larger, repeated] = [1.3, 3]

/** Whether the line runs another way than the lines of the page do. `lean`: their angle in radians. */
export function slants({ strip }: StripReading, lean: number): boolean {
  const turned = strip.angle - lean
  return Math.abs(Math.sin(turned)) > slant || Math.cos(turned) < 0
}

/** `usual`: height of a usual line, in raster pixels; `others`: everything read on the same picture. */
export function standsApart(
  read: StripReading,
  lean: number,
  usual: number,
  others: readonly StripReading[],
): boolean {
  if (!slants(read, lean) && !crosses(read, others)) return false
  const same = others.filter((other) => slants(other, lean) && shares(other, read))
  return read.strip.thickness > larger * usual || same.length >= repeated
}

/** Stands over or under lines that say something else. */
function crosses(read: StripReading, others: readonly StripReading[]): boolean {
  const box = boxOf(read.strip)
  return others.some(
    (other) =>
      other.reading.text !== read.reading.text &&
      other.strip.thickness < read.strip.thickness &&
      overlapShare(boxOf(other.strip), box) > 0.3,
  )
}

/** The same words, or a piece of them where the picture ends. */
function shares(one: StripReading, other: StripReading): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)]
  return a.length > 1 && b.length > 1 && (a.includes(b) || b.includes(a))
}

function lettersOf({ reading }: StripReading): string {
  return reading.text.replace(/[^\p{L}\p{N}★]/gu, '')
}
