/** Tells pages whose lines slant as a whole, and pages that show their text from behind. */
import { plainly } from './look.js'
import type { PageRecogniser, StripReading } from './look.js'
import { turnStrip } from './strip/strip.js'
import type { Strip } from './strip/strip.js'
import { extremesOf, samplesOf } from './second-look/unread.js'

/** Pages lying less askew are read as they are: their lines do not reach into each other's boxes. 6°. */
const least = Math.PI / 30
/** Lines that tell are this many heights long; so many there must be. */
const [line, fewest] = [3, 3]
/** Share of all length that must lie within 4° of the common angle. */
const [agreed, near] = [0.7, Math.PI / 45]
/** Lines read worse than this on the whole may not be text as they stand; from behind they must read as well as that. */
const [unread, plain] = [0.82, 0.88]
/** Ink this much darker than paper is printed on this side of the sheet. */
const contrast = 90

/** Angle in radians, within 45° of level, at which the lines slant; 0 where they are about level or do not agree. */
export function skewOf(strips: readonly Strip[]): number {
  const lines = strips.filter((strip) => lengthOf(strip) > line * heightOf(strip))
  if (lines.length < fewest) return 0
  // A quarter turn more makes no difference to the angle of a rectangle.
  const sum = (of: (angle: number) => number): number =>
    lines.reduce((total, strip) => total + lengthOf(strip) * of(4 * strip.angle), 0)
  const angle = Math.atan2(sum(Math.sin), sum(Math.cos)) / 4
  const along = lines.filter((strip) => Math.abs(Math.sin(2 * (strip.angle - angle))) < Math.sin(2 * near))
  const share = totalOf(along) / totalOf(lines)
  return Math.abs(angle) < least || share < agreed ? 0 : angle
}

const lengthOf = ({ length, thickness }: Strip): number => Math.max(length, thickness)
const heightOf = ({ length, thickness }: Strip): number => Math.min(length, thickness)
const totalOf = (strips: readonly Strip[]): number =>
  strips.reduce((total, strip) => total + lengthOf(strip), 0)

/** Whether lines that do not read do from behind, and are no print that shows through the paper. */
export async function isMirrored(look: PageRecogniser, reads: readonly StripReading[]): Promise<boolean> {
  const lines = reads.filter(({ strip }) => lengthOf(strip) > line * heightOf(strip))
  if (lines.length < fewest || scoreOf(lines) >= unread) return false
  const asked = [...lines].sort((a, b) => heightOf(b.strip) - heightOf(a.strip)).slice(0, fewest)
  if (!asked.every(({ strip }) => isDark(look, strip))) return false
  look.meter.tried('mirrored')
  for (const quarters of [0, 2]) {
    const behind: StripReading[] = []
    for (const { strip } of asked)
      behind.push(await look.read(turnStrip(strip, quarters + aside(strip)), { ...plainly, mirrored: true }))
    if (scoreOf(behind) >= plain) return true
  }
  return false
}

/** Quarter turns that lay a strip along its longer side. */
const aside = ({ length, thickness }: Strip): number => (length < thickness ? 1 : 0)

function isDark({ picture }: PageRecogniser, strip: Strip): boolean {
  const { black, white } = extremesOf(samplesOf(picture, turnStrip(strip, aside(strip))))
  return white - black > contrast
}

/** Mean confidence by length of the lines, so that one that gives nothing counts too. */
function scoreOf(reads: readonly StripReading[]): number {
  const sure = reads.reduce((sum, { strip, reading }) => sum + lengthOf(strip) * reading.confidence, 0)
  return sure / totalOf(reads.map(({ strip }) => strip))
}
