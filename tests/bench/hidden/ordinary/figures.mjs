/** Things that stand on ordinary pages: charts, code patterns, logos, stamps, handwriting. Each gives SVG or HTML. */

/** @typedef {import('../../../corpus/random.mjs').Chance} Chance */

const svg = (x, y, width, height, inner, style = '') =>
  `<svg style="left:${x}mm;top:${y}mm;${style}" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">${inner}</svg>`
const rect = (x, y, w, h, fill, more = '') =>
  `<rect x="${x.toFixed(2)}" y="${y.toFixed(2)}" width="${w.toFixed(2)}" height="${h.toFixed(2)}" fill="${fill}" ${more}/>`

export const palettes = [
  ['#4472c4', '#ed7d31', '#a5a5a5', '#ffc000', '#5b9bd5'],
  ['#1f5fa8', '#c00000', '#7f7f7f', '#2e7d32', '#8064a2'],
  ['#222', '#555', '#888', '#aaa', '#ccc'],
  ['#c23531', '#2f4554', '#61a0a8', '#d48265', '#91c7ae'],
]

/** Bars standing or lying, grouped, with a legend. @param {Chance} chance */
export function bars(x, y, width, height, chance) {
  const colours = chance.pick(palettes)
  const lying = chance.is(0.5)
  const groups = chance.whole(3, 8)
  const each = chance.whole(1, 3)
  const span = (lying ? height : width) - 10
  const pitch = span / groups
  const thick = (pitch * chance.between(0.5, 0.85)) / each
  const parts = [`<path d="M8 2V${height - 6}H${width}" fill="none" stroke="#444" stroke-width=".3"/>`]
  for (let group = 0; group < groups; group++)
    for (let index = 0; index < each; index++) {
      const long = chance.between(0.15, 0.95) * ((lying ? width : height) - 12)
      const at = 2 + group * pitch + index * thick
      parts.push(
        lying
          ? rect(8, at, long, thick, colours[index])
          : rect(8 + at, height - 6 - long, thick, long, colours[index]),
      )
    }
  for (let index = 0; index < each; index++)
    parts.push(
      rect(12 + index * 26, height - 4, 3, 2.4, colours[index]),
      `<text x="${17 + index * 26}" y="${height - 1.8}" font-size="3">系列${index + 1}</text>`,
    )
  return svg(x, y, width, height, parts.join(''))
}

export function pie(x, y, size, chance) {
  const colours = chance.pick(palettes)
  const shares = Array.from({ length: chance.whole(3, 5) }, () => chance.between(0.5, 2))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let turn = 0
  const point = (part) => [
    size / 2 + (size / 2 - 2) * Math.sin(part * 2 * Math.PI),
    size / 2 - (size / 2 - 2) * Math.cos(part * 2 * Math.PI),
  ]
  const slices = shares.map((share, index) => {
    const [x0, y0] = point(turn)
    turn += share / whole
    const [x1, y1] = point(turn)
    return `<path d="M${size / 2} ${size / 2}L${x0.toFixed(2)} ${y0.toFixed(2)}A${size / 2 - 2} ${size / 2 - 2} 0 ${share / whole > 0.5 ? 1 : 0} 1 ${x1.toFixed(2)} ${y1.toFixed(2)}Z" fill="${colours[index]}"/>`
  })
  return svg(x, y, size, size, slices.join(''))
}

/** Lines over a filled area. */
export function curve(x, y, width, height, chance) {
  const colours = chance.pick(palettes)
  const line = () =>
    Array.from(
      { length: 9 },
      (_, i) => `${((i / 8) * width).toFixed(1)} ${chance.between(4, height - 6).toFixed(1)}`,
    )
  const [one, other] = [line(), line()]
  return svg(
    x,
    y,
    width,
    height,
    `<path d="M0 ${height}L${one.join('L')}L${width} ${height}Z" fill="${colours[0]}" opacity=".45"/><path d="M${other.join('L')}" fill="none" stroke="${colours[1]}" stroke-width=".8"/>`,
  )
}

/** A QR-like square of modules, with its three finders. */
export function squareCode(x, y, size, chance) {
  const count = chance.pick([21, 25, 29])
  const unit = size / count
  const parts = []
  const finder = (u, v) => (u < 8 && v < 8) || (u > count - 9 && v < 8) || (u < 8 && v > count - 9)
  for (let v = 0; v < count; v++)
    for (let u = 0; u < count; u++)
      if (!finder(u, v) && chance.is(0.48)) parts.push(rect(u * unit, v * unit, unit, unit, '#000'))
  for (const [u, v] of [
    [0, 0],
    [count - 7, 0],
    [0, count - 7],
  ])
    parts.push(
      rect(u * unit, v * unit, 7 * unit, 7 * unit, '#000'),
      rect((u + 1) * unit, (v + 1) * unit, 5 * unit, 5 * unit, '#fff'),
      rect((u + 2) * unit, (v + 2) * unit, 3 * unit, 3 * unit, '#000'),
    )
  return svg(x, y, size, size, parts.join(''))
}

