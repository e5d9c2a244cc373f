/** Reads lines that give nothing along the page's own direction in the other ones: print that runs up, down or slants. */
import { readAnyWay } from './any-way.js'
import { levelBox } from '../strip/level.js'
import type { PageRecogniser, StripReading } from '../look.js'
import type { Box } from '../../../types.js'

interface PlacedRead extends StripReading {
  readonly level: Box
}

/** Worse readings are tried another way, and one as sure as this replaces them. */
const [bad, good] = [0.6, 0.85]
/** A strip read across that is this much longer down, or of which fewer letters came than this share of its squares. */
const [across, sparse] = [1.6, 0.4]
/** So many lines are tried, the largest first: pictures are full of what is no print. */
const most = 8
/** Detector's score and thickness in raster pixels from which a strip may be print. */
const [likely, lowest] = [0.6, 8]

/** The same lines; `angle` is that of the page's lines. */
export async function lookOtherWays(
  look: PageRecogniser,
  reads: readonly PlacedRead[],
  angle: number,
): Promise<PlacedRead[]> {
  const area = ({ strip }: PlacedRead): number => strip.length * strip.thickness
  const doubtful = reads
    .filter((read) => isDoubtful(read) && read.strip.score >= likely)
    .filter(({ strip }) => Math.min(strip.length, strip.thickness) >= lowest)
    .sort((a, b) => area(b) - area(a))
    .slice(0, most)
  if (doubtful.length > 0) look.meter.tried('other-ways')
  const better = new Map<PlacedRead, PlacedRead>()
  for (const read of doubtful) {
    const again = await readAnyWay(look, read.strip)
    if (again.reading.confidence < good || again.reading.text.length < 2) continue
    better.set(read, { ...again, level: levelBox(again.strip, angle) })
  }
  return reads.map((read) => better.get(read) ?? read)
}

function isDoubtful({ strip: { length, thickness }, reading: { text, confidence } }: StripReading): boolean {
  return confidence < bad || thickness > across * length || text.length < (sparse * length) / thickness
}
