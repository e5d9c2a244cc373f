/** How pages come to lie in one picture: turned, side by side, or one below the other. */
import { fromSharp, toSharp, turned } from '../degrade/picture.mjs'

/** @typedef {import('../degrade/picture.mjs').Picture} Picture */

/** @param {1|2|3} quarters clockwise */
export const turnedBy = (quarters) => (pictures) => turned(pictures[0], quarters)

/** An open booklet on the glass: two pages in one picture, with the fold between them. */
export async function sideBySide(pictures) {
  const [left, right] = await sameSize(pictures, 'height')
  const fold = Math.round(left.width * 0.01)
  const width = left.width + fold + right.width
  return placed({ width, height: left.height }, [
    [left, 0, 0],
    [right, left.width + fold, 0],
  ])
}

/** 长图: pages one below the other, scaled down to the width of a telephone screen. */
export async function oneBelowOther(pictures, width = 900) {
  const narrow = await Promise.all(pictures.map((picture) => fromSharp(toSharp(picture).resize({ width }))))
  const height = narrow.reduce((sum, picture) => sum + picture.height, 0)
  let top = 0
  const spots = narrow.map((picture) => {
    const spot = [picture, 0, top]
    top += picture.height
    return spot
  })
  return placed({ width, height }, spots)
}

async function sameSize(pictures, side) {
  const least = Math.min(...pictures.map((picture) => picture[side]))
  return Promise.all(pictures.map((picture) => fromSharp(toSharp(picture).resize({ [side]: least }))))
}

/** @returns {Picture} */
function placed({ width, height }, spots) {
  const rgb = new Uint8Array(width * height * 3).fill(232)
  for (const [picture, x, y] of spots)
    for (let row = 0; row < picture.height; row++) {
      const from = row * picture.width * 3
      rgb.set(picture.rgb.subarray(from, from + picture.width * 3), ((y + row) * width + x) * 3)
    }
  return { width, height, rgb }
}
