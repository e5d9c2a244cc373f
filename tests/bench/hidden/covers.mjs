/** The ways a line of type gets covered: each a function over a raw picture and the box to be hidden. */
import { blurred } from '../../corpus/degrade/picture.mjs'
import { blended, colourAround, filled, stroked, within } from './brush.mjs'

/**
 * @typedef {object} Spot
 * @property {[number, number, number, number]} box pixels, with the margin people leave
 * @property {number} type height of the type in pixels
 * @property {number} mm pixels in a millimetre
 * @typedef {(picture: import('../../corpus/degrade/picture.mjs').Picture, spot: Spot, chance: import('../../corpus/random.mjs').Chance) => void | Promise<void>} Cover
 */

/** @type {Cover} */
const black = (picture, { box }, chance) =>
  filled(
    picture,
    box,
    chance.pick([
      [0, 0, 0],
      [0, 0, 0],
      [18, 18, 18],
      [35, 31, 32],
    ]),
  )
/** @type {Cover} */
const white = (picture, { box }) => filled(picture, box, [255, 255, 255])
/** @type {Cover} */
const colour = (picture, { box }, chance) =>
  filled(
    picture,
    box,
    chance.pick([
      [128, 128, 128],
      [70, 74, 80],
      [190, 190, 190],
      [200, 30, 30],
      [30, 80, 170],
      [40, 130, 70],
      [230, 150, 40],
    ]),
  )
/** Filled with the colour picked from the paper beside it. @type {Cover} */
const paper = (picture, { box, mm }) => filled(picture, box, colourAround(picture, box, 2 * mm))

/** @type {Cover} */
function mosaic(picture, { box, type }, chance) {
  const block = Math.max(4, Math.round(type * chance.between(0.18, 0.42)))
  const [x, y, w, h] = box.map(Math.round)
  for (let top = y; top < y + h; top += block)
    for (let left = x; left < x + w; left += block) {
      const tile = [left, top, Math.min(block, x + w - left), Math.min(block, y + h - top)]
      const sum = [0, 0, 0]
      let count = 0
      within(picture, tile, (at) => {
        for (let c = 0; c < 3; c++) sum[c] += picture.rgb[at + c]
        count++
      })
      filled(
        picture,
        tile,
        sum.map((value) => Math.round(value / Math.max(1, count))),
      )
    }
}

/** @type {Cover} */
async function blur(picture, { box, type }, chance) {
  const soft = await blurred(picture, type * chance.between(0.12, 0.3))
  within(picture, box, (at) => picture.rgb.set(soft.rgb.subarray(at, at + 3), at))
}

/** Dark and half transparent: a rectangle, or one or two passes of a broad pen. @type {Cover} */
function marker(picture, { box, mm }, chance) {
  const ink = chance.pick([
    [0, 0, 0],
    [0, 0, 0],
    [25, 25, 30],
    [20, 20, 70],
    [60, 10, 15],
  ])
  const share = chance.between(0.55, 0.8)
  if (chance.is(0.6)) return blended(picture, box, ink, share)
  const [x, y, w, h] = box
  const passes = chance.whole(1, 2)
  const radius = (h / 2) * (passes === 1 ? 1 : 0.62)
  for (let pass = 0; pass < passes; pass++) {
    const level = passes === 1 ? y + h / 2 : y + (pass === 0 ? radius : h - radius)
    const wobble = () => chance.between(-0.25, 0.25) * mm
    const points = [0, 0.3, 0.6, 1].map((part) => [
      x + radius * 0.6 + part * (w - radius * 1.2),
      level + wobble(),
    ])
    stroked(picture, points, radius, ink, share, 0.25 * mm)
  }
}

