/** Which findings and gaps decide over a document. */
import { describe, expect, it } from 'vitest'
import { judge } from '../../src/judge/index.js'
import type { Inspection, Level } from '../../src/types.js'
import { clean, marked } from '../report/sample-run.js'

const finding = marked.findings[0]!
const gap = marked.gaps[0]!
const having = (...levels: Level[]): Inspection => ({
  ...clean,
  findings: levels.map((level) => ({ ...finding, level })),
})
const verdict = (inspection: Inspection, strict = false) =>
  judge(inspection, { day: '2026-05-01', organs: [], strict }).verdict

describe('the verdict', () => {
  it('lets a document go that was read to its end and holds nothing', () => {
    expect(verdict(clean)).toEqual({ decision: 'publish', needsReview: 0, complete: true })
  })

  it('blocks on one finding that blocks, whatever else is milder', () => {
    expect(verdict(having('note', 'block', 'review'))).toEqual({
      decision: 'block',
      needsReview: 1,
      complete: true,
    })
  })

  it('blocks on a gap alone', () => {
    expect(verdict({ ...clean, gaps: [gap] })).toEqual({ decision: 'block', needsReview: 0, complete: false })
  })

  it('lets what a person must look at go with a count of it, and blocks it where asked to be strict', () => {
    expect(verdict(having('review', 'review'))).toEqual({
      decision: 'publish',
      needsReview: 2,
      complete: true,
    })
    expect(verdict(having('review', 'review'), true).decision).toBe('block')
    expect(verdict(having('review'), true).decision).toBe('block')
    expect(verdict(having('block'))).toEqual({ decision: 'block', needsReview: 0, complete: true })
  })

  it('never blocks on a note', () => {
    expect(verdict(having('note', 'note'), true)).toEqual({
      decision: 'publish',
      needsReview: 0,
      complete: true,
    })
  })
})
