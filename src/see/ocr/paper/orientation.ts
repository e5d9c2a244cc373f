/** Decides which way up the page is, from the shapes of its lines and from how well a few of them read. */
import type { PageRecogniser, StripReading } from '../look.js'
import { turnStrip } from '../strip/strip.js'
import type { Strip } from '../strip/strip.js'

/** Quarter turns clockwise from left-to-right to the direction the text runs in. */
export type Quarters = 0 | 1 | 2 | 3

export interface Orientation {
  readonly direction: Quarters
  /** What was read on the way, in that direction, by the strip as given; need not be read again. */
  readonly reads: ReadonlyMap<Strip, StripReading>
}

/** Lines read this well are the right way up. */
const plain = 0.85
/** Read worse than this either way, the lines tell nothing. */
const doubtful = 0.6
/** How many lines are asked. */
const witnesses = 3

/** `strips` as the detector gives them: each within 45° of left-to-right. */
export async function orientationOf(look: PageRecogniser, strips: readonly Strip[]): Promise<Orientation> {
  const tall = extent(strips, (strip) => strip.thickness > 1.5 * strip.length)
  const wide = extent(strips, (strip) => strip.length > 1.5 * strip.thickness)
  const candidates: readonly Quarters[] = tall > wide ? [3, 1] : [0, 2]
  const asked = witnessesOf(strips, tall > wide)
  let best: { direction: Quarters; reads: Map<Strip, StripReading>; score: number } | null = null
  for (const direction of candidates) {
    const reads = new Map<Strip, StripReading>()
    for (const strip of asked) reads.set(strip, await look.read(turnStrip(strip, direction)))
    const score = scoreOf([...reads.values()])
    if (!best || score > best.score) best = { direction, reads, score }
    if (score >= plain || asked.length === 0) break
    look.meter.tried('turned')
  }
  if (best && best.score >= doubtful) return best
  return { direction: 0, reads: best?.direction === 0 ? best.reads : new Map() }
}

function extent(strips: readonly Strip[], wanted: (strip: Strip) => boolean): number {
  return strips.filter(wanted).reduce((sum, strip) => sum + Math.max(strip.length, strip.thickness), 0)
}

/** Lines of middling length: long enough to tell, short enough to be cheap. */
function witnessesOf(strips: readonly Strip[], tall: boolean): Strip[] {
  const ratio = (strip: Strip): number =>
    tall ? strip.thickness / strip.length : strip.length / strip.thickness
  const likely = strips.filter((strip) => ratio(strip) > 3)
  return likely.sort((a, b) => Math.abs(ratio(a) - 9) - Math.abs(ratio(b) - 9)).slice(0, witnesses)
}

function scoreOf(reads: readonly StripReading[]): number {
  const letters = reads.reduce((sum, { reading }) => sum + reading.text.length, 0)
  if (letters === 0) return 0
  return reads.reduce((sum, { reading }) => sum + reading.confidence * reading.text.length, 0) / letters
}
