/** Defaults, policies, the settings file and the command line → one value per key, and where it was said. */
import { resolve } from 'node:path'
import { UsageError } from '../errors.js'
import type { Layers } from './files.js'
import type { Setting } from './kinds.js'
import { type SettingsLayer, type SettingOrigin, originIn, whereOf } from './layer.js'
import { type SettingName, settings } from './table.js'

export interface SettingEntry {
  readonly key: string
  readonly value: unknown
  readonly origin: SettingOrigin
}

export interface Merged {
  /** What was said, by the names of the table. */
  readonly values: Readonly<Partial<Record<SettingName, unknown>>>
  readonly entries: readonly SettingEntry[]
}

type Said = { readonly value: unknown; readonly origin: Exclude<SettingOrigin, { kind: 'default' }> }

/** What the command line said, by the names of the table. */
export type Flags = Readonly<Partial<Record<SettingName, unknown>>>

/** A setting that may stand in files. */
type Key = Setting & { readonly name: SettingName; readonly path: string }

const keys = settings.flatMap(([name, setting]): Key[] => {
  const { path } = setting
  return path === null ? [] : [{ ...setting, name, path }]
})

/** The command line beats the file, the file beats the presets; below a policy nobody gets. */
export function merge(flags: Flags, layers: Layers): Merged {
  const values: Partial<Record<SettingName, unknown>> = { ...flags }
  const entries: SettingEntry[] = []
  for (const key of keys) {
    const told = key.floor === 'added' ? added(key, flags, layers) : [strongest(key, flags, layers)]
    for (const one of told) entries.push({ key: key.path, ...one })
    const said = told.filter(({ origin }) => origin.kind !== 'default').map(({ value }) => value)
    if (said.length > 0) values[key.name] = key.floor === 'added' ? said : said[0]
  }
  return { values, entries }
}

/** Lists only grow: what each source adds, each item told apart. */
function added(key: Key, flags: Flags, { local, policies }: Layers): Omit<SettingEntry, 'key'>[] {
  const inFiles = [...policies, ...(local ? [local] : [])].flatMap((layer) => {
    const items = valueIn(layer, key) as readonly string[] | undefined
    return (items ?? []).map((item, index) => ({
      value: key.path === 'ruleFolders' ? resolve(layer.folder, item) : item,
      origin: originIn(layer, [...key.path.split('.'), index]),
    }))
  })
  const given = ((flags[key.name] ?? []) as readonly string[]).map((value) => ({
    value,
    origin: { kind: 'flag', flag: key.flag } as const,
  }))
  const all: Omit<SettingEntry, 'key'>[] = [...inFiles, ...given]
  const fresh = all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index)
  return fresh.length > 0 ? fresh : [{ value: [], origin: { kind: 'default' } }]
}

function strongest(key: Key, flags: Flags, { local, policies }: Layers): Omit<SettingEntry, 'key'> {
  const asked = flagged(key, flags) ?? (local && saidIn(local, key))
  let held: Said | null = null
  for (const floor of policies.map((policy) => saidIn(policy, key))) {
    if (!floor) continue
    held = held ? stricter(key, held, floor) : floor
  }
  if (asked && held && isLooser(key, asked.value, held.value)) throw loosened(key, asked, held)
  return asked ?? held ?? { value: key.preset, origin: { kind: 'default' } }
}

function flagged(key: Key, flags: Flags): Said | null {
  const value = flags[key.name]
  return value === undefined ? null : { value, origin: { kind: 'flag', flag: key.flag } }
}

function saidIn(layer: SettingsLayer, key: Key): Said | null {
  const value = valueIn(layer, key)
  return value === undefined ? null : { value, origin: originIn(layer, key.path.split('.')) }
}

function valueIn(layer: SettingsLayer, { path }: Key): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], layer.value)
}

/** Two policies hold both; where they cannot, the user hears of it. */
function stricter(key: Key, one: Said, other: Said): Said {
  if (key.floor === 'ceiling') return (one.value as number) <= (other.value as number) ? one : other
  if (key.floor === 'on') return one.value === true ? one : other
  if (key.floor === 'fixed' && one.value !== other.value) throw loosened(key, other, one)
  return one
}

function isLooser({ floor }: Key, asked: unknown, held: unknown): boolean {
  if (floor === 'ceiling') return (asked as number) > (held as number)
  if (floor === 'on') return held === true && asked !== true
  return floor === 'fixed' && asked !== held
}

function loosened(key: Key, asked: Said, held: Said): UsageError {
  const args = {
    key: key.path,
    asked: String(asked.value),
    where: whereOf(asked.origin),
    held: String(held.value),
    policy: whereOf(held.origin),
  }
  return new UsageError({ code: 'settings.loosened', args })
}
