/** Raw pictures in memory: pages of a PDF in, JPEG or PNG out. */
import { execFileSync } from 'node:child_process'
import sharp from 'sharp'

/** @typedef {{width: number, height: number, rgb: Uint8Array}} Picture 3 bytes a pixel, row by row */

/** One page (1-based) of a PDF at `dpi`, drawn by poppler so that no product code judges itself. */
export function pageOf(pdfPath, page, dpi) {
  const range = ['-f', String(page), '-l', String(page), '-r', String(dpi)]
  const ppm = execFileSync('pdftoppm', [...range, pdfPath], { maxBuffer: 1 << 30 })
  return fromPpm(ppm)
}

/** @param {Buffer} ppm binary P6, 8 bit @returns {Picture} */
function fromPpm(ppm) {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 64).toString('latin1'))
  if (!head) throw new Error('pdftoppm gave no P6 picture')
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    rgb: new Uint8Array(ppm.subarray(head[0].length)),
  }
}

/** @param {Picture} picture */
export const toSharp = ({ width, height, rgb }) => sharp(rgb, { raw: { width, height, channels: 3 } })

/** @returns {Promise<Picture>} */
export async function fromSharp(pipeline) {
  const { data, info } = await pipeline
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, rgb: new Uint8Array(data) }
}

export async function blurred(picture, sigma) {
  return sigma < 0.3 ? picture : fromSharp(toSharp(picture).blur(sigma))
}

/** Quarter turns clockwise. */
export async function turned(picture, quarters) {
  return quarters % 4 === 0 ? picture : fromSharp(toSharp(picture).rotate(90 * quarters))
}

/** Colour thrown away; still three bytes a pixel. */
export function grey({ width, height, rgb }) {
  const out = new Uint8Array(rgb.length)
  for (let at = 0; at < rgb.length; at += 3)
    out.fill(rgb[at] * 0.299 + rgb[at + 1] * 0.587 + rgb[at + 2] * 0.114, at, at + 3)
  return { width, height, rgb: out }
}
