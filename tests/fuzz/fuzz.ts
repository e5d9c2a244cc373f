/** One damaged file through every stage that reads bytes, and what it must not do. */
import { openBudget } from '../../src/budget.js'
import { Uninspectable } from '../../src/errors.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Page } from '../../src/types.js'
import { walk } from '../../src/walk.js'

/** Processor time; wall time says more about the machine than about the reader. */
export const MOST_SECONDS = 5
const MOST_BYTES = 1.5 * 1024 ** 3
/** Pictures are drawn small: their decoders are what is tried here. */
const DRAWN_PIXELS = 250_000

export interface Outcome {
  /** Errors nobody meant to throw, and promises about cost that were not kept. */
  readonly faults: readonly string[]
  readonly told: number
}

export async function tryOut(name: string, bytes: Uint8Array): Promise<Outcome> {
  const faults: string[] = []
  const onCrash = (error: unknown) => void faults.push(describe(error))
  const started = process.cpuUsage()
  let told = 0
  for await (const piece of walk(memorySource(placeOf({ name }), bytes), {
    budget: openBudget(),
    onCrash,
  })) {
    if (piece.kind !== 'document' && piece.kind !== 'name') told += 1
    if (piece.kind === 'page') await draw(piece.page, onCrash)
  }
  const { user, system } = process.cpuUsage(started)
  const seconds = (user + system) / 1e6
  if (seconds > MOST_SECONDS) faults.push(`took ${seconds.toFixed(1)} s of processor time`)
  const held = process.memoryUsage.rss()
  if (held > MOST_BYTES) faults.push(`held ${Math.round(held / 1024 ** 2)} MB`)
  return { faults, told }
}

async function draw(page: Page, onCrash: (error: unknown) => void): Promise<void> {
  if (!page.pixels || page.reading === 'stated') return
  const area = (page.width ?? 1) * (page.height ?? 1)
  const scale = Math.min(page.pixels.naturalScale, Math.sqrt(DRAWN_PIXELS / area))
  try {
    await page.pixels.render(scale)
  } catch (error) {
    if (!(error instanceof Uninspectable)) onCrash(error)
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.stack?.split('\n').slice(0, 4).join('\n') ?? error.message
}
