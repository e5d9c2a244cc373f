/** Takes black seals off a picture: where there is no colour, only their shape tells them from type. */
import type { RgbaPicture } from '../picture.js'
import { radiusAt } from './ring-shape.js'
import { greenAt } from './rings.js'
import type { Ring } from './rings.js'
import { isOnStar, starIn } from './star.js'
import type { Star } from './star.js'

/** The picture without seals, and the stars that were in them: nothing under those can be read. */
export interface Cleared {
  readonly picture: RgbaPicture
  readonly stars: readonly Star[]
}

/** A copy where there is something to take off; rings are taken off where no stroke of type crosses them. */
export function withoutRings(picture: RgbaPicture, rings: readonly Ring[]): Cleared {
  if (rings.length === 0) return { picture, stars: [] }
  const cleared = { ...picture, rgba: new Uint8Array(picture.rgba) }
  const stars: Star[] = []
  for (const ring of rings) {
    const star = starIn(picture, ring)
    const paper = paperAround(picture, ring)
    eraseRing(picture, cleared, ring, paper)
    if (!star) continue
    stars.push(star)
    eraseStar(cleared, star, paper)
  }
  return { picture: cleared, stars }
}

type Colour = readonly [number, number, number]

/** The colour of the lightest quarter of the places just inside of the ring. */
function paperAround({ width, height, rgba }: RgbaPicture, ring: Ring): Colour {
  const found: Colour[] = []
  for (let theta = 0; theta < 2 * Math.PI; theta += 0.1) {
    const x = Math.floor(ring.x + 0.85 * ring.radius * Math.cos(theta))
    const y = Math.floor(ring.y + 0.85 * ring.radius * Math.sin(theta))
    if (x < 0 || y < 0 || x >= width || y >= height) continue
    const at = 4 * (y * width + x)
    found.push([rgba[at]!, rgba[at + 1]!, rgba[at + 2]!])
  }
  found.sort((a, b) => a[1] - b[1])
  return found[Math.floor(found.length * 0.75)] ?? [255, 255, 255]
}

function eraseRing(from: RgbaPicture, to: RgbaPicture, ring: Ring, paper: Colour): void {
  const half = ring.thickness / 2 + 1.5
  const outer = 1.15 * ring.radius + half
  each(to, ring, outer, (x, y, at) => {
    const [dx, dy] = [x + 0.5 - ring.x, y + 0.5 - ring.y]
    const far = Math.hypot(dx, dy)
    const theta = Math.atan2(dy, dx)
    const edge = radiusAt(ring, theta)
    if (Math.abs(far - edge) > half) return
    const isInk = (at: number): boolean =>
      greenAt(from, ring.x + (at * dx) / far, ring.y + (at * dy) / far) < ring.dark
    // A stroke that goes on to both sides of the ring was printed before it.
    if (isInk(edge - half - 1) && isInk(edge + half + 1)) return
    to.rgba.set(paper, at)
  })
}

function eraseStar(to: RgbaPicture, star: Star, paper: Colour): void {
  const margin = Math.max(2, 0.07 * star.radius)
  each(to, star, star.radius + margin, (x, y, at) => {
    if (isOnStar(star, x + 0.5, y + 0.5, margin)) to.rgba.set(paper, at)
  })
}

/** Every pixel of the square around a middle that lies in the picture. */
function each(
  { width, height }: RgbaPicture,
  middle: { readonly x: number; readonly y: number },
  reach: number,
  visit: (x: number, y: number, at: number) => void,
): void {
  const [left, right] = [
    Math.max(0, Math.floor(middle.x - reach)),
    Math.min(width - 1, Math.ceil(middle.x + reach)),
  ]
  const [top, bottom] = [
    Math.max(0, Math.floor(middle.y - reach)),
    Math.min(height - 1, Math.ceil(middle.y + reach)),
  ]
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) visit(x, y, 4 * (y * width + x))
}
