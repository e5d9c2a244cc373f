/** Fills, blends and pen strokes on raw pictures; boxes and points in pixels. */

/** @typedef {import('../../corpus/degrade/picture.mjs').Picture} Picture @typedef {[number, number, number]} Colour */

/** Calls `paint(at, x, y)` for every pixel of the box that is in the picture; `at` is the offset of its red. */
export function within({ width, height }, [x, y, w, h], paint) {
  const [left, top] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))]
  const [right, bottom] = [Math.min(width, Math.round(x + w)), Math.min(height, Math.round(y + h))]
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) paint((row * width + column) * 3, column, row)
}

/** @param {Picture} picture */
export function filled(picture, box, colour) {
  within(picture, box, (at) => picture.rgb.set(colour, at))
}

function mix(rgb, at, colour, share) {
  for (let c = 0; c < 3; c++) rgb[at + c] = Math.round(rgb[at + c] * (1 - share) + colour[c] * share)
}

export function blended(picture, box, colour, share) {
  within(picture, box, (at) => mix(picture.rgb, at, colour, share))
}

/** Multiplied with the colour, as ink or a highlighter is. */
export function multiplied(picture, box, colour) {
  within(picture, box, (at) => {
    for (let c = 0; c < 3; c++) picture.rgb[at + c] = Math.round((picture.rgb[at + c] * colour[c]) / 255)
  })
}

/** Mean colour of the pixels that lie up to `reach` outside the box and are no ink. */
export function colourAround(picture, [x, y, w, h], reach) {
  const values = [[], [], []]
  within(picture, [x - reach, y - reach, w + 2 * reach, h + 2 * reach], (at, column, row) => {
    if (column >= x && column < x + w && row >= y && row < y + h) return
    for (let c = 0; c < 3; c++) values[c].push(picture.rgb[at + c])
  })
  return values.map((list) => list.sort((one, other) => one - other)[Math.floor(list.length * 0.6)] ?? 250)
}

/**
 * One stroke of a round pen through `points`; `soft` is the width of its edge in pixels. Where the stroke crosses
 * itself it covers once.
 */
export function stroked(picture, points, radius, colour, share = 1, soft = 1) {
  const reach = radius + soft
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, top] = [Math.floor(Math.min(...xs) - reach), Math.floor(Math.min(...ys) - reach)]
  const [w, h] = [Math.ceil(Math.max(...xs) + reach) - left, Math.ceil(Math.max(...ys) + reach) - top]
  const mask = new Float32Array(w * h)
  for (let i = 1; i < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]]
    const long = Math.max(1e-6, (x1 - x0) ** 2 + (y1 - y0) ** 2)
    const [fromY, toY] = [
      Math.floor(Math.min(y0, y1) - reach - top),
      Math.ceil(Math.max(y0, y1) + reach - top),
    ]
    const [fromX, toX] = [
      Math.floor(Math.min(x0, x1) - reach - left),
      Math.ceil(Math.max(x0, x1) + reach - left),
    ]
    for (let v = Math.max(0, fromY); v < Math.min(h, toY); v++)
      for (let u = Math.max(0, fromX); u < Math.min(w, toX); u++) {
        const [px, py] = [u + left - x0, v + top - y0]
        const along = Math.max(0, Math.min(1, (px * (x1 - x0) + py * (y1 - y0)) / long))
        const far = Math.hypot(px - along * (x1 - x0), py - along * (y1 - y0))
        const cover = Math.max(0, Math.min(1, (reach - far) / Math.max(1e-6, soft)))
        if (cover > mask[v * w + u]) mask[v * w + u] = cover
      }
  }
  within(picture, [left, top, w, h], (at, x, y) => {
    const cover = mask[(y - top) * w + x - left]
    if (cover > 0) mix(picture.rgb, at, colour, cover * share)
  })
}
