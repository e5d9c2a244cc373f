/** Grainy paper with lines of strokes, drawn in memory: a ground on which covers are tried. */
import type { Raster } from '../../../src/types.js'

export type Colour = readonly [red: number, green: number, blue: number]

/** A raster of `width` × `height` in plain colour; `scale` 1 as an image file has. */
export function sheet(width: number, height: number, colour: Colour = [246, 244, 238]): Raster {
  const rgba = new Uint8Array(width * height * 4)
  for (let at = 0; at < rgba.length; at += 4) rgba.set([...colour, 255], at)
  return { width, height, scale: 1, rgba }
}

export function fill(
  raster: Raster,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
): void {
  for (let row = y; row < y + height; row++)
    for (let column = x; column < x + width; column++)
      raster.rgba.set(colour, (row * raster.width + column) * 4)
}

/** A line of upright and level strokes about as dense as type of `size` pixels. */
export function typeLine(
  raster: Raster,
  x: number,
  y: number,
  letters: number,
  size: number,
  ink: Colour = [30, 30, 30],
): void {
  const stroke = Math.max(2, Math.round(size / 12))
  for (let letter = 0; letter < letters; letter++) {
    const left = x + letter * Math.round(size * 1.1)
    for (const part of [0.1, 0.5, 0.85])
      fill(raster, left, y + Math.round(size * part), size - stroke, stroke, ink)
    for (const part of [0.15, 0.7]) fill(raster, left + Math.round(size * part), y, stroke, size, ink)
  }
}

/** Grain of deviation `sigma` over everything drawn so far; the same for the same seed. */
export function grain(raster: Raster, sigma: number, seed = 7): void {
  let state = seed
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296
  for (let at = 0; at < raster.rgba.length; at += 4) {
    const shift = (next() + next() + next() + next() - 2) * Math.sqrt(3) * sigma
    for (let plane = at; plane < at + 3; plane++)
      raster.rgba[plane] = Math.max(0, Math.min(255, Math.round(raster.rgba[plane]! + shift)))
  }
}

/** An A4 page at 200 dots an inch: two head lines, a body of eighteen lines, grain of 3. */
export function typedPage(sigma = 3): Raster {
  const page = sheet(1654, 2339)
  typeLine(page, 220, 300, 6, 44)
  typeLine(page, 360, 560, 10, 90, [200, 20, 20])
  for (let line = 0; line < 18; line++) typeLine(page, 220, 900 + line * 80, 25, 44)
  grain(page, sigma)
  return page
}

/** Share of `inner` that lies in `outer`. */
export function coverage(outer: readonly number[], inner: readonly number[]): number {
  const across = Math.min(outer[0]! + outer[2]!, inner[0]! + inner[2]!) - Math.max(outer[0]!, inner[0]!)
  const down = Math.min(outer[1]! + outer[3]!, inner[1]! + inner[3]!) - Math.max(outer[1]!, inner[1]!)
  return (Math.max(0, across) * Math.max(0, down)) / (inner[2]! * inner[3]!)
}
