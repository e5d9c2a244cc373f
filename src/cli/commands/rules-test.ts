/** `secscan rules test [DIR…]`: rules prove themselves, and patterns that could hang a check are refused. */
import { resolve } from 'node:path'
import { UsageError } from '../../errors.js'
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import { readRules, type Ruleset } from '../../ruleset/load.js'
import { type ExampleFault, prove } from '../../ruleset/prove.js'
import { type Analysed, analyse, patternsOf } from '../../ruleset/recheck.js'
import type { Lang, Rule } from '../../types.js'
import type { Command } from './command.js'

/** Without folders: the rules that come with secscan, and those of the settings. */
export const testRules: Command = async ({ words, settings, lang, cwd, print }) => {
  const folders = words.length > 0 ? words.map((word) => resolve(cwd, word)) : settings.options.ruleFolders
  const ruleset = await everyPackOf(folders)
  const rules = ruleset.rules.filter((rule) => words.length === 0 || rule.unproven)
  if (rules.length === 0) throw new UsageError({ code: 'rules.test-none', args: { folder: words.join(' ') } })
  const known = new Set(ruleset.rules.filter((rule) => !rule.unproven).flatMap(patternsOf))
  let failed = 0
  for (const rule of rules) {
    const { passed, lines } = tested(rule, ruleset, known, lang)
    if (!passed) failed += 1
    await print(`${lines.join('\n')}\n`)
  }
  await print(`${say({ code: 'rules.test-summary', args: { count: rules.length, failed } }, lang)}\n`)
  return failed > 0 ? 1 : 0
}

async function everyPackOf(folders: readonly string[]): Promise<Ruleset> {
  const { packs } = await readRules({ folders })
  return readRules({ folders, packs: packs.map(({ name }) => name) })
}

interface Tested {
  readonly passed: boolean
  readonly lines: readonly string[]
}

function tested(rule: Rule, { examples }: Ruleset, known: ReadonlySet<string>, lang: Lang): Tested {
  const own = examples.get(rule.id)
  const proved = own ? prove(rule, own) : { hits: 0, misses: 0, faults: [], hangsOn: null }
  // Patterns that come with secscan were proved when it was made.
  const analysed = rule.unproven
    ? patternsOf(rule)
        .filter((one) => !known.has(one))
        .map(analyse)
    : []
  const wrong = [
    ...proved.faults.map((fault) => faultWords(fault, lang)),
    ...(proved.hangsOn === null ? [] : [say({ code: 'rules.hangs', args: { text: proved.hangsOn } }, lang)]),
    ...analysed.filter(({ soundness }) => soundness === 'catastrophic').map((one) => patternWords(one, lang)),
  ]
  const mind = analysed.filter(({ soundness }) => soundness === 'quadratic' || soundness === 'unknown')
  const { hits, misses } = proved
  const passed = own
    ? say({ code: 'rules.test-passed', args: { id: rule.id, hits, misses } }, lang)
    : say({ code: 'rules.test-wordless', args: { id: rule.id } }, lang)
  const first = wrong.length === 0 ? passed : say({ code: 'rules.test-failed', args: { id: rule.id } }, lang)
  const beside = [...wrong, ...mind.map((one) => patternWords(one, lang))]
  return { passed: wrong.length === 0, lines: [first, ...beside.map((line) => `    ${line}`)] }
}

function faultWords({ text, at, wanted, got }: ExampleFault, lang: Lang): string {
  const args = {
    at: say({ code: `carrier.${at}` }, lang),
    text: text.replaceAll('\n', ' ⏎ '),
    wanted: outcomeWords(wanted, lang),
    got: got.map((one) => outcomeWords(one, lang)).join(punctuation[lang].list),
  }
  return say({ code: 'rules.fault', args }, lang)
}

function outcomeWords(outcome: ExampleFault['got'][number], lang: Lang): string {
  if (outcome === 'nothing' || outcome === 'slow') return say({ code: `rules.outcome-${outcome}` }, lang)
  return say({ code: `level.${outcome}` }, lang)
}

const verdicts = {
  catastrophic: 'rules.catastrophic',
  quadratic: 'rules.quadratic',
  unknown: 'rules.unproven',
} as const

function patternWords({ pattern, soundness, attack }: Analysed, lang: Lang): string {
  const code = verdicts[soundness === 'sound' ? 'unknown' : soundness]
  return say({ code, args: { pattern, attack: attack ?? '' } }, lang)
}
