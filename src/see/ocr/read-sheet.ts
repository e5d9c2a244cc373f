/** The reading of one picture on one screen: find lines, part the sheets in it, read each. */
import { deskewed } from '../deskew.js'
import type { Skew } from '../deskew.js'
import { blurredPrint } from './second-look/blurred.js'
import { withoutRings } from './seal/clear.js'
import { beneathSeals, usualHeight } from './seal/beneath.js'
import { lookCloser } from './second-look/closer.js'
import { readGroup } from './group.js'
import type { LineGroup, PlacedRead } from './group.js'
import { illegibleOf } from './second-look/illegible.js'
import { openLook } from './look.js'
import type { PageRecogniser, OcrModels, StripReading } from './look.js'
import { openMeter } from './meter.js'
import { partBySheet } from './paper/papers.js'
import { wholeOf } from './picture.js'
import { ringsIn } from './seal/rings.js'
import { firstScale } from './paper/scale.js'
import { isTold, sealsIn } from './seal/seals.js'
import type { RasterSeal } from './seal/seals.js'
import { boxOf } from './strip/strip.js'
import { isMirrored, skewOf } from './skew.js'
import { isSameInk, sheetLines } from './sheet-lines.js'
import { unreadOf } from './second-look/unread.js'
import { watermarksIn } from './watermark/watermarks.js'
import type { Box, Raster, RecognisedPage } from '../../types.js'
import { overlapShare, union } from '../../plane/box.js'

const level: Skew = { angle: 0, mirrored: false }

/** `skew`: how the picture is laid level first; found here where it is not given, and told with the sheet. */
export async function readSheet(
  models: OcrModels,
  raster: Raster,
  signal: AbortSignal,
  skew: Skew = level,
): Promise<RecognisedPage> {
  const laid = skew === level ? raster : deskewed(raster, skew)
  const rings = ringsIn(laid)
  const black = rings.filter((ring) => !isTold(laid, ring))
  const look = openLook(models, withoutRings(laid, black), openMeter(), signal)
  const scale = firstScale(laid)
  const finding = await look.find(wholeOf(laid), scale)
  const askew = skew === level ? skewOf(finding.strips) : 0
  if (askew !== 0) return readSheet(models, raster, signal, { angle: askew, mirrored: false })
  const firstMs = look.meter.detectionMs
  const found = await lookCloser(look, finding, scale)
  const seals = sealsIn(laid, usualHeight(found), rings)
  const strips = await beneathSeals(look, found, seals, scale)
  const groups = []
  for (const part of partBySheet(laid, strips)) groups.push(await readGroup(look, part))
  const pages = groups.flatMap((group) => group.pages.map((page) => page.filter(isNot(seals))))
  if (!skew.mirrored && (await isMirrored(look, pages.flat())))
    return readSheet(models, raster, signal, { angle: -skew.angle, mirrored: true })
  const watermarks = await watermarksIn(models, look, pages.flat(), signal)
  const sheet = await sheetOf(look, groups, pages, watermarks, firstMs)
  return skew === level ? sheet : { ...sheet, skew }
}

async function sheetOf(
  look: PageRecogniser,
  groups: readonly LineGroup[],
  pages: readonly (readonly PlacedRead[])[],
  watermarks: readonly StripReading[],
  firstMs: number,
): Promise<RecognisedPage> {
  const main = groups.reduce((a, b) => (sizeOf(b.pages) > sizeOf(a.pages) ? b : a), groups[0]!)
  return {
    lines: sheetLines(pages, watermarks, main?.angle ?? 0),
    turned: main ? (((4 - main.direction) % 4) as RecognisedPage['turned']) : 0,
    illegible: await unreadStretches(look, pages, watermarks),
    passes: look.meter.passes(groups.reduce((sum, { leastMs }) => sum + leastMs, firstMs)),
  }
}

/** One box around a page of blurred print, or around each stretch of lines that nobody could read, most of which are lines indeed. */
async function unreadStretches(
  look: PageRecogniser,
  pages: readonly (readonly PlacedRead[])[],
  watermarks: readonly StripReading[],
): Promise<Box[]> {
  const blurred = blurredPrint(look.picture, pages.flat())
  if (blurred) return [blurred]
  const boxes: Box[] = []
  for (const lines of pages.flatMap(illegibleOf)) {
    const unread = (await unreadOf(look, lines)).filter(
      (read) => !watermarks.some((mark) => isSameInk(mark, read)),
    )
    if (unread.length > 0 && 2 * unread.length >= lines.length)
      boxes.push(unread.map(({ strip }) => boxOf(strip)).reduce((one, other) => union(one, other)))
  }
  return boxes
}

function sizeOf(pages: readonly (readonly PlacedRead[])[]): number {
  return pages.flat().length
}

/** The ring of a seal taken for letters. */
function isNot(seals: readonly RasterSeal[]): (read: StripReading) => boolean {
  return ({ strip, reading }) =>
    reading.confidence > 0.75 || !seals.some(({ box }) => overlapShare(boxOf(strip), box) > 0.8)
}
