/** Reads what seals were stamped over, looking through the red. */
import { levelBox, stripIn } from '../strip/level.js'
import type { PageRecogniser } from '../look.js'
import type { RgbaPicture, Window } from '../picture.js'
import type { RasterSeal } from './seals.js'
import { boxOf } from '../strip/strip.js'
import type { Strip } from '../strip/strip.js'
import { detectionTone, throughGlass } from '../paddle/tone.js'
import type { ColourFilter } from '../paddle/tone.js'
import type { Box } from '../../../types.js'
import { grown, overlapAlong, overlapShare, union } from '../../../plane/box.js'
import { median, quantile } from '../../../plane/quantile.js'

/** Detector pixels across a seal, at which the type it covers is seen well; and no closer than this. */
const across = 224
const closest = 1.5
/** Most detector pixels a closer look may take. */
const most = 120_000
/** Ink that stays through the glass, as a share of all ink of a line: red type leaves but a shadow. */
const stays = 0.15

/** A strip shorter than this share of the one it would replace is a scrap of it. */
const scrap = 0.5

/**
 * The strips with those under seals found again without the red; what only the red shows stays.
 * `scale`: detector pixels per raster pixel.
 */
export async function beneathSeals(
  look: PageRecogniser,
  strips: readonly Strip[],
  seals: readonly RasterSeal[],
  scale: number,
): Promise<Strip[]> {
  let kept = [...strips]
  for (const { box: seal, glass } of seals) {
    const under = kept.filter((strip) => reachesInto(strip, seal))
    const beside = kept.filter((strip) => reachesInto(strip, withRoom(seal, strip)))
    const reach = beside.map(boxOf).reduce(union, seal)
    look.meter.tried('seal')
    const window = windowOf(reach, look.picture)
    const near = Math.max(scale, scaleFor(seal, window))
    const found = (await look.find(window, near, throughGlass(detectionTone, glass))).strips
    for (const strip of found.filter((one) => reachesInto(one, seal) && isPrint(look.picture, one, glass))) {
      const same = kept.filter((other) => isSame(other, strip))
      // A longer line was cut off by the window: it stays as it was.
      if (same.some((other) => !under.includes(other) && other.length > 1.2 * strip.length)) continue
      // A scrap of a line that the glass made too pale is no better than the line.
      if (same.some((other) => strip.length < scrap * Math.max(other.length, other.thickness))) continue
      kept = [...kept.filter((other) => !same.includes(other)), { ...strip, glass }]
    }
  }
  return kept
}

function scaleFor([, , wide, high]: Box, { width, height }: Window): number {
  return Math.min(closest, across / Math.max(wide, high), Math.sqrt(most / (width * height)))
}

/** With room for a character that its ring cut off the strip. */
function withRoom(box: Box, strip: Strip): Box {
  return grown(box, 0.7 * Math.min(strip.thickness, strip.length))
}

/** The seal covers more than the fringe of the strip. */
function reachesInto(strip: Strip, seal: Box): boolean {
  const line = levelBox(strip, strip.angle)
  const round = levelBox(stripIn(seal, 0, 1), strip.angle)
  const [width, height] = [overlapAlong(0, line, round), overlapAlong(1, line, round)]
  return Math.min(width, height) > 0.25 * Math.min(strip.thickness, strip.length)
}

/** Whether what is left through the glass is print and not the shadow of red type. */
function isPrint(picture: RgbaPicture, strip: Strip, { black, white }: ColourFilter): boolean {
  const [left, top, width, height] = boxOf(strip)
  const reds: number[] = []
  const greens: number[] = []
  for (let y = Math.max(0, top); y < Math.min(picture.height, top + height); y += 1.5)
    for (let x = Math.max(0, left); x < Math.min(picture.width, left + width); x += 1.5) {
      const at = 4 * (Math.floor(y) * picture.width + Math.floor(x))
      reds.push(picture.rgba[at]!)
      greens.push(picture.rgba[at + 1]!)
    }
  const paper = quantile(greens, 0.8, 255)
  const ink = greens.filter((green) => green < paper - 60).length
  const dark = reds.filter((red) => red < black + 0.7 * (white - black)).length
  return dark > stays * ink
}

/** Compared along the line: upright boxes around slanting lines overlap their neighbours. */
function isSame(a: Strip, b: Strip): boolean {
  return overlapShare(levelBox(a, b.angle), levelBox(b, b.angle)) > 0.3
}

/** Median thickness. */
export function usualHeight(strips: readonly Strip[]): number {
  return median(
    strips.map((strip) => Math.min(strip.thickness, strip.length)),
    24,
  )
}

/** The box with a little air, in whole pixels inside the picture. */
function windowOf([x, y, width, height]: Box, picture: RgbaPicture): Window {
  const air = 16
  const left = Math.max(0, Math.floor(x - air))
  const top = Math.max(0, Math.floor(y - air))
  return {
    x: left,
    y: top,
    width: Math.min(picture.width, Math.ceil(x + width + air)) - left,
    height: Math.min(picture.height, Math.ceil(y + height + air)) - top,
  }
}
