import { describe, expect, it } from 'vitest'
import { defaultLimits, openBudget } from '../src/budget.js'
import { Uninspectable } from '../src/errors.js'

describe('a budget', () => {
  it('says which limit was reached and which flag raises it, and is gone for the whole input', () => {
    const budget = openBudget({ ...defaultLimits, parts: 2 })
    budget.spend('parts', 2)
    expect(budget.gone).toBeNull()
    expect(() => budget.spend('parts', 1)).toThrow(Uninspectable)
    expect(budget.gone).toEqual({
      code: 'scan.limit',
      args: { what: 'parts', limit: 2, flag: '--max-parts' },
    })
  })

  it('one picture too large leaves the rest of the input as it was', () => {
    const budget = openBudget({ ...defaultLimits, pixels: 10 })
    expect(() => budget.spend('pixels', 11)).toThrow(Uninspectable)
    budget.spend('pixels', 9)
    expect(budget.gone).toBeNull()
  })

  it('one bomb may be an accident, three are not', () => {
    const budget = openBudget()
    budget.bomb()
    budget.bomb()
    expect(budget.gone).toBeNull()
    budget.bomb()
    expect(budget.gone?.code).toBe('scan.bombs')
  })
})
