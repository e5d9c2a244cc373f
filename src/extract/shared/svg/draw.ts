/** Draws a drawing made safe. */
import { Buffer } from 'node:buffer'
import { Uninspectable } from '../../../errors.js'
import { loadSharp } from '../../../pixels/sharp.js'
import type { Raster } from '../../../types.js'

const SECONDS = 60

/** `svg` states its size in pixels. Throws Uninspectable when it cannot be drawn. */
export async function draw(svg: string, ground: string, scale: number): Promise<Raster> {
  const sharp = await loadSharp()
  try {
    const { data, info } = await sharp(Buffer.from(svg), { limitInputPixels: false })
      .timeout({ seconds: SECONDS })
      .flatten({ background: ground })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, scale, rgba: data }
  } catch {
    throw new Uninspectable('corrupt', { code: 'svg.undrawable' })
  }
}
