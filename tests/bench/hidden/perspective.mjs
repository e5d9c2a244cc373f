/** Where a point of the flat page lies in its picture (Heckbert 1989, unit square to quadrilateral). */

/** @param {readonly (readonly [number, number])[]} corners of the page: top-left, top-right, bottom-right, bottom-left */
export function placedBy(corners) {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners
  const [dx, dy] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3]
  const [ax, ay, bx, by] = [x1 - x2, y1 - y2, x3 - x2, y3 - y2]
  const whole = ax * by - bx * ay
  const g = (dx * by - bx * dy) / whole
  const h = (ax * dy - dx * ay) / whole
  return (u, v) => {
    const z = g * u + h * v + 1
    return [
      ((x1 - x0 + g * x1) * u + (x3 - x0 + h * x3) * v + x0) / z,
      ((y1 - y0 + g * y1) * u + (y3 - y0 + h * y3) * v + y0) / z,
    ]
  }
}

/** The upright box around a box of the page [left, top, width, height], both as fractions. */
export function boxIn(corners, [x, y, w, h]) {
  const place = placedBy(corners)
  const points = [place(x, y), place(x + w, y), place(x, y + h), place(x + w, y + h)]
  const xs = points.map((point) => point[0])
  const ys = points.map((point) => point[1])
  return [
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs) - Math.min(...xs),
    Math.max(...ys) - Math.min(...ys),
  ]
}