export function barcode(x, y, width, height, chance) {
  const parts = []
  for (let at = 0; at < width - 1;) {
    const thick = chance.pick([0.25, 0.25, 0.5, 0.75, 1])
    parts.push(rect(at, 0, thick, height - 4, '#000'))
    at += thick + chance.pick([0.25, 0.25, 0.5, 0.75])
  }
  parts.push(
    `<text x="${width / 2}" y="${height - 0.4}" font-size="3.4" text-anchor="middle">${chance.whole(10000000, 99999999)}</text>`,
  )
  return svg(x, y, width, height, parts.join(''))
}

/** A square, round or striped emblem with a letter in it. */
export function logo(x, y, size, chance) {
  const colour = chance.pick(['#000', '#1f5fa8', '#c00000', '#2e7d32', '#333'])
  const shapes = [
    rect(0, 0, size, size, colour) +
      `<text x="${size / 2}" y="${size * 0.72}" font-size="${size * 0.6}" fill="#fff" text-anchor="middle">${chance.pick(['禾', '云', '石', '江'])}</text>`,
    `<circle cx="${size / 2}" cy="${size / 2}" r="${size / 2}" fill="${colour}"/><circle cx="${size / 2}" cy="${size / 2}" r="${size / 4}" fill="#fff"/>`,
    `<path d="M0 ${size}L${size / 2} 0L${size} ${size}Z" fill="${colour}"/>`,
    rect(0, 0, size * 1.6, size * 0.28, colour) +
      rect(0, size * 0.36, size * 1.6, size * 0.28, colour) +
      rect(0, size * 0.72, size * 1.6, size * 0.28, colour),
  ]
  return svg(x, y, size * 1.7, size, chance.pick(shapes))
}

/** Ballpoint or brush notes such as leaders leave at the top of a page: many bends, no letters. */
export function handwriting(x, y, width, height, chance, ink = null) {
  const colour = ink ?? chance.pick(['#111', '#1a237e', '#c62828', '#333'])
  const thick = chance.pick([0.5, 0.7, 1.1])
  const strokes = []
  const letters = Math.floor(width / height)
  for (let letter = 0; letter < letters; letter++)
    for (let stroke = chance.whole(3, 7); stroke > 0; stroke--) {
      const at = () =>
        `${(letter * height + chance.between(0.05, 0.95) * height).toFixed(2)} ${(chance.between(0.05, 0.95) * height).toFixed(2)}`
      strokes.push(
        `<path d="M${at()}Q${at()} ${at()}" fill="none" stroke="${colour}" stroke-width="${thick}" stroke-linecap="round"/>`,
      )
    }
  return svg(x, y, width, height, strokes.join(''))
}

/** A signature: one long line with loops. */
export function signature(x, y, width, height, chance) {
  const points = Array.from(
    { length: 14 },
    (_, i) =>
      `${((i / 13) * width + chance.between(-2, 2)).toFixed(1)} ${chance.between(0, height).toFixed(1)}`,
  )
  return svg(
    x,
    y,
    width,
    height,
    `<path d="M${points[0]}C${points.slice(1).join(' ')}" fill="none" stroke="#111" stroke-width=".7"/>`,
  )
}

/** 归档章: a ruled box of three by two cells. */
export function archiveStamp(x, y, chance) {
  const colour = chance.pick(['#c62828', '#1a237e'])
  const words = [
    chance.whole(100, 999),
    chance.whole(2008, 2024),
    chance.whole(1, 60),
    '办公室',
    '永久',
    chance.whole(2, 12),
  ]
  const texts = words.map(
    (word, index) =>
      `<text x="${7.5 + (index % 3) * 15}" y="${5.5 + Math.floor(index / 3) * 8}" font-size="3.6" text-anchor="middle" fill="${colour}">${word}</text>`,
  )
  return svg(
    x,
    y,
    46,
    17,
    `<path d="M.5 .5H45.5V16.5H.5ZM.5 8.5H45.5M15.5 .5V16.5M30.5 .5V16.5" fill="none" stroke="${colour}" stroke-width=".4"/>${texts.join('')}`,
  )
}
