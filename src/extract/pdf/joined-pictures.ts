/** Pictures that make one picture together: a scan kept in strips, a mark cut in slices, one picture a character. */
import type { Box } from '../../types.js'
import type { Engine } from './engine.js'
import { isLegible } from './legible.js'
import { type PageObject, pixelSize } from './objects.js'
import { overlapAlong, type Axis, union } from '../../plane/box.js'

export interface JoinedPicture {
  readonly box: Box
  readonly members: readonly PageObject[]
  /** In the file, all members together. */
  readonly pixels: number
}

/** In points: edges this near to one another meet. */
const meeting = 1
/** In points: what is larger is no picture of a character. */
const largestCharacter = 60
/** Of the higher one's height: gaps between letters that are set apart. */
const widestGap = 1
/** Of the shorter side, that must lie beside the other. */
const [beside, edge] = [0.5, 0.5]
/** In points; pictures meet only those that reach into the same cell. */
const cell = 24
/** Pictures joined on one page, and cells they reach into; a page with more is a mosaic. */
const [most, mostCells] = [20_000, 400_000]

/** `images`: all of a page that show. Pictures that stand alone are joined with nobody. */
export function joinedPictures(engine: Engine, images: readonly PageObject[]): JoinedPicture[] {
  const roots = images.map((_, index) => index)
  const rootOf = (index: number): number => {
    while (roots[index] !== index) index = roots[index] = roots[roots[index]!]!
    return index
  }
  if (images.length > 1 && images.length <= most) {
    forNeighbours(images, (one, other) => {
      const [mine, its] = [rootOf(one), rootOf(other)]
      if (mine !== its && belong(images[one]!.box, images[other]!.box)) roots[its] = mine
    })
  }
  const groups = new Map<number, PageObject[]>()
  images.forEach((image, index) => {
    const root = rootOf(index)
    const group = groups.get(root)
    if (group) group.push(image)
    else groups.set(root, [image])
  })
  return [...groups.values()]
    .map((members) => joined(engine, members))
    .filter((group) => mayCarryText(engine, group))
}

function joined(engine: Engine, members: readonly PageObject[]): JoinedPicture {
  const pixels = members.reduce((sum, { handle }) => {
    const [width, height] = pixelSize(engine, handle)
    return sum + width * height
  }, 0)
  return { box: members.map(({ box }) => box).reduce(union), members, pixels }
}

/** One by itself is as large as it says; of several only how fine they are together counts. */
function mayCarryText(engine: Engine, { box, members, pixels }: JoinedPicture): boolean {
  if (!isLegible(box)) return false
  const [first] = members
  if (members.length === 1) return isLegible([0, 0, ...pixelSize(engine, first!.handle)], 1)
  return isLegible(box, Math.sqrt(pixels / (box[2] * box[3] || 1)))
}

function forNeighbours(images: readonly PageObject[], meet: (one: number, other: number) => void): void {
  const cells = new Map<number, number[]>()
  let reached = 0
  images.forEach(({ box: [x, y, width, height] }, index) => {
    const [left, right] = [Math.floor((x - meeting) / cell), Math.floor((x + width + meeting) / cell)]
    const [top, bottom] = [Math.floor((y - meeting) / cell), Math.floor((y + height + meeting) / cell)]
    reached += (right - left + 1) * (bottom - top + 1)
    if (!(reached <= mostCells)) return
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const key = row * 65_536 + column
        const list = cells.get(key)
        if (!list) cells.set(key, [index])
        else {
          // The nearest in drawing order are the likeliest neighbours; a pile of pictures is not worth more.
          for (const other of list.slice(-16)) meet(other, index)
          list.push(index)
        }
      }
  })
}

function belong(one: Box, other: Box): boolean {
  return meet(one, other, 0) || meet(one, other, 1) || areLetters(one, other, 0) || areLetters(one, other, 1)
}

/** Where one ends along `axis` the other begins, over most of its side. */
function meet(one: Box, other: Box, axis: Axis): boolean {
  const across = axis === 0 ? 1 : 0
  const gap = -overlapAlong(axis, one, other)
  const shorter = Math.min(one[axis + 2]!, other[axis + 2]!)
  return (
    gap <= meeting &&
    gap > -Math.max(meeting, 0.3 * shorter) &&
    overlapAlong(across, one, other) > edge * Math.min(one[across + 2]!, other[across + 2]!)
  )
}

/** Two small pictures beside one another on a line. */
function areLetters(one: Box, other: Box, axis: Axis): boolean {
  const across = axis === 0 ? 1 : 0
  const [mine, its] = [one[across + 2]!, other[across + 2]!]
  if (Math.max(one[2], one[3], other[2], other[3]) > largestCharacter) return false
  return (
    -overlapAlong(axis, one, other) <= widestGap * Math.max(mine, its) &&
    overlapAlong(across, one, other) > beside * Math.min(mine, its) &&
    Math.max(mine, its) < 4 * Math.min(mine, its)
  )
}
