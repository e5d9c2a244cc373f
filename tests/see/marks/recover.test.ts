import { expect, test } from 'vitest'
import { recover } from '../../../src/see/marks/index.js'
import { fill, sheet, typeLine } from './paper.js'

const box = [200, 280, 330, 84] as const

test('ink under a dark wash comes out as dark type on light ground', () => {
  const page = sheet(800, 600, [70, 70, 80])
  typeLine(page, 220, 300, 6, 44, [20, 20, 24])
  const shown = recover(page, box, 'marker')!
  const reds = [...shown.rgba].filter((_, at) => at % 4 === 0).sort((one, other) => one - other)
  expect(reds[0]).toBeLessThan(16)
  expect(reds[Math.floor(reds.length / 2)]).toBe(255)
  expect(shown.scale).toBe(page.scale)
})

test('the margin around the box is taken along, not beyond the picture', () => {
  const page = sheet(300, 100)
  expect(recover(page, [0, 0, 300, 100], 'marker')).toMatchObject({ width: 300, height: 100 })
  expect(recover(page, [100, 40, 50, 20], 'marker')).toMatchObject({ width: 62, height: 32 })
})

test('under an opaque box there is nothing to bring out', () => {
  const page = sheet(300, 100)
  fill(page, 100, 40, 50, 20, [0, 0, 0])
  expect(recover(page, [100, 40, 50, 20], 'box')).toBeNull()
})
