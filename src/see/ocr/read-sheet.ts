/** The reading of one picture on one screen: find lines, part the sheets in it, read each. */
import { withoutRings } from './clear.js'
import { beneathSeals, usualHeight } from './beneath.js'
import { lookCloser } from './closer.js'
import { readGroup } from './group.js'
import type { PlacedRead } from './group.js'
import { illegibleOf } from './illegible.js'
import { openLook } from './look.js'
import type { Models, Read } from './look.js'
import { openMeter } from './meter.js'
import { partBySheet } from './papers.js'
import { wholeOf } from './picture.js'
import { ringsIn } from './rings.js'
import { firstScale } from './scale.js'
import { isTold, sealsIn } from './seals.js'
import type { Seal } from './seals.js'
import { boxOf, overlapOf } from './strip.js'
import { isSameInk, sheetLines } from './sheet-lines.js'
import { unreadOf } from './unread.js'
import { watermarksIn } from './watermarks.js'
import type { Raster, Sheet } from '../../types.js'

export async function readSheet(models: Models, raster: Raster, signal: AbortSignal): Promise<Sheet> {
  const rings = ringsIn(raster)
  const black = rings.filter((ring) => !isTold(raster, ring))
  const look = openLook(models, withoutRings(raster, black), openMeter(), signal)
  const scale = firstScale(raster)
  const finding = await look.find(wholeOf(raster), scale)
  const firstMs = look.meter.detectionMs
  const found = await lookCloser(look, finding, scale)
  const seals = sealsIn(raster, usualHeight(found), rings)
  const strips = await beneathSeals(look, found, seals, scale)
  const groups = []
  for (const part of partBySheet(raster, strips)) groups.push(await readGroup(look, part))
  const pages = groups.flatMap((group) => group.pages.map((page) => page.filter(isNot(seals))))
  const watermarks = await watermarksIn(models, look, pages.flat(), signal)
  const unread = (await unreadOf(look, pages.flatMap(illegibleOf))).filter(
    (read) => !watermarks.some((mark) => isSameInk(mark, read)),
  )
  const main = groups.reduce((a, b) => (sizeOf(b.pages) > sizeOf(a.pages) ? b : a), groups[0]!)
  return {
    lines: sheetLines(pages, watermarks, main?.angle ?? 0),
    turned: main ? (((4 - main.direction) % 4) as Sheet['turned']) : 0,
    illegible: unread.map(({ strip }) => boxOf(strip)),
    passes: look.meter.passes(groups.reduce((sum, { leastMs }) => sum + leastMs, firstMs)),
  }
}

function sizeOf(pages: readonly (readonly PlacedRead[])[]): number {
  return pages.flat().length
}

/** The ring of a seal taken for letters. */
function isNot(seals: readonly Seal[]): (read: Read) => boolean {
  return ({ strip, reading }) =>
    reading.confidence > 0.75 || !seals.some(({ box }) => overlapOf(boxOf(strip), box) > 0.8)
}
