import { describe, expect, it } from 'vitest'
import { json } from '../../src/report/json.js'
import { clean, marked, reported, type Sample } from './sample-run.js'

const written = async (samples: readonly Sample[]) => JSON.parse(await reported(json, samples))

describe('the report for programs', () => {
  it('keeps every finding, with places as fractions of the page', async () => {
    const report = await written([clean, marked])
    expect(report).toMatchObject({
      schema: 1,
      verdict: 'block',
      needsReview: 1,
      complete: false,
      today: '2026-03-01',
    })
    expect(report.inputs[1].findings).toHaveLength(7)
    expect(report.inputs[1].findings[0].place).toEqual([
      { name: '通知.pdf', page: 1, box: [0.1008, 0.1069, 0.1681, 0.0237] },
    ])
  })

  it('says what was found, in what, and what to do', async () => {
    const [finding] = (await written([marked])).inputs[0].findings
    expect(finding).toMatchObject({
      rule: 'state-secret-mark',
      level: 'block',
      title: '国家秘密标志',
      basis: '某法第一条',
      advice: '先别发布（国家秘密标志）',
      channel: 'text',
      sight: 'visible',
      confidence: 1,
    })
  })

  it('lists gaps and documents with their causes and hashes', async () => {
    const [input] = (await written([marked])).inputs
    expect(input.gaps).toMatchObject([{ id: 'dd', cause: 'encrypted' }])
    expect(input.documents).toHaveLength(2)
    expect(input.sha256).toHaveLength(64)
  })
})
