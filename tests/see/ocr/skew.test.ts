/** From which angle on, and by how many lines, a page counts as skewed. */
import { expect, test } from 'vitest'
import { skewOf } from '../../../src/see/ocr/skew.js'
import type { Strip } from '../../../src/see/ocr/strip/strip.js'

const degrees = Math.PI / 180
const line = (angle: number, length = 300, thickness = 20): Strip => ({
  x: 0,
  y: 0,
  length,
  thickness,
  angle: angle * degrees,
  score: 0.9,
})
const skewIn = (...angles: number[]): number =>
  Math.round(skewOf(angles.map((angle) => line(angle))) / degrees)

test('lines slant together from six degrees on', () => {
  expect(skewIn(5, 5, 6, 5)).toBe(0)
  expect(skewIn(7, 7, 6, 7)).toBe(7)
  expect(skewIn(-30, -31, -29)).toBe(-30)
})

test('two lines do not tell', () => {
  expect(skewIn(20, 20)).toBe(0)
  expect(skewIn(20, 20, 20)).toBe(20)
})

test('labels that slant among level lines do not turn the page', () => {
  expect(skewIn(0, 0, 0, 45, 45)).toBe(0)
})

test('upright boxes of lines that run up tell the same angle, also on both sides of 45 degrees', () => {
  expect(Math.round(skewOf([line(-20, 20, 300), line(-20, 20, 260), line(-21, 20, 280)]) / degrees)).toBe(-20)
  expect(Math.abs(skewIn(44, -45, 45, -44))).toBe(45)
})
