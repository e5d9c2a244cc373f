import { expect, test } from 'vitest'
import { standColumns } from '../../../../src/see/ocr/strip/stand.js'
import type { Box } from '../../../../src/types.js'

const piece = ([x, y, length, thickness]: Box) => ({ x: x + length / 2, y: y + thickness / 2, length, thickness, angle: 0, score: 0.9 }) // prettier-ignore
const never = () => false
const column = (width: number, height: number, pitch: number) =>
  [0, 1, 2, 3].map((row) => piece([100, 100 + row * pitch, width, height]))

test('characters below one another are one column, read a quarter turn on', () => {
  const [stood, ...others] = standColumns(column(30, 30, 36), 0, never)
  expect(others).toEqual([])
  expect(stood!.angle).toBeCloseTo(Math.PI / 2)
  expect(stood!.length).toBeCloseTo(138)
})

test('words of two characters below one another are cells, however close they stand', () => {
  const cells = column(62, 42, 52)
  expect(standColumns(cells, 0, never)).toEqual(cells)
})

test('a rule between two characters keeps them in their rows', () => {
  const cells = column(30, 30, 36)
  const asked: Box[] = []
  const stood = standColumns(cells, 0, (between) => asked.push(between) > 0)
  expect(stood).toEqual(cells)
  expect(asked[0]).toEqual([100, 124, 30, 18])
})
