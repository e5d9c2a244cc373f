/** What holds for this run: the settings file, the policies and the command line, put together. */
import { UsageError } from '../errors.js'
import type { Level, Waiver } from '../types.js'
import { type SettingsRequest, type Layers, readLayers } from './files.js'
import { type SettingsLayer, type SettingOrigin, originIn, whereOf } from './layer.js'
import { type SettingEntry, type Flags, merge } from './merge.js'
import { type Options, optionsOf } from './table.js'

export type { Flags } from './merge.js'
export type { Options } from './table.js'

export interface Settings {
  /** What was said or stands by itself; the command line has the last word. */
  readonly options: Options
  /** Every key that has an effect, with its origin, in the order of the handbook. */
  readonly entries: readonly SettingEntry[]
  /** Printed with the advice. */
  readonly contact: string | null
  /** Names of the organ that publishes. */
  readonly organs: readonly string[]
  /** Policies first: what comes later may not go below them. */
  readonly levels: readonly LevelSetting[]
  readonly waivers: readonly Waiver[]
  /** Policies that hold for the run. */
  readonly policies: readonly string[]
}

export interface LevelSetting {
  readonly rule: string
  readonly level: Level | 'off'
  readonly reason?: string
  readonly by?: string
  readonly origin: Extract<SettingOrigin, { file: string }>
}

/** Flags, then the settings file, then presets; a policy under all of them. */
export async function loadSettings(flags: Flags, asked: SettingsRequest): Promise<Settings> {
  const layers = await readLayers(asked)
  const { values, entries } = merge(flags, layers)
  const all = [...layers.policies, ...(layers.local ? [layers.local] : [])]
  const contact = contactOf(layers)
  const organs = organsOf(layers)
  const levels = all.flatMap(levelsIn)
  const waivers = waiversOf(layers)
  return {
    options: optionsOf(values),
    entries: [
      ...entries,
      contact ?? { key: 'contact', value: [], origin: { kind: 'default' } },
      organs ?? { key: 'publisher.organs', value: [], origin: { kind: 'default' } },
      ...levels.map(({ rule, level, origin }) => ({ key: `rules.${rule}`, value: level, origin })),
      ...all.flatMap(waiverEntries),
    ],
    contact: contact ? String(contact.value) : null,
    organs: (organs?.value ?? []) as readonly string[],
    levels,
    waivers,
    policies: layers.policies.map(({ file }) => file),
  }
}

/** Whom to call is no matter of strictness: the nearer one. */
function contactOf({ local, policies }: Layers): SettingEntry | null {
  const layer = [local, ...policies].find((one) => one?.value.contact !== undefined)
  return layer ? { key: 'contact', value: layer.value.contact, origin: originIn(layer, ['contact']) } : null
}

/** A name more is a document less that needs consent: under a policy only its own names count. */
function organsOf({ local, policies }: Layers): SettingEntry | null {
  const path = ['publisher', 'organs']
  const entryOf = (layer: SettingsLayer): SettingEntry => ({
    key: 'publisher.organs',
    value: layer.value.publisher!.organs,
    origin: originIn(layer, path),
  })
  const held = policies.find((one) => one.value.publisher)
  if (!local?.value.publisher) return held ? entryOf(held) : null
  const strange = local.value.publisher.organs.find(
    (name) => held && !held.value.publisher!.organs.includes(name),
  )
  if (strange !== undefined && held) {
    const [asked, floor] = [whereOf(originIn(local, path)), whereOf(originIn(held, path))]
    const args = { name: strange, where: asked, policy: floor }
    throw new UsageError({ code: 'settings.organ-beyond-policy', args })
  }
  return entryOf(local)
}

/** `personal.strict` is said before the rules, so that a rule named by itself has the last word. */
function levelsIn(layer: SettingsLayer): LevelSetting[] {
  return [...strictLevels(layer), ...ruleLevels(layer)]
}

/** What counts unlabelled mobile numbers; those called contacts stay below it. */
const MOBILE_RULE = 'mobile-number'

function strictLevels(layer: SettingsLayer): LevelSetting[] {
  if (layer.value.personal?.strict !== true) return []
  return [{ rule: MOBILE_RULE, level: 'block', origin: originIn(layer, ['personal', 'strict']) }]
}

function ruleLevels(layer: SettingsLayer): LevelSetting[] {
  return Object.entries(layer.value.rules ?? {}).map(([rule, { level, reason, by }]) => ({
    rule,
    level,
    ...(reason !== undefined && { reason }),
    ...(by !== undefined && { by }),
    origin: originIn(layer, ['rules', rule]),
  }))
}

/** Under a policy a waiver is the policy's to give. */
function waiversOf({ local, policies }: Layers): Waiver[] {
  const held = policies[0]
  if (held && local?.value.waivers?.length) {
    const args = { where: whereOf(originIn(local, ['waivers'])), policy: whereOf(originIn(held, [])) }
    throw new UsageError({ code: 'settings.waiver-beyond-policy', args })
  }
  return [...policies, ...(local ? [local] : [])].flatMap((layer) =>
    (layer.value.waivers ?? []).map(({ basis, note, ...rest }, index) => ({
      ...rest,
      ...(basis !== undefined && { basis }),
      ...(note !== undefined && { note }),
      where: whereOf(originIn(layer, ['waivers', index])),
    })),
  )
}

function waiverEntries(layer: SettingsLayer): SettingEntry[] {
  return (layer.value.waivers ?? []).map(({ id, until }, index) => ({
    key: `waivers.${id}`,
    value: until,
    origin: originIn(layer, ['waivers', index]),
  }))
}
