/** Reads what stands large or light under, over or between the print, at any angle: watermarks and stamps. */
import { readAnyWay } from '../second-look/any-way.js'
import { drawn, strokesIn } from './broad-strokes.js'
import type { InkStroke } from './broad-strokes.js'
import { openLook } from '../look.js'
import type { PageRecogniser, OcrModels, StripReading } from '../look.js'
import { wholeOf } from '../picture.js'
import { boxOf } from '../strip/strip.js'
import type { Strip } from '../strip/strip.js'
import { layerWithoutPrint } from './layer.js'
import type { Box } from '../../../types.js'
import { overlapShare } from '../../../plane/box.js'

/** Detector pixels per cell of the layer: letters of 25 cells and up are seen; and of very large ones. */
const [scale, coarser] = [0.75, 0.3]
/** Letters higher than this many cells are looked at from farther off too. */
const large = 130
/** Strips read, the largest first. */
const most = 12
/** A reading of the layer is believed from here. */
const sure = 0.8
/** A line read as well as this needs no second look. */
const known = 0.8

/**
 * Lines of letters in the layer without print, in raster pixels. `reads`: what the page's own look read. Costs a
 * detection and a few short lines where there is such ink, a pass over the pixels where there is none.
 */
export async function watermarksIn(
  models: OcrModels,
  look: PageRecogniser,
  reads: readonly StripReading[],
  signal: AbortSignal,
): Promise<StripReading[]> {
  const layer = layerWithoutPrint(look.picture)
  const lines = reads.filter(isKnown).map(({ strip }) => strip)
  const strokes = strokesIn(layer, (box) => lines.some((line) => isWithin(box, line)))
  if (strokes.length === 0) return []
  look.meter.tried('watermark')
  const closer = openLook(models, { picture: drawn(layer, strokes), stars: [] }, look.meter, signal)
  const found: StripReading[] = []
  for (const strip of await stripsIn(closer, strokes, layer.cell)) {
    const read = await readAnyWay(closer, strip)
    if (isText(read)) found.push({ ...read, strip: enlarged(read.strip, layer.cell) })
  }
  return surest(found)
}

async function stripsIn(look: PageRecogniser, strokes: readonly InkStroke[], cell: number): Promise<Strip[]> {
  const { strips } = await look.find(wholeOf(look.picture), scale)
  const highest = Math.max(...strokes.map(({ box }) => Math.min(box[2], box[3]) / cell))
  const far = highest > large ? (await look.find(wholeOf(look.picture), coarser)).strips : []
  const area = ({ length, thickness }: Strip): number => length * thickness
  return [...strips, ...far].sort((a, b) => area(b) - area(a)).slice(0, most)
}

/** A letter alone may be a piece of a large one, read across. */
function isKnown({ reading }: StripReading): boolean {
  return reading.confidence > known && reading.text.length > 1
}

/** The box lies in the strip, as a stroke of print does in its line. */
function isWithin(box: Box, strip: Strip): boolean {
  if (Math.min(box[2], box[3]) > 1.2 * Math.min(strip.thickness, strip.length)) return false
  const [dx, dy] = [box[0] + box[2] / 2 - strip.x, box[1] + box[3] / 2 - strip.y]
  const [cos, sin] = [Math.cos(strip.angle), Math.sin(strip.angle)]
  return (
    Math.abs(dx * cos + dy * sin) < 0.6 * strip.length &&
    Math.abs(dy * cos - dx * sin) < 0.6 * strip.thickness
  )
}

function isText({ reading: { text, confidence } }: StripReading): boolean {
  return confidence >= sure && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 1
}

function enlarged(strip: Strip, cell: number): Strip {
  return {
    ...strip,
    x: strip.x * cell,
    y: strip.y * cell,
    length: strip.length * cell,
    thickness: strip.thickness * cell,
  }
}

/** Of readings of the same letters the longest, the surest among equals. */
function surest(reads: readonly StripReading[]): StripReading[] {
  const kept: StripReading[] = []
  const weight = ({ reading }: StripReading): number => reading.text.length + reading.confidence
  for (const read of [...reads].sort((a, b) => weight(b) - weight(a)))
    if (!kept.some((other) => overlapShare(boxOf(other.strip), boxOf(read.strip)) > 0.6)) kept.push(read)
  return kept
}
