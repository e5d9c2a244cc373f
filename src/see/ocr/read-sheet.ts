/** The reading of one picture on one screen: find lines, tell which way is up, read, order. */
import type { Raster, Sheet } from '../../types.js'
import { joinNeighbours } from './join.js'
import { lineOf } from './line.js'
import { leanOf, levelBox } from './level.js'
import { openLook } from './look.js'
import type { Models, Read } from './look.js'
import { openMeter } from './meter.js'
import { orientationOf } from './orientation.js'
import { wholeOf } from './picture.js'
import { inReadingOrder } from './reading-order.js'
import { turnStrip } from './strip.js'
import { tighten } from './tighten.js'

/** Longer side of a page in detector pixels. */
const pageSide = 960

export async function readSheet(models: Models, raster: Raster, signal: AbortSignal): Promise<Sheet> {
  const look = openLook(models, raster, openMeter(), signal)
  const found = await look.find(wholeOf(raster), scaleOf(raster))
  const firstMs = look.meter.detectionMs
  const strips = found.map((strip) => tighten(raster, strip))
  const { direction, reads: known } = await orientationOf(look, strips)
  const turned = strips.map((strip) => known.get(strip)?.strip ?? turnStrip(strip, direction))
  const done = new Map([...known.values()].map((read) => [read.strip, read]))
  const angle = leanOf(turned)
  const reads: Read[] = []
  for (const strip of joinNeighbours(raster, turned, angle))
    reads.push(done.get(strip) ?? (await look.read(strip)))
  const kept = reads.filter(({ reading }) => reading.text !== '')
  const lines = inReadingOrder(
    kept.map((read) => ({ read, level: levelBox(read.strip, angle), vertical: false })),
  )
  return {
    lines: lines.map(({ read }) => lineOf(read)),
    turned: ((4 - direction) % 4) as Sheet['turned'],
    illegible: [],
    passes: look.meter.passes(firstMs + kept.reduce((sum, { ms }) => sum + ms, 0)),
  }
}

function scaleOf(raster: Raster): number {
  return Math.min(1, pageSide / Math.max(raster.width, raster.height))
}
