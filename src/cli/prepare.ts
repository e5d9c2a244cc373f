/** The command line, the settings and the rules, made into what a run needs. */
import type { Named } from '../inputs/index.js'
import type { RunFacts } from '../report/stream.js'
import { loadRules } from '../ruleset/index.js'
import type { Strictness } from '../judge/index.js'
import { loadSettings, type Settings } from '../settings/index.js'
import { applyLevels, type Levelled } from '../settings/levels.js'
import type { Lang } from '../types.js'
import { toolVersion } from '../version.js'
import { type Given, type Options, optionsOf } from './options.js'

export interface Prepared {
  readonly options: Options
  readonly settings: Settings
}

export interface Around {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Flags, then the settings file, then defaults; a policy under all of them. */
export async function prepare(given: Given, { cwd, env }: Around): Promise<Prepared> {
  const { config, policy } = optionsOf(given)
  const policies = [policy, env['SECSCAN_POLICY'] ?? null].filter((file) => file !== null && file !== '')
  const settings = await loadSettings(given.values, { cwd, config, policies: policies as string[] })
  return { options: optionsOf({ paths: given.paths, values: settings.values }), settings }
}

export async function rulesFor({ options, settings }: Prepared): Promise<Levelled> {
  const ruleset = await loadRules({ folders: options.rules, packs: options.packs })
  return applyLevels(ruleset, settings)
}

export function setupFor(
  { options, settings }: Prepared,
  { ruleset }: Levelled,
  today: string,
  debug: boolean,
) {
  const backend = options.ocrBackend ? { backend: options.ocrBackend } : {}
  return {
    rules: ruleset.rules,
    limits: options.limits,
    ocr: { engine: options.ocr, ...backend },
    today,
    debug,
    reveal: options.reveal,
    explain: options.explain,
    organs: settings.organs,
    ...(options.format === 'html' && options.pictures !== 'none' && { pictures: options.pictures }),
  }
}

export function strictnessFor(
  { options, settings }: Prepared,
  { ruleset }: Levelled,
  today: string,
): Strictness {
  const { strict } = options
  if (settings.waivers.length === 0) return { strict }
  const marks = ruleset.rules.filter(({ family }) => family === 'mark').map(({ id }) => id)
  const byId = new Map(settings.waivers.map((waiver) => [waiver.id, waiver]))
  return { strict, waivers: { byId, marks: new Set(marks), today } }
}

export function factsFor(
  { options, settings }: Prepared,
  { ruleset, relaxed }: Levelled,
  named: Named,
  { lang, today }: { readonly lang: Lang; readonly today: string },
): RunFacts {
  const { rules, hash, packs } = ruleset
  const on = packs.filter((pack) => pack.on).map(({ name, version, date }) => ({ name, version, date }))
  return {
    lang,
    today,
    strict: options.strict,
    reveal: options.reveal,
    explain: options.explain,
    tool: { name: 'secscan', version: toolVersion() },
    ruleset: { count: rules.length, hash, packs: on },
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    relaxed,
    policies: settings.policies,
    ...(settings.contact !== null && { contact: settings.contact }),
    inputs: named.inputs.length,
    excluded: named.excluded.map(({ path }) => path),
    missing: named.missing,
  }
}
