/** Hostile bytes through all that reads them, and what was said of them; a reader that crashes fails the test. */
import { expect } from 'vitest'
import { openBudget } from '../../src/budget.js'
import { placeOf } from '../../src/place.js'
import { memorySource } from '../../src/source.js'
import type { Limits } from '../../src/types.js'
import { walk, type Walked } from '../../src/walk.js'

export async function read(name: string, bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Walked[]> {
  const crashes: unknown[] = []
  const walked: Walked[] = []
  const budget = openBudget({ ...openBudget().limits, ...limits })
  const work = { budget, onCrash: (error: unknown) => crashes.push(error) }
  for await (const one of walk(memorySource(placeOf({ name }), bytes), work)) walked.push(one)
  expect(crashes).toEqual([])
  return walked
}

/** Cause and code. */
export const gapsOf = (walked: readonly Walked[]) =>
  walked.flatMap((one) => (one.kind === 'gap' ? [`${one.cause} ${one.detail.code}`] : []))

export const spansOf = (walked: readonly Walked[]) =>
  walked.flatMap((one) => (one.kind === 'page' ? one.page.lines : [])).flatMap(({ spans }) => spans)

/** A PDF of these objects, found by the scan every reader falls back to. */
export const pdfOf = (objects: readonly string[]) =>
  Buffer.from(`%PDF-1.7\n${objects.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R >>\n%%EOF\n`) // prettier-ignore
