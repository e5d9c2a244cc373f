/** The canaries as the command line asks for them: with the rules, the engine and the limits of this run. */
import { type Checkup, examine } from '../doctor/index.js'
import type { Surroundings } from '../doctor/told.js'
import { toolVersion } from '../version.js'
import { asText } from '../doctor/told.js'
import { say } from '../phrases/index.js'
import type { RunFacts } from '../report/stream.js'
import type { Lang } from '../types.js'
import { type Prepared, rulesFor, setupFor } from './prepare.js'
import { localDay } from './today.js'

export interface CheckedUp {
  readonly checkup: Checkup
  readonly around: Surroundings
}

export async function checkUp(prepared: Prepared): Promise<CheckedUp> {
  const { options } = prepared
  const levelled = await rulesFor(prepared)
  const today = options.today ?? localDay(new Date())
  const setup = setupFor(prepared, levelled, today, Boolean(process.env['SECSCAN_DEBUG']))
  const checkup = await examine({ setup, limits: { silence: options.timeout, memory: options.memory } })
  const { rules, hash } = levelled.ruleset
  const around = {
    tool: { name: 'secscan', version: toolVersion() },
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    engine: options.ocr,
    rules: { count: rules.length, hash },
    today,
  }
  return { checkup, around }
}

/** What the report of a run records; `refusal`, what to say instead of running. */
export interface Soundness {
  readonly record: NonNullable<RunFacts['checkup']>
  readonly refusal: string | null
}

/** An installation that does not see what it must see scans nothing: its report could not be trusted. */
export async function soundness(prepared: Prepared, lang: Lang): Promise<Soundness> {
  const { checkup, around } = await checkUp(prepared)
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
