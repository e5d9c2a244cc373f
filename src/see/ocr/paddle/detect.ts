/** Finds lines of text in a region of a picture with the DB detector. */
import { hullOf, smallestRectangle } from '../strip/hull.js'
import { openPatchFinder } from '../strip/components.js'
import type { InkComponent } from '../strip/components.js'
import type { RgbaPicture } from '../picture.js'
import { planesOf } from './resample.js'
import type { Tone } from './tone.js'
import type { ModelOutput } from './session.js'
import { boxOf } from '../strip/strip.js'
import type { Strip } from '../strip/strip.js'
import type { Plan, Tile } from '../paper/tiles.js'
import type { Box } from '../../../types.js'

/** Above this a pixel counts as text; PP-OCR's own value. */
const pixelThreshold = 0.3
/** A box below this mean is dropped; PP-OCR has 0.6, which loses lines under seals. */
const boxThreshold = 0.45
/** The detector answers with a shrunken kernel of each line; this grows it back. */
const unclipRatio = 1.6

/** Lines, and places where something like text was too small or too faint to be called a line. */
export interface TextDetection {
  readonly strips: readonly Strip[]
  /** In raster pixels. */
  readonly hints: readonly Box[]
}

/** Runs the detector on planes [3, height, width]; the answer is the text probability of every pixel. */
export type Detector = (planes: Float32Array, height: number, width: number) => Promise<ModelOutput>

/**
 * Strips in raster pixels. The answers of the tiles are laid side by side before lines are looked for,
 * so a line on a seam is one line. Only one row of tiles is held at a time.
 */
export async function detect(
  run: Detector,
  picture: RgbaPicture,
  plan: Plan,
  tone: Tone,
): Promise<TextDetection> {
  const finder = openPatchFinder(pixelThreshold)
  for (const row of plan.rows) {
    const { y, height } = row[0]!.keep
    const band = new Float32Array(plan.width * height)
    for (const tile of row) {
      const planes = planesOf(picture, windowOf(plan, tile), tile.width, tile.height, tone)
      lay(band, plan.width, y, tile, (await run(planes, tile.height, tile.width)).data)
    }
    for (let at = 0; at < height; at++) finder.row(band, at * plan.width, plan.width)
  }
  const strips: Strip[] = []
  const hints: Box[] = []
  for (const patch of finder.patches()) {
    const { strip, sure } = stripOf(patch)
    if (sure) strips.push(placed(strip, plan))
    else if (patch.pixels > 2) hints.push(boxOf(placed(strip, plan)))
  }
  return { strips, hints }
}

function windowOf(plan: Plan, tile: Tile): { x: number; y: number; width: number; height: number } {
  return {
    x: plan.window.x + tile.x / plan.sx,
    y: plan.window.y + tile.y / plan.sy,
    width: tile.width / plan.sx,
    height: tile.height / plan.sy,
  }
}

/** Copies the part of a tile's answer that counts into the band of its row. */
function lay(band: Float32Array, width: number, top: number, tile: Tile, answer: Float32Array): void {
  const { keep } = tile
  for (let y = keep.y; y < keep.y + keep.height; y++) {
    const from = (y - tile.y) * tile.width + keep.x - tile.x
    band.set(answer.subarray(from, from + keep.width), (y - top) * width + keep.x)
  }
}

/** A patch as a line in detector pixels, grown to the full height of the type; and whether it surely is one. */
function stripOf(patch: InkComponent): { strip: Strip; sure: boolean } {
  const score = patch.sum / patch.pixels
  const { x, y, width, height, angle } = smallestRectangle(hullOf(patch.points))
  // Pixel centres span one less than the pixels they stand for.
  const [w, h] = [width + 1, height + 1]
  const growth = (w * h * unclipRatio) / (w + h)
  const strip = { x: x + 0.5, y: y + 0.5, length: w + growth, thickness: h + growth, angle, score }
  return { strip, sure: patch.pixels >= 6 && Math.min(w, h) >= 2 && score >= boxThreshold }
}

function placed(strip: Strip, plan: Plan): Strip {
  const scale = Math.sqrt(plan.sx * plan.sy)
  return {
    ...strip,
    x: plan.window.x + strip.x / plan.sx,
    y: plan.window.y + strip.y / plan.sy,
    length: strip.length / scale,
    thickness: strip.thickness / scale,
  }
}
