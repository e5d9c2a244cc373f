/** Puts a sign where the star of a black seal hides a character, so that nobody takes the line for whole. */
import type { LineReading } from '../paddle/decode.js'
import { isOnStar } from './star.js'
import type { Star } from './star.js'
import type { Strip } from '../strip/strip.js'

/** FULL BLOCK stands for what nobody can read. */
export const hidden = '█'
/** Share of the height of the type that a star must cover, and of a character's width. */
const [high, wide] = [0.3, 0.35]
/** A hidden stretch is at least this wide, and no farther before or behind the line than `beside`, in heights of it. */
const [narrowest, beside] = [0.25, 1.6]

/** A stretch along the line, 0 at its start and 1 at its end; beyond these it lies before or behind. */
type Stretch = readonly [from: number, to: number]

/** The reading with what a star hides replaced by `hidden`. */
export function withHidden(reading: LineReading, strip: Strip, stars: readonly Star[]): LineReading {
  return stars.reduce((read, star) => {
    const stretch = stretchUnder(star, strip)
    return stretch ? replaced(read, stretch) : read
  }, reading)
}

function stretchUnder(star: Star, { x, y, length, thickness, angle }: Strip): Stretch | null {
  if (Math.hypot(star.x - x, star.y - y) > length / 2 + beside * thickness + star.radius) return null
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const far = length / 2 + beside * thickness
  const covered: number[] = []
  for (let along = -far; along <= far; along += 0.04 * thickness) {
    let count = 0
    for (let row = -4; row <= 4; row++) {
      const across = (row / 12) * thickness
      if (isOnStar(star, x + along * cos - across * sin, y + along * sin + across * cos)) count++
    }
    if (count >= 9 * high) covered.push(along)
  }
  const [from, to] = [covered[0] ?? 0, covered.at(-1) ?? 0]
  if (to - from < narrowest * thickness) return null
  // Farther off it hides nothing of this line.
  if (from > length / 2 + 0.6 * thickness || to < -length / 2 - 0.6 * thickness) return null
  return [from / length + 0.5, to / length + 0.5]
}

interface Unit {
  readonly unit: string
  readonly from: number
  readonly to: number
}

/** The points of a star look like signs beside the place where it was. */
function isRemnant(unit: Unit | undefined): boolean {
  return unit !== undefined && /[^\p{L}\p{N}★☆]/u.test(unit.unit)
}

function replaced({ text, spans, confidence }: LineReading, [left, right]: Stretch): LineReading {
  const kept: Unit[] = []
  for (let i = 0; i < text.length; i++) {
    const [from, to] = [spans[2 * i]!, spans[2 * i + 1]!]
    const shared = Math.min(right, to) - Math.max(left, from)
    if (shared < wide * (to - from)) kept.push({ unit: text[i]!, from, to })
  }
  const middle = (left + right) / 2
  if (
    kept.length === text.length &&
    kept.some(({ unit, from, to }) => unit !== ' ' && from < middle && to > middle)
  )
    return { text, spans, confidence }
  const isBehind = (unit: Unit): boolean => (unit.from + unit.to) / 2 > middle
  while (isRemnant(kept.findLast((unit) => !isBehind(unit))))
    kept.splice(
      kept.findLastIndex((unit) => !isBehind(unit)),
      1,
    )
  while (isRemnant(kept.find(isBehind))) kept.splice(kept.findIndex(isBehind), 1)
  const after = kept.findIndex(isBehind)
  const held = { unit: hidden, from: clamp(left), to: clamp(right) }
  kept.splice(after < 0 ? kept.length : after, 0, held)
  return {
    text: kept.map(({ unit }) => unit).join(''),
    spans: Float32Array.from(kept.flatMap((unit) => [unit.from, unit.to])),
    confidence,
  }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
