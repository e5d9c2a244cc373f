/** Finds the star in the middle of a seal, among the type it covers. */
import type { RgbaPicture } from '../picture.js'
import { greenAt } from './rings.js'
import type { Ring } from './rings.js'

/** A filled five-pointed star; sizes in raster pixels, `turn` of one point in radians from the right. */
export interface Star {
  readonly x: number
  readonly y: number
  /** From the middle to a point. */
  readonly radius: number
  readonly turn: number
}

/** Radius of a seal's star in radii of its ring; 14 mm across on 42 mm. */
const [least, most] = [0.22, 0.42]
/** The notches lie at this share of the radius. */
const notch = 0.4
/** Half the side of a square no stroke of type fills, in radii of the ring. */
const solid = 0.035
/** Share of such a square, and of a star, that must be ink: faxes leave specks in it. */
const [dense, filled] = [0.92, 0.91]
const fifth = (2 * Math.PI) / 5

/** Whether a place is on the star grown by `margin` pixels. */
export function isOnStar({ x, y, radius, turn }: Star, px: number, py: number, margin = 0): boolean {
  const [dx, dy] = [px - x, py - y]
  const far = Math.hypot(dx, dy)
  if (far > radius + margin) return false
  // Folded into half a point, the outline is one straight side from the point to the notch.
  const around = (((Math.atan2(dy, dx) - turn) % fifth) + fifth) % fifth
  const theta = Math.min(around, fifth - around)
  const [nx, ny] = [notch * radius * Math.cos(fifth / 2), notch * radius * Math.sin(fifth / 2)]
  const [sx, sy] = [nx - radius, ny]
  const [qx, qy] = [far * Math.cos(theta) - radius, far * Math.sin(theta)]
  return (sx * qy - sy * qx) / Math.hypot(sx, sy) > -margin
}

export function starIn(picture: RgbaPicture, ring: Ring): Star | null {
  const middle = middleOf(picture, ring)
  if (!middle) return null
  const isInk = (x: number, y: number): boolean => greenAt(picture, x, y) < ring.dark
  for (let radius = most * ring.radius; radius >= least * ring.radius; radius -= 0.015 * ring.radius) {
    const star = fullest(middle, radius, 0.022 * ring.radius, isInk)
    if (star) return star
  }
  return null
}

/** The best of many places around a middle, as type that touches the star draws the middle towards it. */
function fullest(
  middle: { readonly x: number; readonly y: number },
  radius: number,
  step: number,
  isInk: (x: number, y: number) => boolean,
): Star | null {
  let best: Star | null = null
  let ink = filled
  for (let down = -3; down <= 3; down++)
    for (let across = -3; across <= 3; across++)
      for (let turn = 0; turn < fifth; turn += fifth / 24) {
        const star = { x: middle.x + across * step, y: middle.y + down * step, radius, turn }
        const share = inkOn(star, isInk, ink)
        if (share > ink) [best, ink] = [star, share]
      }
  return best
}

/** Share of places on a grid over the star that are ink; 0 as soon as it cannot be `wanted` any more. */
function inkOn(star: Star, isInk: (x: number, y: number) => boolean, wanted: number): number {
  const step = Math.max(1, star.radius / 14)
  const places = (star.radius / step) ** 2
  const spare = (1 - wanted) * 1.35 * places
  let [ink, all] = [0, 0]
  for (let y = star.y - star.radius; y <= star.y + star.radius; y += step)
    for (let x = star.x - star.radius; x <= star.x + star.radius; x += step) {
      if (!isOnStar(star, x, y)) continue
      all++
      if (isInk(x, y)) ink++
      else if (all - ink > spare) return 0
    }
  return ink / Math.max(1, all)
}

/** The middle of what is too solid to be type, near the middle of the ring. */
function middleOf(picture: RgbaPicture, { x, y, radius, dark }: Ring): { x: number; y: number } | null {
  const half = Math.max(2, Math.round(solid * radius))
  const reach = Math.round(0.6 * radius)
  const side = 2 * reach + 1
  const sums = new Int32Array((side + 1) * (side + 1))
  for (let v = 0; v < side; v++)
    for (let u = 0; u < side; u++) {
      const ink = greenAt(picture, x - reach + u, y - reach + v) < dark ? 1 : 0
      const at = (v + 1) * (side + 1) + u + 1
      sums[at] = ink + sums[at - 1]! + sums[at - side - 1]! - sums[at - side - 2]!
    }
  let [count, sumX, sumY] = [0, 0, 0]
  for (let v = half; v < side - half; v++)
    for (let u = half; u < side - half; u++) {
      const [top, bottom] = [(v - half) * (side + 1), (v + half + 1) * (side + 1)]
      const ink =
        sums[bottom + u + half + 1]! -
        sums[bottom + u - half]! -
        sums[top + u + half + 1]! +
        sums[top + u - half]!
      if (ink < dense * (2 * half + 1) ** 2) continue
      count++
      sumX += u
      sumY += v
    }
  if (count < 0.02 * radius * radius * 0.5) return null
  return { x: x - reach + sumX / count, y: y - reach + sumY / count }
}
