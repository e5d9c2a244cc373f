import { describe, expect, it } from 'vitest'
import { openGuard } from '../../src/match/guard.js'

const catastrophic = () => /^(?:a|a)*$/u.test(`${'a'.repeat(60)}!`)

describe('the guard', () => {
  it('returns what the search returns', () => {
    expect(openGuard().run('own', () => [1, 2])).toEqual([1, 2])
  })

  it('ends a pattern that would run for ever', () => {
    expect(openGuard(50).run('own', catastrophic)).toBeNull()
  })

  it('does not try a rule again that was ended too often, and lets the others run', () => {
    const guard = openGuard(20)
    for (let page = 0; page < 5; page += 1) guard.run('own', catastrophic)
    let asked = false
    expect(guard.run('own', () => (asked = true))).toBeNull()
    expect(asked).toBe(false)
    expect(guard.run('other', () => true)).toBe(true)
  })

  it('hands on every other error', () => {
    const fail = () => {
      throw new TypeError('broken')
    }
    expect(() => openGuard().run('own', fail)).toThrow(TypeError)
  })
})
