/** Levels of rules as the settings want them. */
import { describe, expect, it } from 'vitest'
import { readRules } from '../../src/ruleset/load.js'
import type { Ruleset } from '../../src/ruleset/load.js'
import type { LevelSetting } from '../../src/settings/index.js'
import { applyLevels } from '../../src/settings/levels.js'
import { complaint } from './folders.js'

const ruleset = await readRules()
const owned: Ruleset = {
  ...ruleset,
  rules: ruleset.rules.map((rule) => (rule.id === 'mobile-number' ? { ...rule, unproven: true } : rule)),
}
const answered = { reason: '试运行', by: '林某某' }
const say = (rule: string, level: LevelSetting['level'], over: Partial<LevelSetting> = {}): LevelSetting => ({
  rule,
  level,
  origin: { kind: 'file', file: 'secscan.yaml', line: 2 },
  ...over,
})
const policy = (rule: string, level: LevelSetting['level']) =>
  say(rule, level, { ...answered, origin: { kind: 'policy', file: 'policy.yaml', line: 4 } })
const apply = (levels: readonly LevelSetting[], policies: readonly string[] = [], on = ruleset) =>
  applyLevels(on, { levels, policies })
const levelOf = (applied: ReturnType<typeof apply>, id: string) =>
  applied.ruleset.rules.find((rule) => rule.id === id)?.level ?? 'off'

describe('the level of a rule', () => {
  it('is raised without asking, and another level is another hash', () => {
    const applied = apply([say('mobile-number', 'block')])
    expect(levelOf(applied, 'mobile-number')).toBe('block')
    expect(applied.relaxed).toEqual([])
    expect(applied.ruleset.hash).not.toBe(ruleset.hash)
  })

  it('is lowered with a reason and a name, and that is told', () => {
    const applied = apply([say('state-secret-mark', 'review', answered)])
    expect(levelOf(applied, 'state-secret-mark')).toBe('review')
    expect(applied.relaxed).toMatchObject([
      { rule: 'state-secret-mark', from: 'block', to: 'review', by: '林某某', where: 'secscan.yaml:2' },
    ])
  })

  it('can be off', () => {
    const applied = apply([say('state-secret-mark', 'off', answered)])
    expect(levelOf(applied, 'state-secret-mark')).toBe('off')
    expect(applied.relaxed).toMatchObject([{ to: 'off' }])
  })

  it.each([{}, { reason: '试运行' }, { by: '林某某' }])('is not lowered with %j alone', async (over) => {
    const told = await complaint(() => apply([say('state-secret-mark', 'review', over)]))
    expect(told).toMatch(/^secscan\.yaml:2: .*needs a reason/)
  })

  it('of a rule of the user is the user’s own affair', () => {
    const applied = apply([say('mobile-number', 'off')], [], owned)
    expect([levelOf(applied, 'mobile-number'), applied.relaxed]).toEqual(['off', []])
  })

  it('is the strictest that several policies want, in either order', () => {
    const [mild, strict] = [policy('mobile-number', 'note'), policy('mobile-number', 'block')]
    for (const levels of [
      [mild, strict],
      [strict, mild],
    ])
      expect(levelOf(apply(levels, ['one.yaml', 'two.yaml']), 'mobile-number')).toBe('block')
  })

  it('belongs to a rule there is', async () => {
    expect(await complaint(() => apply([say('mobile-nmber', 'off')]))).toContain(
      'the nearest is mobile-number',
    )
    expect(apply([say('us-mark', 'note')]).relaxed).toEqual([])
  })

  it('does not go below a policy, and both places are told', async () => {
    const levels = [policy('mobile-number', 'block'), say('mobile-number', 'review', answered)]
    const told = await complaint(() => apply(levels, ['policy.yaml']))
    expect(told).toContain('secscan.yaml:2')
    expect(told).toContain('policy.yaml:4')
  })

  it('does not go below what comes with secscan once there is a policy', async () => {
    const levels = [say('state-secret-mark', 'review', answered)]
    expect(await complaint(() => apply(levels, ['policy.yaml']))).toContain('policy.yaml')
  })

  it('may be raised above a policy, and a policy may lower it, which is told', () => {
    const raised = apply([policy('mobile-number', 'review'), say('mobile-number', 'block')], ['policy.yaml'])
    expect(levelOf(raised, 'mobile-number')).toBe('block')
    const lowered = apply([policy('mobile-number', 'note')], ['policy.yaml'])
    expect(lowered.relaxed).toMatchObject([{ rule: 'mobile-number', where: 'policy.yaml:4' }])
  })

  it('is not set for every rule to be off', async () => {
    const levels = ruleset.rules.map(({ id }) => say(id, 'off', answered))
    expect(await complaint(() => apply(levels))).toContain('no rules')
  })
})
