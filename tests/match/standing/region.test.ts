/** Where the regions of a page end. */
import { describe, expect, it } from 'vitest'
import { candidateAt } from '../../../src/match/candidate.js'
import type { MatchContext } from '../../../src/match/matcher.js'
import { isAtFoot, regionStandings } from '../../../src/match/standing/region.js'
import { normalise } from '../../../src/normalise/index.js'
import type { Page } from '../../../src/types.js'
import { lineOf } from '../../../src/view.js'
import { page, row, text } from '../pages.js'

const benchOf = (on: Page): MatchContext => ({
  view: normalise(on),
  day: null,
  edges: new Set(),
  explain: false,
  memory: new Map(),
})

/** Of the row with the sign, whose middle stands at the given shares of the page; `above`: rows before it. */
function standings(x: number, y: number, { above = 0, width = 1000, height = 1000, number = 1 } = {}) {
  const before = Array.from({ length: above }, () => row(['前文', 400, 0, 10]))
  const marked = row(['机密', x * width - 10, y * height - 10, 20], {
    box: [x * width - 10, y * height - 10, 20, 20],
  })
  const context = benchOf(page([...before, marked], { width, height, number }))
  const start = context.view.text.indexOf('机密')
  const candidate = candidateAt(context, start, start + 2)
  return regionStandings(context, candidate, lineOf(context.view, candidate.row))
}

describe('corners, by the middle of the mark', () => {
  it.each([
    [0.39, 0.29, 'top-left'],
    [0.61, 0.29, 'top-right'],
  ])('%d across, %d down is %s', (x, y, corner) => {
    expect(standings(x, y)).toContain(corner)
  })

  it.each([
    [0.41, 0.29],
    [0.59, 0.29],
    [0.39, 0.31],
    [0.61, 0.31],
  ])('%d across, %d down is none', (x, y) => {
    const found = standings(x, y)
    expect(found).not.toContain('top-left')
    expect(found).not.toContain('top-right')
  })
})

it.each([
  [0.06, true],
  [0.08, false],
  [0.92, false],
  [0.94, true],
])('%d down is at the edge of the page: %s', (y, is) => {
  expect(standings(0.5, y).includes('page-edge')).toBe(is)
})

describe('the head', () => {
  it.each([
    [2, 0.39, 'first-lines'],
    [2, 0.41, undefined],
    [3, 0.29, 'page-head'],
    [3, 0.31, undefined],
  ])('after %d rows, %d down: %s', (above, y, head) => {
    expect(standings(0.5, y, { above })[0]).toBe(head)
  })

  it.each([
    [2, 0.39, 'page-head'],
    [3, 0.14, 'page-head'],
    [3, 0.16, undefined],
  ])('on later pages after %d rows, %d down: %s', (above, y, head) => {
    expect(standings(0.5, y, { above, number: 2 })[0]).toBe(head)
  })

  it('of a page more than 2.2 times as tall as wide is told by its rows alone', () => {
    expect(standings(0.5, 0.9, { height: 2190 })).not.toContain('first-lines')
    expect(standings(0.5, 0.9, { height: 2210 })).toEqual(['first-lines'])
  })

  it.each([
    [2, 1, ['first-lines']],
    [3, 1, ['page-head']],
    [14, 1, ['page-head']],
    [15, 1, []],
    [2, 2, ['page-head']],
    [3, 2, []],
  ])('without layout after %d rows of page %d: %j', (above, number, head) => {
    const context = benchOf({ ...text([...Array<string>(above).fill('前文'), '机密'].join('\n')), number })
    const start = context.view.text.indexOf('机密')
    const candidate = candidateAt(context, start, start + 2)
    expect(regionStandings(context, candidate, lineOf(context.view, candidate.row))).toEqual(head)
  })
})

it.each([
  [5, true],
  [6, false],
])('with %d passages after it, it stands at the foot: %s', (after, is) => {
  const context = benchOf(text(['机密', ...Array<string>(after).fill('后文。')].join('\n')))
  expect(isAtFoot(context, candidateAt(context, 0, 2))).toBe(is)
})