const inks = [
  [20, 20, 28],
  [28, 28, 60],
  [10, 10, 10],
  [30, 40, 140],
]
/** Back and forth with a pen until nothing can be read. @type {Cover} */
function scribble(picture, { box, mm }, chance) {
  const [x, y, w, h] = box
  const radius = chance.between(0.28, 0.6) * mm
  const ink = chance.pick(inks)
  const rough = (value) => value + chance.between(-0.35, 0.35) * mm
  const points = []
  const style = chance.pick(['zigzag', 'zigzag', 'slanted', 'loops', 'lines'])
  const step = radius * chance.between(1.3, 2.3)
  if (style === 'lines') {
    const rows = Math.max(3, Math.round(h / (radius * chance.between(1.8, 2.4))))
    for (let row = 0; row < rows; row++)
      for (let part = 0; part <= 8; part++) {
        const along = row % 2 === 0 ? part / 8 : 1 - part / 8
        points.push([rough(x + along * w), rough(y + ((row + 0.5) / rows) * h)])
      }
  } else if (style === 'loops') {
    for (let turn = 0; turn * step * 0.22 < w; turn++) {
      const angle = turn * 0.9
      points.push([
        x + turn * step * 0.22 + Math.cos(angle) * h * 0.3,
        rough(y + h / 2 + Math.sin(angle) * h * 0.48),
      ])
    }
  } else {
    const lean = style === 'slanted' ? h * 0.5 : 0
    for (let at = 0, up = true; at < w; at += step, up = !up)
      points.push([rough(x + at + (up ? lean : 0)), rough(up ? y : y + h)])
  }
  stroked(picture, points, radius, ink, chance.between(0.88, 1), 1)
}

/** A slip of paper of another white, or of the same with the shadow of its edges; before the scan only. @type {Cover} */
function strip(picture, { box, mm }, chance) {
  const [x, y, w, h] = box
  const slope = chance.between(-0.03, 0.03)
  const shade = chance.is(0.7) ? chance.between(0.035, 0.12) : 0
  const hue = [0, 1, 2].map(() => 255 * (1 - shade) + chance.between(-4, 4) * (shade > 0 ? 1 : 0))
  const shadow = shade === 0 || chance.is(0.4) ? chance.between(40, 110) : 0
  within(picture, [x - mm, y - h * 0.3 - mm, w + 2 * mm, h * 1.6 + 2 * mm], (at, column, row) => {
    const u = column - x
    const v = row - y - slope * u
    if (u < 0 || u > w + 0.25 * mm || v < 0 || v > h + 0.25 * mm) return
    const edge = u > w || v > h || (shade === 0 && (u < 0.15 * mm || v < 0.15 * mm))
    if (edge && shadow === 0) return
    for (let c = 0; c < 3; c++) picture.rgb[at + c] = Math.min(255, Math.round(hue[c])) - (edge ? shadow : 0)
  })
}

/** Dabbed over with a brush in the colour of the paper. @type {Cover} */
function erased(picture, { box, mm }, chance) {
  const [x, y, w, h] = box
  const colour = colourAround(picture, box, 2 * mm)
  const radius = h * chance.between(0.42, 0.6)
  const points = Array.from({ length: 9 }, (_, i) => [
    x + radius * 0.4 + (i / 8) * (w - radius * 0.8),
    y + h / 2 + chance.between(-0.08, 0.08) * h,
  ])
  stroked(picture, points, radius, colour, 1, chance.pick([1, 1, 0.15 * h]))
}

/** What can be done to a picture of a page. @type {Record<string, Cover>} */
export const edits = { black, white, colour, paper, mosaic, blur, marker, scribble, erased }
/** What can be done to the paper, or printed, before it is scanned. @type {Record<string, Cover>} */
export const layings = { black, colour, mosaic, blur, marker, scribble, strip }
/** Which kinds of mark may be told for each cover. */
export const told = {
  black: ['box', 'scribble'],
  white: ['box', 'erased'],
  colour: ['box'],
  paper: ['box', 'erased'],
  mosaic: ['mosaic'],
  blur: ['blur', 'mosaic'],
  marker: ['marker', 'box'],
  scribble: ['scribble', 'box', 'marker'],
  strip: ['strip', 'box'],
  erased: ['erased', 'box'],
}
