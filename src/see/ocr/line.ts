/** From a strip and its reading to a line of the sheet. */
import type { OcrLine } from '../../types.js'
import type { StripReading } from './look.js'
import { boxOf, isUpended } from './strip/strip.js'

/** `standing`: upright characters in a column that runs down. */
export function lineOf({ strip, reading }: StripReading, standing = false): OcrLine {
  return {
    text: reading.text,
    box: boxOf(strip),
    confidence: reading.confidence,
    columns: columnsOf({ strip, reading }),
    ...(standing && { vertical: true }),
  }
}

/**
 * Start and end of each character on the raster axis the line runs along: x, or y where it runs down or up.
 * For text that stands on its head the values fall.
 */
function columnsOf({ strip, reading }: Pick<StripReading, 'strip' | 'reading'>): Float32Array {
  const upended = isUpended(strip)
  const slope = upended ? Math.sin(strip.angle) : Math.cos(strip.angle)
  const middle = upended ? strip.y : strip.x
  return reading.spans.map((at) => middle + (at - 0.5) * strip.length * slope)
}
