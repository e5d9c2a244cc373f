/** What pixels hide on one reading of a page, with its place on the upright page. */
import { turnBox } from '../place.js'
import type { Box, Mark, Page, Raster } from '../types.js'
import { detectMarks } from './marks/index.js'

/** A mark in page units and the same place in pixels of the upright raster. */
export interface MarkPatch {
  readonly mark: Mark
  readonly box: Box
}
export interface Patches {
  readonly raster: Raster
  readonly patches: readonly MarkPatch[]
}

/** The detectors know upright pages only, so a sheet that lies on its side is turned first. */
export function patchesOf(
  raster: Raster,
  turned: 0 | 1 | 2 | 3,
  region: Box | undefined,
  page: Page,
): Patches {
  const units = 1 / raster.scale
  const [left, top] = region ?? [0, 0]
  const [wide, high] = turned % 2 === 1 ? [raster.height, raster.width] : [raster.width, raster.height]
  const back = ((4 - turned) % 4) as 0 | 1 | 2 | 3
  const upright = turnRaster(raster, turned)
  const patches = detectMarks(upright).map((mark) => {
    const [x, y, width, height] = turnBox(mark.box, wide, high, back)
    const box: Box = [left + x * units, top + y * units, width * units, height * units]
    const place = turnBox(box, page.width ?? wide * units, page.height ?? high * units, turned)
    return { mark: { ...mark, box: place }, box: mark.box }
  })
  return { raster: upright, patches }
}

/** Quarter turns clockwise. */
export function turnRaster(raster: Raster, turns: 0 | 1 | 2 | 3): Raster {
  if (turns === 0) return raster
  const { width, height, scale } = raster
  const aligned = raster.rgba.byteOffset % 4 === 0 ? raster.rgba : raster.rgba.slice()
  const from = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height)
  const to = new Uint32Array(width * height)
  const across = turns === 2 ? width : height
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [column, row] = turns === 1 ? [height - 1 - y, x] : turns === 2 ? [width - 1 - x, height - 1 - y] : [y, width - 1 - x] // prettier-ignore
      to[row * across + column] = from[y * width + x]!
    }
  const rgba = new Uint8Array(to.buffer)
  return { width: across, height: turns === 2 ? height : width, scale, rgba }
}
