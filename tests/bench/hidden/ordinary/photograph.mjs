/** Invented photographs: sky, ground, blurred and sharp things, night scenes; nothing that shows anyone. */
import { blurred, fromSharp, toSharp } from '../../../corpus/degrade/picture.mjs'
import { noisy } from '../../../corpus/degrade/tone.mjs'

/** Sums of smooth noise at four sizes, −1 … 1. */
async function clouds(width, height, chance) {
  const sum = new Float32Array(width * height)
  for (const [size, weight] of [
    [6, 1],
    [14, 0.5],
    [34, 0.25],
    [80, 0.12],
  ]) {
    const small = {
      width: size,
      height: size,
      rgb: Uint8Array.from({ length: size * size * 3 }, () => chance.whole(0, 255)),
    }
    const large = await fromSharp(toSharp(small).resize(width, height, { kernel: 'cubic', fit: 'fill' }))
    for (let at = 0; at < sum.length; at++) sum[at] += (large.rgb[at * 3] / 127.5 - 1) * weight
  }
  return sum
}

const scenes = [
  { sky: [150, 185, 220], ground: [110, 115, 80], things: [90, 80, 70] },
  { sky: [200, 205, 210], ground: [120, 118, 115], things: [60, 65, 75] },
  { sky: [22, 26, 44], ground: [30, 28, 26], things: [220, 180, 90] },
  { sky: [236, 232, 220], ground: [180, 150, 120], things: [170, 40, 40] },
  { sky: [60, 60, 62], ground: [40, 40, 42], things: [120, 120, 118] },
]

/** @param {import('../../../corpus/random.mjs').Chance} chance @returns {Promise<import('../../../corpus/degrade/picture.mjs').Picture>} */
export async function photograph(width, height, chance) {
  const scene = chance.pick(scenes)
  const noise = await clouds(width, height, chance)
  const rgb = new Uint8Array(width * height * 3)
  const horizon = height * chance.between(0.3, 0.7)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const base = y + noise[at] * 12 < horizon ? scene.sky : scene.ground
      for (let c = 0; c < 3; c++) rgb[at * 3 + c] = Math.max(0, Math.min(255, base[c] + noise[at] * 26))
    }
  let picture = { width, height, rgb }
  for (let count = chance.whole(2, 9); count > 0; count--) thing(picture, scene.things, noise, chance)
  if (chance.is(0.35)) picture = await blurred(picture, chance.between(1.5, 6))
  for (let count = chance.whole(0, 4); count > 0; count--) thing(picture, scene.things, noise, chance)
  noisy(picture, chance.between(0.5, 4), chance)
  return picture
}

/** A disc or a block, shaded by the same noise, somewhere at or under the horizon. */
function thing({ width, height, rgb }, tone, noise, chance) {
  const [w, h] = [width * chance.between(0.04, 0.3), height * chance.between(0.05, 0.4)]
  const [left, top] = [chance.between(0, width - w), chance.between(height * 0.15, height - h)]
  const round = chance.is(0.5)
  const shift = chance.between(-40, 40)
  for (let y = Math.floor(top); y < top + h; y++)
    for (let x = Math.floor(left); x < left + w; x++) {
      if (round && ((x - left) / w - 0.5) ** 2 + ((y - top) / h - 0.5) ** 2 > 0.25) continue
      const at = y * width + x
      for (let c = 0; c < 3; c++)
        rgb[at * 3 + c] = Math.max(0, Math.min(255, tone[c] + shift + noise[at] * 30 + ((x - left) / w) * 20))
    }
}
