import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../src/budget.js'
import type { Observation } from '../../src/inspect.js'
import { beyond, unaccounted } from '../../src/pool/losses.js'
import type { Unit } from '../../src/pool/messages.js'
import type { Step } from '../../src/types.js'

const unit: Unit = { path: '年鉴.pdf', file: '年鉴.pdf', folder: '.', inspectedWhole: true }
const page = (number: number, ...inner: Step[]): Observation => ({
  kind: 'page',
  place: [{ name: unit.path, page: number }, ...inner],
  number,
  looked: 0,
  whole: false,
})
const gap = (step: Partial<Step>): Observation => ({
  kind: 'gap',
  cause: 'corrupt',
  place: [{ name: unit.path, ...step }],
  detail: { code: 'scan.empty' },
})
const inert = (number: number, ...inner: Step[]): Observation => ({
  kind: 'inert',
  place: [{ name: unit.path, page: number }, ...inner],
  detail: { code: 'scan.empty' },
})

describe('pages of a file read in ranges', () => {
  it('are accounted for by pages read, gaps of pages and pages too small', () => {
    expect(unaccounted(unit, 3, [page(1), gap({ page: 2 }), inert(3)])).toEqual([])
  })

  it('are a gap when nobody spoke of them', () => {
    expect(unaccounted(unit, 4, [page(1), page(3), page(3)])).toMatchObject([
      { kind: 'gap', cause: 'crashed', detail: { code: 'scan.pages-lost', args: { missing: 2, pages: 4 } } },
    ])
  })

  it('are not accounted for by the pages of an attachment or a picture on them', () => {
    const inner = { name: '附件.pdf' }
    expect(unaccounted(unit, 2, [page(1), page(2, inner), inert(2, inner)])).toMatchObject([
      { kind: 'gap', detail: { args: { missing: 1 } } },
    ])
  })

  it('need no second gap where one stands for the whole file', () => {
    expect(unaccounted(unit, 9, [page(1), gap({})])).toEqual([])
  })

  it('beyond the limit are a gap at the first of them, with the flag', () => {
    expect(beyond(unit, { ...defaultLimits, pages: 5 })).toMatchObject({
      kind: 'gap',
      cause: 'limit',
      place: [{ name: unit.path, page: 6 }],
      detail: { args: { flag: '--max-pages' } },
    })
  })
})
