/** `secscan doctor`: known files through the real path, child process included, and what they were inspected with. */
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { home } from '../home.js'
import { nameInputs } from '../inputs/index.js'
import { openPool, type Pool } from '../pool/index.js'
import type { Setup } from '../pool/messages.js'
import type { WorkerLimits } from '../pool/watch.js'
import type { OcrSaid } from '../pool/worker.js'
import { scan } from '../scan.js'
import { type Fingerprint, fingerprint } from '../see/ocr/fingerprint.js'
import type { Judged, Said } from '../types.js'
import { type Canary, canaries } from './canaries.js'

export interface Checkup {
  readonly ok: boolean
  readonly canaries: readonly Sung[]
  readonly ocr: (OcrSaid & Fingerprint) | null
  /** Bytes: of the machine, the most one process may hold, the most one held. */
  readonly memory: { readonly machine: number; readonly limit: number; readonly peak: number }
}
export interface Sung {
  readonly file: string
  readonly proves: Said
  readonly ok: boolean
  readonly milliseconds: number
  /** Why it was silent, as far as the inspection tells. */
  readonly instead: readonly Said[]
}
export interface CheckupOptions {
  readonly setup: Setup
  readonly limits: WorkerLimits
}

const folder = join(home, 'fixtures/doctor')

export async function examine({ setup, limits }: CheckupOptions): Promise<Checkup> {
  const first = canaries[0]!.file
  const pool = openPool({ setup, limits, debug: setup.debug, jobs: 1, first })
  try {
    const sung: Sung[] = []
    for (const canary of canaries) sung.push(await listen(canary, pool))
    const ocr = pool.ocr && { ...pool.ocr, ...(await fingerprint(setup.ocr.engine)) }
    const memory = { machine: totalmem(), limit: limits.memory, peak: pool.peak }
    return { ok: sung.every(({ ok }) => ok), canaries: sung, ocr, memory }
  } finally {
    pool.close()
  }
}

async function listen({ file, proves, sings }: Canary, pool: Pool): Promise<Sung> {
  const start = performance.now()
  const { inputs } = await nameInputs([file], folder)
  let judged: Judged | null = null
  for await (const one of scan(inputs, pool, { strict: false, window: 1 })) judged = one
  const ok = judged !== null && sings(judged)
  const milliseconds = Math.round(performance.now() - start)
  return { file, proves: { code: proves }, ok, milliseconds, instead: ok ? [] : insteadOf(judged) }
}

/** Gaps say it best; a file that is not there was lost when secscan was installed. */
function insteadOf(judged: Judged | null): readonly Said[] {
  if (!judged) return [{ code: 'doctor.lost' }]
  const { gaps, findings } = judged.inspection
  if (gaps.length > 0) return gaps.map(({ detail }) => detail)
  return [findings.length > 0 ? { code: 'doctor.otherwise' } : { code: 'doctor.nothing' }]
}
