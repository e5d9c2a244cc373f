/** Convex hull of points and the smallest rotated rectangle around it. */

/** x and y in turns. */
export type Points = readonly number[]

/** Centre, side lengths and the angle (radians, −45°…45° from the x axis) of the first side. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly angle: number
}

/** Andrew's monotone chain over points sorted by y then x, as a row scan gives them. */
export function hullOf(points: Points): number[] {
  const count = points.length / 2
  const chain = (from: number, to: number, step: number): number[] => {
    const kept: number[] = []
    for (let i = from; i !== to; i += step) {
      const x = points[2 * i]!
      const y = points[2 * i + 1]!
      while (kept.length >= 4 && bend(kept, x, y) <= 0) kept.length -= 2
      kept.push(x, y)
    }
    kept.length -= 2
    return kept
  }
  if (count < 3) return [...points]
  return [...chain(0, count, 1), ...chain(count - 1, -1, -1)]
}

function bend(chain: readonly number[], x: number, y: number): number {
  const n = chain.length
  const ax = chain[n - 4]!
  const ay = chain[n - 3]!
  return (chain[n - 2]! - ax) * (y - ay) - (chain[n - 1]! - ay) * (x - ax)
}

/** The smallest rectangle has a side along an edge of the hull: try each. */
export function smallestRectangle(hull: Points): Rectangle {
  let best: Rectangle | null = null
  const count = hull.length / 2
  for (let i = 0; i < count; i++) {
    const next = (i + 1) % count
    const dx = hull[2 * next]! - hull[2 * i]!
    const dy = hull[2 * next + 1]! - hull[2 * i + 1]!
    if (dx === 0 && dy === 0) continue
    const rectangle = rectangleAlong(hull, foldAngle(Math.atan2(dy, dx)))
    if (!best || rectangle.width * rectangle.height < best.width * best.height) best = rectangle
  }
  return best ?? rectangleAlong(hull, 0)
}

/** Into −45°…45°: a rectangle's sides are the same a quarter turn on. */
function foldAngle(angle: number): number {
  const quarter = Math.PI / 2
  return angle - quarter * Math.round(angle / quarter)
}

function rectangleAlong(hull: Points, angle: number): Rectangle {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < hull.length; i += 2) {
    const along = hull[i]! * cos + hull[i + 1]! * sin
    const across = hull[i + 1]! * cos - hull[i]! * sin
    left = Math.min(left, along)
    right = Math.max(right, along)
    top = Math.min(top, across)
    bottom = Math.max(bottom, across)
  }
  const u = (left + right) / 2
  const v = (top + bottom) / 2
  return {
    x: u * cos - v * sin,
    y: u * sin + v * cos,
    width: right - left,
    height: bottom - top,
    angle,
  }
}
