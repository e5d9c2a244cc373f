import { describe, expect, test } from 'vitest'
import { cannotBeTold } from '../../../../src/extract/shared/cover/faint.js'

describe('two colours', () => {
  test.each([
    ['ffffff', 'ffffff'],
    ['ffffff', 'f3f3f3'],
    ['000000', '0c0c0c'],
  ])('%s on %s cannot be told', (one, other) => {
    expect(cannotBeTold(one, other)).toBe(true)
    expect(cannotBeTold(other, one)).toBe(true)
  })

  test.each([
    ['ffffff', 'f2f2f2'],
    ['ffffff', 'fffff0'],
    ['000000', 'ffffff'],
  ])('%s on %s can be told', (one, other) => {
    expect(cannotBeTold(one, other)).toBe(false)
  })

  test.each(['auto', 'none', 'unknown', '', null, undefined])('nothing is said of %s', (colour) => {
    expect(cannotBeTold(colour, colour)).toBe(false)
  })
})
