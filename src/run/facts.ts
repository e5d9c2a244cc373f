/** What reports say of the run around their results. */
import type { Ending, RunFacts } from '../report/reporter.js'
import { staleWaivers, type Tally } from '../tally.js'
import { toolVersion } from '../version.js'
import type { Run } from './open.js'

export function factsOf(
  { settings, rules: { ruleset, relaxed }, day }: Run,
  around: Pick<RunFacts, 'lang' | 'several' | 'missing' | 'checkup'>,
): RunFacts {
  const { options, policies, contact } = settings
  const { rules, hash, packs } = ruleset
  const on = packs.filter((pack) => pack.on).map(({ name, version, date }) => ({ name, version, date }))
  return {
    ...around,
    today: day,
    strict: options.strict,
    reveal: options.reveal,
    explain: options.explain,
    tool: { name: 'secscan', version: toolVersion() },
    ruleset: { count: rules.length, hash, packs: on },
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    relaxed,
    policies,
    ...(contact !== null && { contact }),
  }
}

export function endingOf(run: Run, tally: Tally, excluded: readonly string[]): Ending {
  const { settings, ocr, day } = run
  return {
    tally,
    excluded,
    stale: staleWaivers(settings.waivers, tally, day),
    ocr: ocr && { engine: settings.options.ocr, ...ocr },
  }
}
