import { expect, test } from 'vitest'
import { recover } from '../../../src/see/marks/index.js'
import { fill, sheet, typeLine } from './paper.js'

const box = [200, 280, 330, 84] as const

test('ink under a dark wash comes out as dark type on light ground', () => {
  const page = sheet(800, 600, [70, 70, 80])
  typeLine(page, 220, 300, 6, 44, [20, 20, 24])
  const shown = recover(page, box, 'marker')!
  const reds: number[] = []
  for (let y = box[1]; y < box[1] + box[3]; y++)
    for (let x = box[0]; x < box[0] + box[2]; x++)
      reds.push(shown.rgba[4 * ((y - shown.top) * shown.width + x - shown.left)]!)
  reds.sort((one, other) => one - other)
  expect(reds[0]).toBeLessThan(16)
  expect(reds[Math.floor(reds.length / 2)]).toBe(255)
  expect(shown.scale).toBe(page.scale)
})

test('the margin around the box is taken along, not beyond the picture; clean paper lies around it', () => {
  const page = sheet(300, 100)
  expect(recover(page, [0, 0, 300, 100], 'marker')).toMatchObject({ width: 700, height: 500 })
  expect(recover(page, [100, 40, 50, 20], 'marker')).toMatchObject({
    width: 190,
    height: 160,
    left: 30,
    top: -30,
  })
})

test('under an opaque box there is nothing to bring out', () => {
  const page = sheet(300, 100)
  fill(page, 100, 40, 50, 20, [0, 0, 0])
  expect(recover(page, [100, 40, 50, 20], 'box')).toBeNull()
})
