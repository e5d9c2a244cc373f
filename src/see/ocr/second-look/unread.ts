/** What looked like print that nobody could read, and turns out to be none: nothing at all, a texture, the back of the sheet. */
import type { PlacedRead } from '../group.js'
import { plainly } from '../look.js'
import type { PageRecogniser } from '../look.js'
import type { RgbaPicture } from '../picture.js'
import type { Strip } from '../strip/strip.js'
import { recognitionTone, throughGlass } from '../paddle/tone.js'
import type { ColourFilter } from '../paddle/tone.js'

/** Lines looked at once more on one page: more are a page that nobody can read. */
const most = 12
/** Rows in which ink is counted, over twice the height of the line, and how many of them make an edge. */
const [rows, band] = [48, 10]
/** Of 255: fainter than this is no ink. */
const faintest = 10
/** Share of ink below which there is nothing to read. */
const bare = 0.06
/** Ink at the edge of a texture against that in it; print has less there, what is cut by a bar or stands on one more. */
const [paler, denser] = [0.66, 1.08]
/** A mirrored reading as sure as this is one. */
const sure = 0.62

/** Of lines that could not be read those that are lines. */
export async function unreadOf(look: PageRecogniser, lines: readonly PlacedRead[]): Promise<PlacedRead[]> {
  const kept: PlacedRead[] = []
  for (const line of lines) {
    const isLine =
      lines.length > most || (isPrint(look.picture, line.strip) && !(await isMirrored(look, line)))
    if (isLine) kept.push(line)
  }
  return kept
}

/** Print has ink, and its edges are unlike its middle; codes and hatchings go on beyond them. */
function isPrint(picture: RgbaPicture, strip: Strip): boolean {
  const light = samplesOf(picture, { ...strip, thickness: 2 * strip.thickness })
  const { black, white } = extremesOf(light)
  const limit = white - Math.max(faintest, (white - black) / 2)
  const columns = light.length / rows
  const ink = Array.from({ length: rows }, (_, row) => {
    const part = light.subarray(row * columns, (row + 1) * columns)
    return part.reduce((sum, value) => sum + (value < limit ? 1 : 0), 0) / columns
  })
  const meanOf = (from: number, to: number): number =>
    ink.slice(from, to).reduce((sum, share) => sum + share, 0) / (to - from)
  const inside = meanOf(rows / 4, (3 * rows) / 4)
  const goesOn = (from: number): boolean => {
    const edge = meanOf(from, from + band)
    return edge > paler * inside && edge < denser * inside
  }
  return inside > bare && !goesOn(rows / 4 - band / 2) && !goesOn((3 * rows) / 4 - band / 2)
}

/** Print that shows through from the back of the sheet reads well from behind. */
async function isMirrored(look: PageRecogniser, { strip, reading }: PlacedRead): Promise<boolean> {
  const glass = extremesOf(samplesOf(look.picture, strip))
  const tone = throughGlass(recognitionTone, glass)
  const behind = await look.read(strip, { ...plainly, squeeze: 1, tone, mirrored: true })
  return behind.reading.confidence > Math.max(sure, reading.confidence)
}

/** Brightness in red light, 0-255, row by row along the strip from its upper edge. */
export function samplesOf({ width, height, rgba }: RgbaPicture, strip: Strip): Uint8Array {
  const columns = Math.max(32, Math.min(480, Math.round((strip.length / strip.thickness) * 24)))
  const light = new Uint8Array(rows * columns)
  const [cos, sin] = [Math.cos(strip.angle), Math.sin(strip.angle)]
  for (let v = 0; v < rows; v++)
    for (let u = 0; u < columns; u++) {
      const along = ((u + 0.5) / columns - 0.5) * strip.length
      const across = ((v + 0.5) / rows - 0.5) * strip.thickness
      const x = Math.max(0, Math.min(width - 1, Math.floor(strip.x + along * cos - across * sin)))
      const y = Math.max(0, Math.min(height - 1, Math.floor(strip.y + along * sin + across * cos)))
      light[v * columns + u] = rgba[4 * (y * width + x)]!
    }
  return light
}

/** Nearly the darkest and nearly the lightest of the samples: ink and paper. */
export function extremesOf(light: Uint8Array): ColourFilter {
  const sorted = light.slice().sort()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!
  return { black: at(0.02), white: Math.max(at(0.02) + 1, at(0.75)) }
}
