/** Skew, perspective and bent edges: the page as it lies under the glass or before the camera. */

/** Where the four corners of the page come to lie: top-left, top-right, bottom-right, bottom-left, in pixels. */
export function skewedCorners({ width, height }, degrees, grow = 0) {
  const angle = (degrees * Math.PI) / 180
  const [cx, cy] = [width / 2, height / 2]
  const turn = (x, y) => [
    cx + (x - cx) * Math.cos(angle) - (y - cy) * Math.sin(angle) + grow,
    cy + (x - cx) * Math.sin(angle) + (y - cy) * Math.cos(angle) + grow,
  ]
  return [turn(0, 0), turn(width, 0), turn(width, height), turn(0, height)]
}

/** Each corner moved by up to `share` of the page's width, inward more than outward. */
export function tiltedCorners({ width, height }, share, chance) {
  const shift = () => chance.between(-0.25, 1) * share * width
  return [
    [shift(), shift()],
    [width - shift(), shift()],
    [width - shift(), height - shift()],
    [shift(), height - shift()],
  ]
}

/** Homography that takes the unit-free page point (x, y) to the corners; solved as 8 linear equations. */
function homography(from, to) {
  const rows = []
  for (let i = 0; i < 4; i++) {
    const [x, y] = from[i]
    const [u, v] = to[i]
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v])
  }
  for (let column = 0; column < 8; column++) {
    let best = column
    for (let row = column; row < 8; row++)
      if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) best = row
    ;[rows[column], rows[best]] = [rows[best], rows[column]]
    for (let row = 0; row < 8; row++) {
      if (row === column) continue
      const factor = rows[row][column] / rows[column][column]
      for (let k = column; k < 9; k++) rows[row][k] -= factor * rows[column][k]
    }
  }
  return rows.map((row, index) => row[8] / row[index])
}

/**
 * Draws the page so that its corners come to lie at `corners`; the desk shows around it.
 * @param {import('./picture.mjs').Picture} picture
 * @param {readonly [number, number, number]} desk colour of what lies under the page
 */
export function laid(picture, corners, desk, size = picture) {
  const { width, height } = size
  const { width: w, height: h, rgb } = picture
  const page = [
    [0, 0],
    [w, 0],
    [w, h],
    [0, h],
  ]
  const m = homography(corners, page)
  const out = new Uint8Array(width * height * 3)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 3) {
      const z = m[6] * x + m[7] * y + 1
      const sx = (m[0] * x + m[1] * y + m[2]) / z
      const sy = (m[3] * x + m[4] * y + m[5]) / z
      if (sx < 0 || sy < 0 || sx >= w - 1 || sy >= h - 1) {
        out.set(desk, at)
        continue
      }
      const [fx, fy] = [sx - Math.floor(sx), sy - Math.floor(sy)]
      const near = (Math.floor(sy) * w + Math.floor(sx)) * 3
      for (let c = 0; c < 3; c++) {
        const top = rgb[near + c] * (1 - fx) + rgb[near + 3 + c] * fx
        const below = near + w * 3 + c
        out[at + c] = top * (1 - fy) + (rgb[below] * (1 - fx) + rgb[below + 3] * fx) * fy
      }
    }
  return { width, height, rgb: out }
}
