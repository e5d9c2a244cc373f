/** Second looks at lines that read badly, laid out otherwise. */
import { plainly } from '../look.js'
import type { PageRecogniser, RecognitionSettings, StripReading } from '../look.js'
import { throughGlass } from '../paddle/tone.js'

/** Lines read better than this are left alone. */
const good = 0.92
/** Second looks may cost this share of what the first ones did. */
const share = 0.12
/** So many doubtful lines of the head are looked at again whatever that costs: they are short. */
const mostAtHead = 4
/** A new reading must be this much surer than the one it replaces. */
const better = 0.015

const manners: readonly RecognitionSettings[] = [
  { ...plainly, squeeze: 1 },
  { ...plainly, squeeze: 1, slack: 0.88 },
  { ...plainly, squeeze: 0.8, slack: 1.15 },
]

/** Without the red: for what stands among the strokes of a red pen or under a stamp too faint to be told as one. */
const redless: RecognitionSettings = {
  ...plainly,
  squeeze: 1,
  tone: throughGlass(plainly.tone, { black: 40, white: 215 }),
}

/**
 * The same lines, those at the head that read badly and the worst of the others read again while the allowance lasts.
 * `isAtHead`: short lines where a mark would stand.
 */
export async function lookAgain<R extends StripReading>(
  look: PageRecogniser,
  reads: readonly R[],
  isAtHead: (read: R) => boolean,
): Promise<R[]> {
  let allowance = share * reads.reduce((sum, { ms }) => sum + ms, 0)
  const best = new Map(reads.map((read) => [read, read]))
  const doubtful = reads.filter(({ reading }) => reading.confidence < good && reading.text.length > 1)
  const worstFirst = doubtful.sort((a, b) => a.reading.confidence - b.reading.confidence)
  const head = worstFirst.filter(isAtHead).slice(0, mostAtHead)
  for (const read of [...head, ...worstFirst.filter((other) => !head.includes(other))]) {
    const isFree = head.includes(read)
    for (const manner of isFree ? [...manners, redless] : manners) {
      if ((!isFree && allowance < read.ms) || best.get(read)!.reading.confidence >= good) break
      const again = await look.read(read.strip, manner)
      allowance -= again.ms
      if (isBetter(again, best.get(read)!)) best.set(read, { ...read, ...again })
    }
  }
  if (head.length > 0) look.meter.tried('head')
  if (doubtful.length > head.length) look.meter.tried('again')
  return reads.map((read) => best.get(read)!)
}

/** Surer, and not by leaving characters out. */
export function isBetter(again: StripReading, before: StripReading): boolean {
  if (again.reading.text.length < before.reading.text.length - 1) return false
  return again.reading.confidence > before.reading.confidence + better
}
