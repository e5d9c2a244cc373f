/** Second looks at lines that read badly, laid out otherwise. */
import { plainly } from './look.js'
import type { Look, Manner, Read } from './look.js'

/** Lines read better than this are left alone. */
const good = 0.92
/** Second looks may cost this share of what the first ones did. */
const share = 0.12
/** A new reading must be this much surer than the one it replaces. */
const better = 0.015

const manners: readonly Manner[] = [
  { ...plainly, squeeze: 1 },
  { ...plainly, squeeze: 1, slack: 0.88 },
  { ...plainly, squeeze: 0.8, slack: 1.15 },
]

/** The same lines, the worst of them read again while the allowance lasts. */
export async function lookAgain(look: Look, reads: readonly Read[]): Promise<Read[]> {
  let allowance = share * reads.reduce((sum, { ms }) => sum + ms, 0)
  const best = new Map(reads.map((read) => [read, read]))
  const doubtful = reads.filter(({ reading }) => reading.confidence < good && reading.text.length > 1)
  for (const read of doubtful.sort((a, b) => a.reading.confidence - b.reading.confidence)) {
    for (const manner of manners) {
      if (allowance < read.ms || best.get(read)!.reading.confidence >= good) break
      const again = await look.read(read.strip, manner)
      allowance -= again.ms
      if (isBetter(again, best.get(read)!)) best.set(read, again)
    }
  }
  if (doubtful.length > 0) look.meter.tried('again')
  return reads.map((read) => best.get(read)!)
}

/** Surer, and not by leaving characters out. */
export function isBetter(again: Read, before: Read): boolean {
  if (again.reading.text.length < before.reading.text.length - 1) return false
  return again.reading.confidence > before.reading.confidence + better
}
