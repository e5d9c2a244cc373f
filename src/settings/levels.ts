/** Levels as the settings want them: raised freely, lowered only by name and reason, never below a policy. */
import { UsageError } from '../errors.js'
import { hashOf } from '../identity.js'
import { nearest } from '../nearest.js'
import type { Ruleset } from '../ruleset/index.js'
import type { Level, Relaxed, Rule } from '../types.js'
import type { LevelSetting, Settings } from './index.js'
import { whereOf } from './layer.js'

const rank = { off: 0, note: 1, review: 2, block: 3 } as const
type Reach = keyof typeof rank

export interface LevelledRuleset {
  readonly ruleset: Ruleset
  /** Rules that come with secscan and are lowered or off. */
  readonly relaxed: readonly Relaxed[]
}

/** Throws UsageError for an unknown rule, a lowering without reason or name, or one below a policy. */
export function applyLevels(
  ruleset: Ruleset,
  { levels, policies }: Pick<Settings, 'levels' | 'policies'>,
): LevelledRuleset {
  if (levels.length === 0) return { ruleset, relaxed: [] }
  const rules = new Map(ruleset.rules.map((rule) => [rule.id, rule]))
  const floors = new Map<string, LevelSetting>()
  const said = new Map<string, LevelSetting>()
  for (const setting of levels) {
    const rule = rules.get(setting.rule)
    if (!rule) {
      proveKnown(setting, ruleset)
      continue
    }
    proveAnswered(setting, rule)
    const held = said.get(rule.id)
    if (setting.origin.kind === 'policy') {
      if (!held || rank[setting.level] > rank[held.level]) said.set(rule.id, setting)
      floors.set(rule.id, said.get(rule.id)!)
    } else {
      if (policies[0]) proveAbove(setting, floors.get(rule.id), rule, policies[0])
      said.set(rule.id, setting)
    }
  }
  return levelled(ruleset, said)
}

function levelled(ruleset: Ruleset, said: ReadonlyMap<string, LevelSetting>): LevelledRuleset {
  const relaxed: Relaxed[] = []
  const rules = ruleset.rules.flatMap((rule): Rule[] => {
    const setting = said.get(rule.id)
    if (!setting) return [rule]
    if (isLowered(setting, rule) && !rule.unproven) relaxed.push(relaxedOf(setting, rule))
    return setting.level === 'off' ? [] : [atLevel(rule, setting.level)]
  })
  if (rules.length === 0) throw new UsageError({ code: 'rules.none' })
  const levelsSaid = [...said.values()].map(({ rule, level }) => `${rule}=${level}`).toSorted()
  return {
    ruleset: { ...ruleset, rules, hash: hashOf(`${ruleset.hash}\n${levelsSaid.join('\n')}`) },
    relaxed,
  }
}

const isLowered = (setting: LevelSetting, rule: Rule) => rank[setting.level] < rank[rule.level]

function relaxedOf({ reason = '', by = '', level, origin }: LevelSetting, rule: Rule): Relaxed {
  return { rule: rule.id, title: rule.title, from: rule.level, to: level, reason, by, where: whereOf(origin) }
}

/** What a rule says only doubtfully stays below what it says firmly. */
function atLevel(rule: Rule, level: Level): Rule {
  if (!('lowered' in rule) || !rule.lowered) return { ...rule, level }
  const lesser: Reach = rank[rule.lowered.level] < rank[level] ? rule.lowered.level : level
  return { ...rule, level, lowered: { ...rule.lowered, level: lesser as Level } }
}

/** A rule of a pack that is not switched on may be named; it has nothing to lower. */
function proveKnown({ rule, origin }: LevelSetting, ruleset: Ruleset): void {
  if (ruleset.dormant.includes(rule)) return
  const known = [...ruleset.rules.map(({ id }) => id), ...ruleset.dormant]
  const near = nearest(rule, known) ?? '-'
  throw new UsageError({ code: 'settings.unknown-rule', args: { where: whereOf(origin), rule, near } })
}

function proveAnswered(setting: LevelSetting, rule: Rule): void {
  if (rule.unproven || !isLowered(setting, rule) || (setting.reason && setting.by)) return
  const args = { where: whereOf(setting.origin), rule: rule.id, from: rule.level, to: setting.level }
  throw new UsageError({ code: 'settings.unanswered', args })
}

function proveAbove(
  setting: LevelSetting,
  floor: LevelSetting | undefined,
  rule: Rule,
  policy: string,
): void {
  const held: Reach = floor?.level ?? rule.level
  if (rank[setting.level] >= rank[held]) return
  const args = {
    key: `rules.${rule.id}`,
    asked: setting.level,
    where: whereOf(setting.origin),
    held,
    policy: floor ? whereOf(floor.origin) : policy,
  }
  throw new UsageError({ code: 'settings.loosened', args })
}
