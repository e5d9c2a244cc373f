/** What a waiver sets aside, and what it cannot. */
import { describe, expect, it } from 'vitest'
import { judge, type Waivers } from '../../src/judge/index.js'
import { addToTally, emptyTally, exitCode, staleWaivers } from '../../src/tally.js'
import type { Finding, Inspection, Waiver } from '../../src/types.js'
import { clean, marked } from '../report/sample-run.js'

const id = '0123456789abcdef'
const waiver: Waiver = { id, reason: '旧稿', by: '林某某', until: '2026-06-30', where: 'secscan.yaml:3' }
const waivers = (over: Partial<Waiver> = {}): Waivers => ({
  byId: new Map([[id, { ...waiver, ...over }]]),
  marks: new Set(['state-secret-mark']),
})
const terms = { day: '2026-06-30', organs: [], strict: false }
const withFinding = (over: Partial<Finding>): Inspection => ({
  ...clean,
  findings: [{ ...marked.findings[0]!, id, ...over }],
})
const phone = withFinding({ rule: 'mobile-number', level: 'block' })

describe('a waiver', () => {
  it('sets its finding aside until the last day, that day included', () => {
    const judged = judge(phone, { ...terms, waivers: waivers() })
    expect(judged.verdict).toEqual({ decision: 'publish', needsReview: 0, complete: true })
    expect(judged.waived).toMatchObject([{ waiver: { by: '林某某' }, what: { id } }])
    expect(judged.inspection.findings).toEqual([])
  })

  it('does not count the day after', () => {
    const judged = judge(phone, { ...terms, day: '2026-07-01', waivers: waivers() })
    expect(judged.verdict.decision).toBe('block')
    expect(judged.refused).toEqual([{ id, cause: 'expired' }])
  })

  it('sets a mark aside only with the written decision it rests on', () => {
    expect(judge(withFinding({}), { ...terms, waivers: waivers() })).toMatchObject({
      verdict: { decision: 'block' },
      refused: [{ id, cause: 'no-basis' }],
    })
    const grounded = waivers({ basis: '青保解〔2026〕3号' })
    expect(judge(withFinding({}), { ...terms, waivers: grounded }).verdict.decision).toBe('publish')
  })

  it('leaves alone what it does not name', () => {
    const other = { ...phone.findings[0]!, id: 'fedcba9876543210' }
    const both: Inspection = { ...phone, findings: [...phone.findings, other], gaps: marked.gaps }
    const judged = judge(both, { ...terms, waivers: waivers() })
    expect(judged.inspection).toMatchObject({ findings: [other], gaps: marked.gaps })
    expect(judged.waived).toHaveLength(1)
    expect(judged.refused).toEqual([])
  })

  it('needs no decision for what is no mark or does not block', () => {
    for (const over of [{ level: 'review' }, { rule: 'mobile-number' }] as const)
      expect(judge(withFinding(over), { ...terms, waivers: waivers() }).verdict.decision).toBe('publish')
  })

  it('sets a gap aside', () => {
    const gapped: Inspection = { ...clean, gaps: [{ ...marked.gaps[0]!, id }] }
    const { verdict } = judge(gapped, { ...terms, waivers: waivers() })
    expect(verdict).toEqual({ decision: 'publish', needsReview: 0, complete: true })
  })

  it('is told in the end when it met nothing or did not count', () => {
    const run = (inspection: Inspection, day = terms.day) => {
      const judged = judge(inspection, { ...terms, day, waivers: waivers() })
      return addToTally(emptyTally, judged, false)
    }
    const day = '2026-06-30'
    expect(staleWaivers([waiver], run(phone), day)).toEqual([])
    expect(staleWaivers([waiver], run(clean), day)).toEqual([{ waiver, cause: 'unmet' }])
    expect(staleWaivers([waiver], run(clean), '2026-07-01')).toEqual([{ waiver, cause: 'expired' }])
    const late = run(phone, '2026-07-01')
    expect(staleWaivers([waiver], late, '2026-07-01')).toEqual([{ waiver, cause: 'expired' }])
    expect([exitCode(run(phone), false), exitCode(late, false)]).toEqual([0, 1])
  })
})
