/** The canaries as the command line asks for them: with the rules, the engine and the limits of this run. */
import { type Checkup, examine } from '../doctor/index.js'
import { asText, type CheckupEnvironment } from '../doctor/told.js'
import { say } from '../phrases/index.js'
import type { RunFacts } from '../report/reporter.js'
import { type Host, openRun } from '../run/open.js'
import type { Settings } from '../settings/index.js'
import type { Lang } from '../types.js'
import { toolVersion } from '../version.js'

export interface CheckedUp {
  readonly checkup: Checkup
  readonly around: CheckupEnvironment
}

export async function checkUp(settings: Settings, host: Host): Promise<CheckedUp> {
  const { options } = settings
  const alone = { ...settings, options: { ...options, jobs: 1 } }
  const run = await openRun(alone, host)
  try {
    const checkup = await examine(run)
    const { rules, hash } = run.rules.ruleset
    const around = {
      tool: { name: 'secscan', version: toolVersion() },
      node: process.versions.node,
      platform: process.platform,
      arch: process.arch,
      engine: options.ocr,
      rules: { count: rules.length, hash },
      today: run.day,
    }
    return { checkup, around }
  } finally {
    run.close()
  }
}

/** What the report of a run records; `refusal`, what to say instead of running. */
export interface CheckupOutcome {
  readonly record: NonNullable<RunFacts['checkup']>
  readonly refusal: string | null
}

/** An installation that does not see what it must see scans nothing: its report could not be trusted. */
export async function soundness(settings: Settings, lang: Lang, host: Host): Promise<CheckupOutcome> {
  const { checkup, around } = await checkUp(settings, host)
  const { ok, canaries, ocr, memory } = checkup
  const record = {
    ok,
    canaries: canaries.map(({ file, ok: sings }) => ({ file, ok: sings })),
    ocr: ocr && { backend: ocr.backend, model: ocr.model, modelHash: ocr.modelHash },
    peakMemory: memory.peak,
  }
  const notBegun = say({ code: 'doctor.not-begun' }, lang)
  return { record, refusal: ok ? null : `${asText(checkup, around, lang)}\nsecscan: ${notBegun}\n` }
}
