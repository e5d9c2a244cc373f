/** A piece of a page as pixels: takes the memory, lets something be drawn on it, copies it out. */
import { Uninspectable } from '../../errors.js'
import type { Box, Budget, Raster } from '../../types.js'
import type { Engine } from './engine.js'
import type { UprightPage } from './geometry.js'

/** FPDFBitmap_BGRx: 4 bytes a pixel, no transparency. */
const format = 3
const colours = { white: 0xffffffff, black: 0xff000000 }
/** One drawing is at most this many pixels (256 MB while it is copied out); larger ones come at a smaller scale. */
const mostPixels = 32_000_000
const longestSide = 16_000

/** FPDF_REVERSE_BYTE_ORDER of fpdfview.h: RGBA instead of BGRA. */
export const asRgba = 0x10

export type GroundColour = keyof typeof colours

/** What is drawn on: `bitmap` shows the page so that it fills `place` (x, y, width, height in pixels of the bitmap). */
export interface PageBitmap {
  readonly bitmap: number
  readonly place: readonly [number, number, number, number]
}

/** `leastCost`: pixels counted at the least, for pictures that are decoded whatever is shown of them. */
export function onCanvas(
  engine: Engine,
  budget: Budget,
  page: UprightPage,
  box: Box,
  wanted: number,
  ground: GroundColour,
  leastCost: number,
  draw: (canvas: PageBitmap) => void,
): Raster {
  const { call } = engine
  const scale = boundedScale(box, wanted)
  const width = Math.max(1, Math.round(box[2] * scale))
  const height = Math.max(1, Math.round(box[3] * scale))
  budget.spend('pixels', Math.max(width * height, leastCost))
  const bitmap = call.FPDFBitmap_CreateEx(width, height, format, 0, 0)
  if (bitmap === 0) throw new Uninspectable('limit', { code: 'pdf.no-bitmap', args: { width, height } })
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, colours[ground])
    const offset = [Math.round(-box[0] * scale), Math.round(-box[1] * scale)] as const
    draw({ bitmap, place: [...offset, Math.round(page.width * scale), Math.round(page.height * scale)] })
    return { width, height, scale, rgba: copyOut(engine, bitmap, width, height) }
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

function boundedScale(box: Box, wanted: number): number {
  const [, , width, height] = box
  const byArea = Math.sqrt(mostPixels / Math.max(1e-6, width * height))
  const bySide = longestSide / Math.max(1e-6, width, height)
  return Math.min(wanted, byArea, bySide)
}

function copyOut({ call, memory }: Engine, bitmap: number, width: number, height: number): Uint8Array {
  const stride = call.FPDFBitmap_GetStride(bitmap)
  const start = call.FPDFBitmap_GetBuffer(bitmap)
  const { u8 } = memory()
  const rgba = new Uint8Array(width * height * 4)
  for (let row = 0; row < height; row++) {
    const from = start + row * stride
    rgba.set(u8.subarray(from, from + width * 4), row * width * 4)
  }
  for (let alpha = 3; alpha < rgba.length; alpha += 4) rgba[alpha] = 255
  return rgba
}
