/** The reading of one picture on one screen: find lines, tell which way is up, read, order. */
import type { Raster, Sheet } from '../../types.js'
import { lookAgain } from './again.js'
import { joinNeighbours } from './join.js'
import { lineOf } from './line.js'
import { leanOf, levelBox } from './level.js'
import { openLook } from './look.js'
import type { Models, Read } from './look.js'
import { openMeter } from './meter.js'
import { orientationOf } from './orientation.js'
import { wholeOf } from './picture.js'
import { inReadingOrder } from './reading-order.js'
import { beneathSeals, usualHeight } from './beneath.js'
import { sealsIn } from './seals.js'
import type { Seal } from './seals.js'
import { boxOf, overlapOf, turnStrip } from './strip.js'
import { tighten } from './tighten.js'

/** Longer side of a page in detector pixels. */
const pageSide = 960

export async function readSheet(models: Models, raster: Raster, signal: AbortSignal): Promise<Sheet> {
  const look = openLook(models, raster, openMeter(), signal)
  const scale = scaleOf(raster)
  const found = (await look.find(wholeOf(raster), scale)).map((strip) => tighten(raster, strip))
  const firstMs = look.meter.detectionMs
  const seals = sealsIn(raster, usualHeight(found))
  const strips = await beneathSeals(look, found, seals, scale)
  const { direction, reads: known } = await orientationOf(look, strips)
  const turned = strips.map((strip) => known.get(strip)?.strip ?? turnStrip(strip, direction))
  const done = new Map([...known.values()].map((read) => [read.strip, read]))
  const angle = leanOf(turned)
  const reads: Read[] = []
  for (const strip of joinNeighbours(raster, turned, angle))
    reads.push(done.get(strip) ?? (await look.read(strip)))
  const leastMs = firstMs + reads.reduce((sum, { ms }) => sum + ms, 0)
  const kept = (await lookAgain(look, reads)).filter((read) => isText(read, seals))
  const lines = inReadingOrder(
    kept.map((read) => ({ read, level: levelBox(read.strip, angle), vertical: false })),
  )
  return {
    lines: lines.map(({ read }) => lineOf(read)),
    turned: ((4 - direction) % 4) as Sheet['turned'],
    illegible: [],
    passes: look.meter.passes(leastMs),
  }
}

/** Something was read, and it is not the ring of a seal taken for letters. */
function isText({ strip, reading }: Read, seals: readonly Seal[]): boolean {
  if (reading.text.trim() === '') return false
  return reading.confidence > 0.75 || !seals.some(({ box }) => overlapOf(boxOf(strip), box) > 0.8)
}

function scaleOf(raster: Raster): number {
  return Math.min(1, pageSide / Math.max(raster.width, raster.height))
}
