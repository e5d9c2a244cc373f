/** `secscan doctor`: known files through the real path, child process included, and what they were inspected with. */
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { home } from '../home.js'
import { nameInputs } from '../inputs/index.js'
import { judge } from '../judge/index.js'
import { sharpBuild } from '../pixels/sharp.js'
import type { OcrSaid } from '../pool/worker.js'
import type { Run } from '../run/open.js'
import { type Fingerprint, fingerprint } from '../see/ocr/paddle/fingerprint.js'
import type { Judged, Phrase } from '../types.js'
import { type Canary, canaries } from './canaries.js'

export interface Checkup {
  readonly ok: boolean
  readonly canaries: readonly CanaryResult[]
  readonly ocr: (OcrSaid & Fingerprint) | null
  /** The build of the library that opens pictures; null: none loads. */
  readonly pictures: 'native' | 'wasm' | null
  /** Bytes: of the machine, the most one process may hold, the most one held. */
  readonly memory: { readonly machine: number; readonly limit: number; readonly peak: number }
}
export interface CanaryResult {
  readonly file: string
  readonly proves: Phrase
  readonly ok: boolean
  readonly milliseconds: number
  /** Why it was silent, as far as the inspection tells. */
  readonly instead: readonly Phrase[]
}
const folder = join(home, 'fixtures/doctor')

/** One file after the other, so that what is measured is of one process. */
export async function examine(run: Run): Promise<Checkup> {
  const sung: CanaryResult[] = []
  for (const canary of canaries) sung.push(await runCanary(canary, run))
  const { options } = run.settings
  const ocr = run.ocr && { ...run.ocr, ...(await fingerprint(options.ocr)) }
  const memory = { machine: totalmem(), limit: options.memory * 1024 ** 2, peak: run.peak }
  return { ok: sung.every(({ ok }) => ok), canaries: sung, ocr, pictures: await sharpBuild(), memory }
}

/** Waivers and strictness of the run do not count for canaries. */
async function runCanary({ file, proves, passes }: Canary, run: Run): Promise<CanaryResult> {
  const start = performance.now()
  const { inputs } = await nameInputs([file], folder)
  let judged: Judged | null = null
  for await (const input of inputs) {
    const { inspection, naming } = await run.inspect(input)
    judged = judge(inspection, { day: run.day, organs: [], strict: false }, naming)
  }
  const ok = judged !== null && passes(judged)
  const milliseconds = Math.round(performance.now() - start)
  return { file, proves: { code: proves }, ok, milliseconds, instead: ok ? [] : insteadOf(judged) }
}

/** Gaps say it best; a file that is not there was lost when secscan was installed. */
function insteadOf(judged: Judged | null): readonly Phrase[] {
  if (!judged) return [{ code: 'doctor.lost' }]
  const { gaps, findings } = judged.inspection
  if (gaps.length > 0) return gaps.map(({ detail }) => detail)
  return [findings.length > 0 ? { code: 'doctor.otherwise' } : { code: 'doctor.nothing' }]
}
