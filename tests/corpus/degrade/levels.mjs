/** The five qualities of scans: clean, office, photo, poor, fax. Each a recipe from a flat page to an image file. */
import { blurred, fromSharp, toSharp } from './picture.mjs'
import { faded, faxed, noisy, tinted, unevenlyLit } from './tone.mjs'
import { laid, skewedCorners, tiltedCorners } from './warp.mjs'

const tints = [
  [248, 248, 246],
  [244, 246, 232],
  [240, 243, 238],
  [246, 240, 228],
  [238, 240, 246],
]
const desks = [
  [206, 196, 182],
  [120, 110, 100],
  [228, 222, 214],
  [90, 96, 104],
]
const nearWhite = [250, 250, 250]

/**
 * @typedef {object} Scan
 * @property {'jpg'|'png'} extension
 * @property {number} dpi
 * @property {Buffer} bytes
 * @property {readonly (readonly [number, number])[]} corners where the page's corners came to lie, as fractions of
 *   the picture: top-left, top-right, bottom-right, bottom-left
 *
 * @typedef {(dpi: number) => import('./picture.mjs').Picture | Promise<import('./picture.mjs').Picture>} Draw
 * @typedef {(draw: Draw, chance: import('../random.mjs').Chance, dpi?: number) => Promise<Scan>} Level
 */

async function jpeg(picture, corners, quality, dpi) {
  const bytes = await toSharp(picture).withDensity(dpi).jpeg({ quality }).toBuffer()
  return { extension: 'jpg', dpi, bytes, corners: asFractions(picture, corners) }
}

const asFractions = ({ width, height }, corners) => corners.map(([x, y]) => [x / width, y / height])

/** A flatbed with a good lamp: 200 dpi, straight, a little noise. @type {Level} */
async function clean(draw, chance, dpi = 200) {
  const picture = await draw(dpi)
  tinted(picture, chance.pick(tints))
  const soft = await blurred(picture, 0.45)
  noisy(soft, chance.between(1.5, 3), chance)
  return jpeg(soft, skewedCorners(soft, 0), chance.whole(82, 92), dpi)
}

/** The copier in the corridor: 150–200 dpi, a little skew, tinted paper, thrifty JPEG. @type {Level} */
async function office(draw, chance, dpi = chance.pick([150, 150, 200])) {
  const flat = await draw(dpi)
  faded(flat, chance.between(10, 45))
  const corners = skewedCorners(flat, chance.between(-0.9, 0.9))
  const picture = laid(flat, corners, nearWhite)
  tinted(picture, chance.pick(tints))
  const soft = await blurred(picture, chance.between(0.4, 0.7))
  noisy(soft, chance.between(3, 6), chance)
  return jpeg(soft, corners, chance.whole(60, 75), dpi)
}

/** A telephone over the desk: perspective, uneven light, soft focus. @type {Level} */
async function photo(draw, chance, dpi = 150) {
  const flat = await draw(dpi)
  faded(flat, chance.between(15, 50))
  const corners = tiltedCorners(flat, 0.05, chance)
  const picture = laid(flat, corners, chance.pick(desks))
  tinted(picture, chance.pick(tints))
  unevenlyLit(picture, chance.between(0.2, 0.5), chance)
  const soft = await blurred(picture, chance.between(0.6, 1.0))
  noisy(soft, chance.between(4, 9), chance)
  return jpeg(soft, corners, chance.whole(55, 75), dpi)
}

/** A bad copy of a copy: 110–120 dpi, skewed, grainy, heavy JPEG. @type {Level} */
async function poor(draw, chance, dpi = chance.pick([110, 115, 120])) {
  const flat = await draw(dpi)
  faded(flat, chance.between(20, 60))
  const corners = skewedCorners(flat, chance.between(-2.2, 2.2), chance.between(-4, 4))
  const picture = laid(flat, corners, chance.pick([desks[0], nearWhite]))
  tinted(picture, chance.pick(tints))
  unevenlyLit(picture, 0.12, chance)
  const soft = await blurred(picture, chance.between(0.4, 0.6))
  noisy(soft, chance.between(8, 14), chance)
  return jpeg(soft, corners, chance.whole(38, 50), dpi)
}

/** A fax: 204 × 196 dots an inch or a 150 dpi copy of one, black and white, with stray dots. @type {Level} */
async function fax(draw, chance, dpi = chance.pick([150, 150, 200])) {
  let flat = await draw(dpi)
  if (dpi === 200) {
    const [width, height] = [Math.round(flat.width * 1.02), Math.round(flat.height * 0.98)]
    flat = await fromSharp(toSharp(flat).resize(width, height, { fit: 'fill' }))
  }
  const corners = skewedCorners(flat, chance.between(-0.7, 0.7))
  const soft = await blurred(laid(flat, corners, [255, 255, 255]), 0.5)
  noisy(soft, chance.between(10, 22), chance, 0)
  faxed(soft, chance.whole(120, 165), chance.between(0.00002, 0.0002), chance)
  const bytes = await toSharp(soft).withDensity(dpi).png({ palette: true, colours: 2, dither: 0 }).toBuffer()
  return { extension: 'png', dpi, bytes, corners: asFractions(soft, corners) }
}

/** @type {Record<string, Level>} */
export const levels = { clean, office, photo, poor, fax }
export const levelNames = Object.keys(levels)
