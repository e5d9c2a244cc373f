/** Finds the rings of round seals, whatever their colour and whatever lies over or under them. */
import { centresIn } from './circles.js'
import type { RgbaPicture } from '../picture.js'
import { fitted, radiusAt } from './ring-shape.js'
import type { RingShape } from './ring-shape.js'
import { median, quantile } from '../../../plane/quantile.js'

/** A ring as it lies in the picture, slightly oval after a fax. */
export interface Ring extends RingShape {
  /** Width of its stroke in raster pixels. */
  readonly thickness: number
  /** Greatest value of green that counts as ink within it. */
  readonly dark: number
}

/** Directions looked in, and the share of them in which the stroke must be seen. */
const directions = 180
const seen = 0.6
/** Of a ring cut by the edge of the picture at least so much must lie inside. */
const inside = 0.4
/** How far the stroke may lie from the circle, and how wide it may be, in radii. */
const [stray, widest] = [0.14, 0.13]
/** Ink is at least this much darker than the paper. */
const contrast = 50

/** Pictures with a shorter side than this, in pixels, are pieces of a page: no seal fits on them that could be told from letters. */
const smallestPage = 400

export function ringsIn(picture: RgbaPicture): Ring[] {
  if (Math.min(picture.width, picture.height) < smallestPage) return []
  const rings: Ring[] = []
  for (const circle of centresIn(picture)) {
    const ring = ringAt(picture, circle)
    const isNew =
      ring && !rings.some((other) => Math.hypot(other.x - ring.x, other.y - ring.y) < other.radius)
    if (isNew) rings.push(ring)
  }
  return rings
}

/** Where one direction crosses something thin and dark. */
interface Crossing {
  readonly theta: number
  readonly at: number
  readonly width: number
}

function ringAt(picture: RgbaPicture, circle: RingShape): Ring | null {
  const dark = inkLevel(picture, circle)
  const crossings: Crossing[] = []
  let looked = 0
  for (let i = 0; i < directions; i++) {
    const theta = (2 * Math.PI * i) / directions
    const x = circle.x + circle.radius * Math.cos(theta)
    const y = circle.y + circle.radius * Math.sin(theta)
    if (x < 2 || y < 2 || x > picture.width - 3 || y > picture.height - 3) continue
    looked++
    crossings.push(...crossingsIn(picture, circle, theta, dark))
  }
  if (looked < inside * directions) return null
  const shape = fitted(circle, crossings)
  if (!shape) return null
  const near = crossings.filter(({ theta, at }) => Math.abs(at - radiusAt(shape, theta)) < slack(shape))
  if (new Set(near.map(({ theta }) => theta)).size < seen * looked) return null
  const widths = near.map(({ width }) => width)
  return { ...shape, thickness: median(widths), dark }
}

const slack = ({ radius }: RingShape): number => Math.max(1.5, 0.018 * radius)

/** Every short run of dark on the way out, near where the circle should be. */
function crossingsIn(
  picture: RgbaPicture,
  { x, y, radius }: RingShape,
  theta: number,
  dark: number,
): Crossing[] {
  const [cos, sin] = [Math.cos(theta), Math.sin(theta)]
  const found: Crossing[] = []
  const end = (1 + stray) * radius
  let from = -1
  for (let at = (1 - stray) * radius; at <= end; at++) {
    const isDark = greenAt(picture, x + at * cos, y + at * sin) < dark
    if (isDark && from < 0) from = at
    if (isDark || from < 0) continue
    if (at - from <= Math.max(3, widest * radius))
      found.push({ theta, at: (from + at - 1) / 2, width: at - from })
    from = -1
  }
  return found
}

/** Between the paper around the circle and the ink on it. */
function inkLevel(picture: RgbaPicture, { x, y, radius }: RingShape): number {
  const values: number[] = []
  for (let i = 0; i < directions; i++)
    for (let at = 1 - stray; at < 1 + stray; at += 0.02) {
      const theta = (2 * Math.PI * i) / directions
      values.push(greenAt(picture, x + at * radius * Math.cos(theta), y + at * radius * Math.sin(theta)))
    }
  const [paper, ink] = [quantile(values, 0.7), quantile(values, 0.06)]
  return Math.min(paper - contrast, (paper + ink) / 2)
}

/** Green is dark under red ink and black; outside the picture is paper. */
export function greenAt({ width, height, rgba }: RgbaPicture, x: number, y: number): number {
  const [px, py] = [Math.floor(x), Math.floor(y)]
  return px < 0 || py < 0 || px >= width || py >= height ? 255 : rgba[4 * (py * width + px) + 1]!
}
