/** Rule folders → rules ready to send: every file listed, every name known, every pattern whole. */
import { readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { UsageError } from '../errors.js'
import { home } from '../home.js'
import { hashOf } from '../identity.js'
import { nearest } from '../nearest.js'
import type { Bilingual, Rule } from '../types.js'
import { build } from './build.js'
import type { Grammar } from './expand.js'
import { check, type ParsedFile, readYaml } from './read.js'
import { type RuleFile, ruleFiles } from './schema.js'
import { adviceFile, grammarFile, indexFile, weightsFile, type WeightsFile } from './schema-files.js'
import { type Example } from './schema-parts.js'

export interface Ruleset {
  /** Plain data; compiled where it runs. */
  readonly rules: readonly Rule[]
  /** Over everything the rules say; changes when any of it does. */
  readonly hash: string
  /** Every pack there is, on or not. */
  readonly packs: readonly Pack[]
  /** Ids of the rules in packs that are not on. */
  readonly dormant: readonly string[]
  /** What each rule must find and must let through. */
  readonly examples: ReadonlyMap<string, Examples>
}

export interface Examples {
  readonly hit: readonly Example[]
  readonly miss: readonly Example[]
}

export interface Pack {
  readonly name: string
  readonly title: Bilingual
  readonly version: string
  /** ISO date of that version. */
  readonly date: string
  readonly on: boolean
}

export interface RuleChoice {
  /** Folders with an index.yaml of their own, added to the rules that come with secscan. */
  readonly folders?: readonly string[]
  /** Packs to switch on beside the default ones. */
  readonly packs?: readonly string[]
}

/** What later folders take over from earlier ones. */
interface Shared {
  grammar: Grammar | null
  weights: WeightsFile | null
  advice: Record<string, Bilingual>
}

export const coreRules = join(home, 'rules')

export async function readRules(choice: RuleChoice = {}): Promise<Ruleset> {
  const shared: Shared = { grammar: null, weights: null, advice: {} }
  const wanted = new Set(choice.packs)
  const rules = new Map<string, Rule>()
  const examples: [string, Examples][] = []
  const packs: Pack[] = []
  const dormant: string[] = []
  for (const folder of [coreRules, ...(choice.folders ?? [])]) {
    const index = await readIndex(folder, shared)
    for (const [name, pack] of Object.entries(index.packs)) {
      const { title, version, date } = pack
      const on = pack.default || wanted.has(name)
      packs.push({ name, title, version, date, on })
      for (const file of pack.rules) {
        const { rule: read, examples: own } = await readRule(join(folder, file), name, shared)
        const rule = folder === coreRules ? read : { ...read, unproven: true }
        if (rules.has(rule.id) || dormant.includes(rule.id))
          throw new UsageError({ code: 'rules.twice', args: { id: rule.id, file } })
        if (on) rules.set(rule.id, rule)
        else dormant.push(rule.id)
        if (on && own) examples.push([rule.id, own])
      }
    }
  }
  const known = packs.map(({ name }) => name)
  for (const name of wanted) if (!known.includes(name)) throw unknownPack(name, known)
  const list = [...rules.values()]
  if (list.length === 0) throw new UsageError({ code: 'rules.none' })
  const hash = hashOf(JSON.stringify(list.toSorted((one, other) => (one.id < other.id ? -1 : 1))))
  return { rules: list, hash, packs, dormant, examples: new Map(examples) }
}

function unknownPack(name: string, known: readonly string[]): UsageError {
  const near = nearest(name, known) ?? known.join(' ')
  return new UsageError({ code: 'rules.unknown-pack', args: { name, near } })
}

/** Reads index.yaml and what it names besides rules; listed and present files must be the same. */
async function readIndex(folder: string, shared: Shared) {
  const index = check(await readYaml(join(folder, 'index.yaml')), indexFile, keysOf(indexFile))
  const { grammar, weights, advice, packs } = index
  if (grammar) {
    const read = check(await readYaml(join(folder, grammar)), grammarFile, [
      'macros',
      'cues',
      'pattern',
      'keywords',
    ])
    shared.grammar = { macros: { ...shared.grammar?.macros, ...read.macros }, cues: read.cues }
  }
  if (weights) shared.weights = check(await readYaml(join(folder, weights)), weightsFile, keysOf(weightsFile))
  if (advice)
    Object.assign(shared.advice, check(await readYaml(join(folder, advice)), adviceFile, ['zh', 'en']))
  const besides = ['index.yaml', grammar, weights, advice].filter((file) => file !== undefined)
  await compareFiles(folder, [...besides, ...Object.values(packs).flatMap((pack) => pack.rules)])
  return index
}

async function compareFiles(folder: string, listed: readonly string[]): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const present = entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const unlisted = present.find((file) => !listed.includes(file))
  if (unlisted) throw new UsageError({ code: 'rules.unlisted', args: { file: join(folder, unlisted) } })
  const missing = listed.find((file) => !present.includes(file))
  if (missing) throw new UsageError({ code: 'rules.missing', args: { file: join(folder, missing) } })
}

async function readRule(file: string, pack: string, shared: Shared) {
  const read = await readYaml(file)
  const family = familyOf(read)
  const raw: RuleFile = check(read, ruleFiles[family], [...keysOf(ruleFiles[family]), ...formKeys])
  const { grammar, weights } = shared
  if (!grammar || !weights) throw new UsageError({ code: 'rules.no-grammar', args: { file: dirname(file) } })
  const rule = build(raw, { file, pack, grammar, weights, advice: shared.advice })
  return { rule, examples: 'examples' in raw ? raw.examples : null }
}

const formKeys =
  'name pattern keywords digits shows strength level needs ignores bounded beside within weight required check zh en hit miss text at today value clues most least'.split(
    ' ',
  )

function familyOf(read: ParsedFile): keyof typeof ruleFiles {
  const known = Object.keys(ruleFiles)
  const family = (read.value as { family?: unknown } | null)?.family
  if (typeof family === 'string' && known.includes(family)) return family as keyof typeof ruleFiles
  const near = nearest(String(family), known) ?? known.join(' ')
  const args = { file: read.file, line: read.lineOf(['family']), family: String(family), near }
  throw new UsageError({ code: 'rules.unknown-family', args })
}

function keysOf(schema: { shape: object }): string[] {
  return Object.keys(schema.shape)
}
