/** Looks closer where type is too small for the first look: a page in a screenshot, a tiny mark in a corner. */
import { levelBox } from '../strip/level.js'
import type { TextDetection } from '../paddle/detect.js'
import type { PageRecogniser } from '../look.js'
import type { RgbaPicture, Window } from '../picture.js'
import { boxOf } from '../strip/strip.js'
import type { Strip } from '../strip/strip.js'
import { tighten } from '../strip/tighten.js'
import type { Box } from '../../../types.js'
import { overlapShare, union } from '../../../plane/box.js'

/** Lines lower than this many detector pixels were barely seen. */
const low = 10
/** Detector pixels around a small line or a hint in which there may be more of them. */
const around = 32
/** How much closer each look goes, and no closer than this scale. */
const step = 2.4
const closest = 1.5

/** The strips with those of small type found again, as often as it takes. `scale`: of the look that found them. */
export async function lookCloser(
  look: PageRecogniser,
  finding: TextDetection,
  scale: number,
): Promise<Strip[]> {
  const closer = Math.min(closest, scale * step)
  if (closer < 1.3 * scale) return [...finding.strips]
  const small = finding.strips.filter((strip) => heightOf(look.picture, strip) * scale < low)
  let kept = [...finding.strips]
  for (const box of clusters([...small.map(boxOf), ...finding.hints], around / scale)) {
    look.meter.tried('closer')
    const window = windowOf(box, look.picture)
    const strips = await lookCloser(look, await look.find(window, closer), closer)
    const plain = kept.filter((strip) => !small.includes(strip))
    const fresh = strips.filter(
      (strip) => !isCut(strip, window, look.picture) && !plain.some((old) => isSame(old, strip)),
    )
    kept = [...kept.filter((old) => !fresh.some((strip) => isSame(old, strip))), ...fresh]
  }
  return kept
}

function heightOf(picture: RgbaPicture, strip: Strip): number {
  const { thickness, length } = tighten(picture, strip)
  return Math.min(thickness, length)
}

/** Boxes grown by `margin`; those that meet become one. */
function clusters(boxes: readonly Box[], margin: number): Box[] {
  let rest: Box[] = boxes.map(([x, y, w, h]) => [x - margin, y - margin, w + 2 * margin, h + 2 * margin])
  const done: Box[] = []
  while (rest.length > 0) {
    let cluster = rest.pop()!
    for (let met = true; met;) {
      const meeting = rest.filter((box) => overlapShare(box, cluster) > 0)
      met = meeting.length > 0
      cluster = meeting.reduce(union, cluster)
      rest = rest.filter((box) => !meeting.includes(box))
    }
    done.push(cluster)
  }
  return done
}

function windowOf([x, y, width, height]: Box, picture: RgbaPicture): Window {
  const left = Math.max(0, Math.floor(x))
  const top = Math.max(0, Math.floor(y))
  const right = Math.min(picture.width, Math.ceil(x + width))
  const bottom = Math.min(picture.height, Math.ceil(y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** Touches a border of the window that is not one of the picture. */
function isCut(strip: Strip, window: Window, picture: RgbaPicture): boolean {
  const [x, y, width, height] = boxOf(strip)
  const air = 2
  return (
    (x < window.x + air && window.x > 0) ||
    (y < window.y + air && window.y > 0) ||
    (x + width > window.x + window.width - air && window.x + window.width < picture.width) ||
    (y + height > window.y + window.height - air && window.y + window.height < picture.height)
  )
}

function isSame(a: Strip, b: Strip): boolean {
  return overlapShare(levelBox(a, b.angle), levelBox(b, b.angle)) > 0.3
}
