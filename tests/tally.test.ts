import { describe, expect, it } from 'vitest'
import { judge } from '../src/judge/index.js'
import { addToTally, emptyTally, exitCode } from '../src/tally.js'
import type { Finding, Gap, Inspection, Level } from '../src/types.js'

const place = [{ name: 'a.pdf' }] as const
const terms = { day: '2026-05-01', organs: [] }
const finding = (level: Level): Finding => ({
  id: 'f',
  rule: 'r',
  level,
  quoted: true,
  channel: 'text',
  sight: 'visible',
  confidence: 1,
  evidence: [],
  places: [place],
})
const gap: Gap = { id: 'g', cause: 'encrypted', place, detail: { code: 'scan.empty' } }
const inspection = (findings: Finding[], gaps: Gap[] = []): Inspection => ({
  source: place,
  hash: 'h',
  documents: [],
  findings,
  clues: [],
  gaps,
  inert: [],
})
const codeOf = (inspections: Inspection[], { strict = false, undone = false } = {}) => {
  const tally = inspections.reduce(
    (sum, each) => addToTally(sum, judge(each, { ...terms, strict }), strict),
    emptyTally,
  )
  return exitCode(tally, undone)
}

describe('verdict and exit code', () => {
  it('publishes what is clean, and what only a person must look at', () => {
    expect(codeOf([inspection([])])).toBe(0)
    expect(codeOf([inspection([finding('review'), finding('note')])])).toBe(0)
  })

  it('blocks what was found', () => {
    expect(codeOf([inspection([finding('block')])])).toBe(1)
  })

  it('fails closed: a gap alone blocks, with its own code', () => {
    expect(judge(inspection([], [gap]), { ...terms, strict: false }).verdict).toEqual({
      decision: 'block',
      needsReview: 0,
      complete: false,
    })
    expect(codeOf([inspection([], [gap])])).toBe(3)
  })

  it('with --strict a review blocks too', () => {
    expect(codeOf([inspection([finding('review')])], { strict: true })).toBe(1)
  })

  it('a found leak is told even when another input was missing or not inspected', () => {
    expect(codeOf([inspection([finding('block')]), inspection([], [gap])], { undone: true })).toBe(1)
    expect(codeOf([inspection([], [gap])], { undone: true })).toBe(2)
    expect(codeOf([inspection([])], { undone: true })).toBe(2)
  })

  it('never counts: 256 blocked files exit as one does', () => {
    expect(codeOf(Array.from({ length: 256 }, () => inspection([finding('block')])))).toBe(1)
  })
})
