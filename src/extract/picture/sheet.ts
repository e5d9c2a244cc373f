/** One frame as pages: decoded, upright, on white, and once more where transparency hides something. */
import { Uninspectable } from '../../errors.js'
import { at } from '../../place.js'
import type { Box, HiddenBy, Page, Piece, Place, Work } from '../../types.js'
import { onGround, veiled } from './alpha.js'
import type { PictureFrame } from './frames.js'
import { pixelsOf, type Reread } from './pixels.js'
import { shapeOf, storedBox, storedSize, type PictureShape } from './shape.js'
import { stretch, turn, type RgbaGrid } from '../../pixels/sharp.js'

/** Most pixels of a picture that cannot be decoded row by row (512 MB as RGBA). */
const MOST_WHOLE = 128_000_000
const SHORTEST = 10
const SHORTEST_LONGER = 24
/** Deep pictures that come out darker than this use only part of their range. */
const DIM = 64

export interface PageNumbering {
  readonly number: number
  readonly of: number
  readonly label?: string
}

export async function* sheet(
  frame: PictureFrame,
  place: Place,
  numbering: PageNumbering,
  work: Work,
): AsyncGenerator<Piece> {
  const { width: wide, height: high, orientation } = frame.facts
  const shape = shapeOf([wide, high], orientation, frame.stretch)
  const here = placeOfSheet(place, shape, numbering)
  if (Math.max(wide, high) < SHORTEST_LONGER || Math.min(wide, high) < SHORTEST) {
    yield {
      kind: 'inert',
      place: here,
      detail: { code: 'picture.tiny', args: { width: wide, height: high } },
    }
    return
  }
  charge(frame, work)
  const { grid, damaged } = await decodeKindly(frame, shape)
  if (!grid) {
    yield broken(place, numbering)
    return
  }
  if (shape.held[0] < wide) yield reduced(shape)
  const hidden = frame.facts.alpha ? veiled(grid) : null
  const upright = await turn(frame.facts.alpha ? onGround(grid, 255) : grid, orientation)
  yield { kind: 'page', page: pageOf(upright, shape, here, numbering, rereading(frame, shape)) }
  if (hidden) {
    yield { kind: 'note', detail: { code: 'picture.veiled' } }
    const veil = at(here, { label: 'alpha' })
    yield {
      kind: 'page',
      page: pageOf(await turn(hidden, orientation), shape, veil, numbering, undefined, 'transparent'),
    }
  }
  if (damaged) yield { kind: 'gap', cause: 'corrupt', place: here, detail: { code: 'picture.damaged' } }
}

export function broken(place: Place, { number, of }: PageNumbering): Piece {
  const here = of > 1 ? at(place, { page: number }) : place
  return {
    kind: 'gap',
    cause: 'corrupt',
    place: here,
    detail: { code: 'picture.frame-broken', args: { page: number } },
  }
}

function placeOfSheet(
  place: Place,
  { width, height }: PictureShape,
  { number, of, label }: PageNumbering,
): Place {
  return at(place, { pageSize: [width, height], ...(of > 1 && { page: number }), ...(label && { label }) })
}

function charge({ facts: { width, height }, whole }: PictureFrame, work: Work): void {
  work.budget.spend('pixels', width * height)
  if (!whole || width * height <= MOST_WHOLE) return
  throw new Uninspectable('limit', {
    code: 'picture.too-large',
    args: { width, height, limit: MOST_WHOLE / 1e6 },
  })
}

async function decodeKindly(
  frame: PictureFrame,
  shape: PictureShape,
): Promise<{ grid: RgbaGrid | null; damaged: boolean }> {
  const { deep } = frame.facts
  const wish = { size: shape.held }
  const finish = async (grid: RgbaGrid) => (deep && isDim(grid) ? stretch(grid) : grid)
  try {
    return { grid: await finish(await frame.decode(wish)), damaged: false }
  } catch (error) {
    if (error instanceof Uninspectable) throw error
    const grid = await frame.decode({ ...wish, lenient: true }).catch(() => null)
    return { grid: grid && (await finish(grid)), damaged: true }
  }
}

function isDim({ data }: RgbaGrid): boolean {
  return data.every((value, index) => value < DIM || index % 4 === 3)
}

/** Only pictures too large to be held whole are decoded again for detail. */
function rereading(frame: PictureFrame, shape: PictureShape): Reread | undefined {
  if (shape.held[0] >= shape.stored[0]) return undefined
  return async (box: Box, size) => {
    const wish = { region: storedBox(shape, box), size: storedSize(shape, size) }
    const grid = await frame.decode(wish).catch(() => frame.decode({ ...wish, lenient: true }))
    return turn(onGround(grid, 255), shape.orientation)
  }
}

function reduced({ stored: [width, height], held }: PictureShape): Piece {
  const percent = Math.round((held[0] / width) * 100)
  return { kind: 'note', detail: { code: 'picture.reduced', args: { width, height, percent } } }
}

function pageOf(
  grid: RgbaGrid,
  shape: PictureShape,
  place: Place,
  numbering: PageNumbering,
  reread?: Reread,
  hiddenBy?: HiddenBy,
): Page {
  const { width, height } = shape
  return {
    place,
    width,
    height,
    lines: [],
    marks: [],
    reading: 'pixels',
    pixels: pixelsOf(grid, width, height, reread),
    ...(hiddenBy && { hiddenBy }),
    number: numbering.number,
    of: numbering.of,
  }
}
