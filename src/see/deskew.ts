/** Lays a picture level whose lines slant, and turns one over that shows its text from behind. */
import type { Box, Page, Raster } from '../types.js'

/** What must be done to a picture before its lines run along or down it. */
export interface Skew {
  /** Angle of the lines in radians, clockwise from level. */
  readonly angle: number
  /** The picture shows its text from behind: left and right are exchanged first. */
  readonly mirrored: boolean
}

/** The picture turned by −`angle` about its middle, on white, large enough to hold all of it; same scale. */
export function deskewed(raster: Raster, { angle, mirrored }: Skew): Raster {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const width = Math.ceil(raster.width * Math.abs(cos) + raster.height * Math.abs(sin))
  const height = Math.ceil(raster.width * Math.abs(sin) + raster.height * Math.abs(cos))
  const rgba = new Uint8Array(4 * width * height).fill(255)
  for (let y = 0; y < height; y++) {
    const v = y + 0.5 - height / 2
    for (let x = 0; x < width; x++) {
      const u = x + 0.5 - width / 2
      const along = u * cos - v * sin
      const across = u * sin + v * cos
      const px = (mirrored ? -along : along) + raster.width / 2 - 0.5
      const py = across + raster.height / 2 - 0.5
      if (px > -1 && py > -1 && px < raster.width && py < raster.height)
        sample(raster, px, py, rgba, 4 * (y * width + x))
    }
  }
  return { width, height, scale: raster.scale, rgba }
}

/** Bilinear; the border pixel goes on for the half pixel beyond it. */
function sample({ width, height, rgba }: Raster, x: number, y: number, out: Uint8Array, to: number): void {
  const [px, py] = [Math.max(0, Math.min(width - 1, x)), Math.max(0, Math.min(height - 1, y))]
  const [x0, y0] = [Math.floor(px), Math.floor(py)]
  const [fx, fy] = [px - x0, py - y0]
  const at = 4 * (y0 * width + x0)
  const right = x0 + 1 < width ? 4 : 0
  const below = y0 + 1 < height ? 4 * width : 0
  for (let k = 0; k < 3; k++) {
    const upper = rgba[at + k]! * (1 - fx) + rgba[at + right + k]! * fx
    const lower = rgba[at + below + k]! * (1 - fx) + rgba[at + below + right + k]! * fx
    out[to + k] = upper * (1 - fy) + lower * fy
  }
}

/** The page, the raster and what of the page it shows, as the lines of a skewed picture are told: level. */
export interface Laid {
  readonly page: Page
  readonly raster: Raster
  readonly region: Box | undefined
}

/** The same where nothing is skewed. A level page is larger than the skewed one; a region may reach beyond its page. */
export function laidLevel(laid: Laid, skew: Skew | undefined): Laid {
  if (!skew) return laid
  const { page, region } = laid
  const raster = deskewed(laid.raster, skew)
  const [width, height] = [raster.width / raster.scale, raster.height / raster.scale]
  if (!region) {
    const from = [(page.width ?? width) / 2, (page.height ?? height) / 2] as const
    return {
      page: { ...page, width, height, skewed: { ...skew, to: [width / 2, height / 2], from } },
      raster,
      region,
    }
  }
  const middle = [region[0] + region[2] / 2, region[1] + region[3] / 2] as const
  const around: Box = [middle[0] - width / 2, middle[1] - height / 2, width, height]
  return { page: { ...page, skewed: { ...skew, to: middle, from: middle } }, raster, region: around }
}
