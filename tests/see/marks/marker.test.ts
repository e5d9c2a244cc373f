import { describe, expect, test } from 'vitest'
import { detectMarks, recover } from '../../../src/see/marks/index.js'
import type { Raster } from '../../../src/types.js'
import { coverage, fill, grain, sheet, typeLine } from './paper.js'

/** A typed page without grain yet, the line to be hidden at [220, 300]. */
function page(): Raster {
  const paper = sheet(1654, 2339)
  typeLine(paper, 220, 300, 8, 44)
  for (let line = 0; line < 18; line++) typeLine(paper, 220, 900 + line * 80, 25, 44)
  return paper
}

/** One pass of a half transparent pen. */
function pass(
  { width, rgba }: Raster,
  [x, y, wide, high]: readonly [number, number, number, number],
  share: number,
) {
  for (let row = y; row < y + high; row++)
    for (let at = 4 * (row * width + x); at < 4 * (row * width + x + wide); at += 4)
      for (let plane = at; plane < at + 3; plane++) rgba[plane] = Math.round(rgba[plane]! * (1 - share))
}

const line = [220, 300, 420, 44] as const
const kinds = (raster: Raster) => {
  grain(raster, 3)
  return detectMarks(raster)
    .filter(({ box }) => coverage(box, line) > 0.8)
    .map(({ kind }) => kind)
}

describe('a marker is told', () => {
  test('from one pass', () => {
    const raster = page()
    pass(raster, [205, 285, 450, 74], 0.7)
    expect(kinds(raster)).toEqual(['marker'])
  })

  test('where three passes overlap and hardly any ink is left in two places', () => {
    const raster = page()
    for (const y of [285, 308, 331]) pass(raster, [205, y, 450, 30], 0.72)
    expect(kinds(raster)).toEqual(['marker'])
  })

  test('with a rule right below it that is no part of it', () => {
    const raster = page()
    pass(raster, [205, 285, 450, 74], 0.7)
    fill(raster, 205, 366, 450, 5, [200, 30, 30])
    expect(kinds(raster)).toEqual(['marker'])
    const { box } = detectMarks(raster).find(({ kind }) => kind === 'marker')!
    expect(box[1] + box[3]).toBeLessThanOrEqual(368)
  })
})

test('light type on a coloured button is no marker, however grainy the page', () => {
  const raster = page()
  fill(raster, 205, 285, 450, 74, [40, 120, 80])
  typeLine(raster, 220, 300, 8, 44, [250, 250, 250])
  grain(raster, 5)
  expect(kinds(raster)).not.toContain('marker')
})

test('no stripe is left of where two passes overlap', () => {
  const raster = sheet(800, 600)
  typeLine(raster, 220, 300, 6, 44, [20, 20, 24])
  for (const y of [280, 315]) pass(raster, [200, y, 330, 49], 0.6)
  const shown = recover(raster, [200, 280, 330, 84], 'marker', 'row')!
  const at = (x: number, y: number) => shown.rgba[4 * ((y - shown.top) * shown.width + x - shown.left)]!
  // Between two letters, in the first pass, where both lie, and in the second.
  for (const y of [290, 322, 355]) expect(at(265, y)).toBe(255)
})
