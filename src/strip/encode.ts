/** Raster → JPEG small enough to stand in a report. */
import type { Raster } from '../types.js'
import { loadSharp } from '../pixels/sharp.js'

export interface Encoded {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Tried in turn until the picture is small enough: JPEG quality and share of the size. */
const attempts = [
  [74, 1],
  [55, 1],
  [45, 0.75],
  [40, 0.5],
] as const

/**
 * `turns`: quarter turns clockwise that make it upright. Transparent pixels become white paper; nothing of the
 * file the pixels came from (EXIF, profiles, thumbnails) is kept. The last attempt is taken whatever its size.
 */
export async function encode(raster: Raster, turns: 0 | 1 | 2 | 3, mostBytes: number): Promise<Encoded> {
  const sharp = await loadSharp()
  const { width, height, rgba } = raster
  const upright = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .rotate(turns * 90)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { info } = upright
  let last: Encoded | null = null
  for (const [quality, share] of attempts) {
    const across = Math.max(1, Math.round(info.width * share))
    const { data, info: made } = await sharp(upright.data, {
      raw: { width: info.width, height: info.height, channels: info.channels },
    })
      .resize({ width: across })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true })
    last = { bytes: new Uint8Array(data), width: made.width, height: made.height }
    if (last.bytes.length <= mostBytes) break
  }
  return last!
}
