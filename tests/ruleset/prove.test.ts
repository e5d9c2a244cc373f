/** A rule's own proof: what passes, what does not, and what would hang. */
import { describe, expect, it } from 'vitest'
import { prove } from '../../src/ruleset/prove.js'
import { analyse, patternsOf } from '../../src/ruleset/recheck.js'
import type { PatternRule } from '../../src/types.js'

const rule = (pattern: string): PatternRule => ({
  id: 'own-code',
  pack: 'own',
  family: 'pattern',
  level: 'review',
  title: { zh: '项目代号', en: 'project code' },
  why: { zh: '不公开', en: 'not public' },
  advice: { zh: '不要发布', en: 'do not publish' },
  pattern,
  keywords: ['QH-'],
  except: [],
})

describe('a rule', () => {
  it('passes when its hits hit and its misses do not', () => {
    const proved = prove(rule('QH-[0-9]{4}(?![0-9])'), { hit: ['见QH-1234号'], miss: ['QH-12', 'QH-12345'] })
    expect(proved).toEqual({ hits: 1, misses: 2, faults: [], hangsOn: null })
  })

  it('fails on a hit that is let through, a miss that is found, and a level that is not reached', () => {
    const { faults } = prove(rule('QH-[0-9]{4}'), {
      hit: ['QH-12', { text: 'QH-1234', level: 'block' }],
      miss: ['QH-12345'],
    })
    expect(faults.map(({ text, wanted, got }) => [text, wanted, got])).toEqual([
      ['QH-12', 'review', ['nothing']],
      ['QH-1234', 'block', ['review']],
      ['QH-12345', 'nothing', ['review']],
    ])
  })

  it('is found out when repetition makes it hang', () => {
    expect(prove(rule('QH-(?:[0-9]|[0-9A-F])+$'), { hit: ['QH-1'], miss: ['QH-'] }).hangsOn).toBe('QH-1')
  })
})

describe('the analysis of patterns', () => {
  it.each([
    ['QH-[0-9]{4}', 'sound'],
    ['^(a|a)*$', 'catastrophic'],
    ['.*foo.*bar', 'catastrophic'],
    ['内部(?:资料)*(?:资料)*$', 'quadratic'],
  ])('calls %s %s', (pattern, soundness) => {
    expect(analyse(pattern).soundness).toBe(soundness)
  })

  it('shows what makes a pattern hang', () => {
    expect(analyse('^(a|a)*$').attack).toContain("'a'")
  })

  it('looks at every pattern of a rule', () => {
    const whole = { ...rule('A'), except: ['B'], lowered: { pattern: 'C', level: 'note' as const } }
    expect(patternsOf(whole).toSorted()).toEqual(['A', 'B', 'C'])
  })
})
