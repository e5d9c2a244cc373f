import { describe, expect, it } from 'vitest'
import { nearest } from '../src/nearest.js'

describe('the nearest known word', () => {
  it('forgives a slip', () => {
    expect(nearest('patern', ['pattern', 'keywords'])).toBe('pattern')
    expect(nearest('--stirct', ['--strict', '--quiet'])).toBe('--strict')
  })

  it('does not guess wildly', () => {
    expect(nearest('colour', ['pattern', 'keywords'])).toBeNull()
  })
})
