/** Paper tint, uneven light, sensor noise, and the black and white of a fax. All in place. */

/** A table of normal deviates: one look-up a sample instead of four random numbers. */
function bellTable(chance) {
  const table = new Float32Array(1 << 15)
  for (let i = 0; i < table.length; i++) table[i] = chance.bell()
  return table
}

/** Multiplies each channel; white becomes the tint. */
export function tinted({ rgb }, tint) {
  const table = [0, 1, 2].map((c) => Uint8Array.from({ length: 256 }, (_, value) => (value * tint[c]) / 255))
  for (let at = 0; at < rgb.length; at += 3) {
    rgb[at] = table[0][rgb[at]]
    rgb[at + 1] = table[1][rgb[at + 1]]
    rgb[at + 2] = table[2][rgb[at + 2]]
  }
}

/** Ink of worn toner: black becomes `floor`. */
export function faded({ rgb }, floor) {
  for (let at = 0; at < rgb.length; at++) rgb[at] = floor + (rgb[at] * (255 - floor)) / 255
}

/** Noise of deviation `sigma`, a share of it in colour. */
export function noisy({ rgb }, sigma, chance, colour = 0.3) {
  const table = bellTable(chance)
  const mask = table.length - 1
  let one = chance.whole(0, mask)
  let other = chance.whole(0, mask)
  for (let at = 0; at < rgb.length; at += 3) {
    if (at % 9973 === 0) other = chance.whole(0, mask)
    const luma = table[(one += 7) & mask] * sigma
    for (let c = 0; c < 3; c++) {
      const value = rgb[at + c] + luma + table[(other += 5) & mask] * sigma * colour
      rgb[at + c] = value < 0 ? 0 : value > 255 ? 255 : value
    }
  }
}

/**
 * Light that falls off: a slope across the page, darker corners, and one soft shadow.
 * @param {number} depth share of the light lost at the darkest place
 */
export function unevenlyLit({ width, height, rgb }, depth, chance) {
  const angle = chance.between(0, Math.PI * 2)
  const [ax, ay] = [Math.cos(angle), Math.sin(angle)]
  const [sx, sy, spread] = [chance.between(0, 1), chance.between(0, 1), chance.between(0.15, 0.4)]
  for (let y = 0, at = 0; y < height; y++) {
    const v = y / height - 0.5
    for (let x = 0; x < width; x++, at += 3) {
      const u = x / width - 0.5
      const slope = (u * ax + v * ay + 0.7) / 1.4
      const corner = (u * u + v * v) * 0.8
      const shade = Math.exp(-((u + 0.5 - sx) ** 2 + (v + 0.5 - sy) ** 2) / (2 * spread * spread))
      const light = 1 - depth * (0.5 * slope + 0.25 * corner + 0.25 * shade)
      rgb[at] *= light
      rgb[at + 1] *= light
      rgb[at + 2] *= light
    }
  }
}

/** 1-bit black and white at `threshold`, then stray dots of one to four pixels, black and white. */
export function faxed({ width, height, rgb }, threshold, specks, chance) {
  for (let at = 0; at < rgb.length; at += 3) {
    const luma = rgb[at] * 0.299 + rgb[at + 1] * 0.587 + rgb[at + 2] * 0.114
    rgb.fill(luma < threshold ? 0 : 255, at, at + 3)
  }
  for (let count = Math.round(width * height * specks); count > 0; count--) {
    const [x, y, size] = [chance.whole(0, width - 3), chance.whole(0, height - 3), chance.whole(1, 2)]
    const ink = chance.is(0.75) ? 0 : 255
    for (let row = 0; row < size; row++) {
      const at = ((y + row) * width + x) * 3
      rgb.fill(ink, at, at + size * 3)
    }
  }
}
