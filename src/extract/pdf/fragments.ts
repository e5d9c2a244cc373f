/** Letters made of many small drawings: single strokes as drawing programs plot them, little rectangles, dots. */
import type { Box } from '../../types.js'
import type { Outlines } from './outlines.js'
import { union } from '../../plane/box.js'

/** In points: a longer stroke belongs to a table, a chart or a frame. */
const longest = 72
/** In points; what reaches into the same or the next cell belongs to one shape. */
const cell = 2
/** Cells on one side of the page looked at: 8,000 points. */
const mostCells = 4_000
/** In points: type lower or higher than this is not looked for among strokes. */
const [lowest, highest] = [4, 120]
/** Strokes in a shape that is a Han character and not a marker, a box or a cross, and of a whole word. */
const [ofCharacter, ofWord] = [4, 24]
/** A word whose characters touch is this much longer than high. */
const wordly = 1.6
/** Most difference of heights, and most distance of centres in heights, of two characters of one word. */
const [likeness, reach] = [1.7, 2.4]
/** Shapes weighed against one another; more are looked at as one place, by what they look like together. */
const mostShapes = 20_000

/** A small drawing: where it stands, and its position in drawing order. */
export interface Fragment {
  readonly box: Box
  readonly order: number
}

interface Shape {
  box: Box
  orders: number[]
}

export function fragmentedText(drawings: readonly Fragment[]): Outlines[] {
  const fragments = drawings.filter(({ box }) => isFragment(box))
  if (fragments.length < ofWord) return []
  const shapes = shapesOf(fragments).filter(({ box }) => isOfType(box))
  if (shapes.length > mostShapes) return [together(shapes)]
  return wordsOf(shapes).filter(isWord)
}

function together(shapes: readonly Shape[]): Outlines {
  const orders: number[] = []
  for (const shape of shapes) for (const order of shape.orders) orders.push(order)
  return { box: shapes.map(({ box }) => box).reduce(union), orders }
}

/** On the page, and short enough to be a part of a letter. */
export function isFragment([x, y, width, height]: Box): boolean {
  return Math.max(width, height) <= longest && x >= 0 && y >= 0 && Math.max(x, y) < cell * mostCells
}

function isOfType([, , width, height]: Box): boolean {
  return Math.max(width, height) >= lowest && Math.min(width, height) <= highest
}

/** Fragments joined where their boxes reach into neighbouring cells. */
function shapesOf(fragments: readonly Fragment[]): Shape[] {
  const roots = fragments.map((_, index) => index)
  const rootOf = (index: number): number => {
    while (roots[index] !== index) index = roots[index] = roots[roots[index]!]!
    return index
  }
  const owners = new Map<number, number>()
  fragments.forEach(({ box: [x, y, width, height] }, index) => {
    const [right, bottom] = [Math.floor((x + width) / cell), Math.floor((y + height) / cell)]
    for (let row = Math.floor(y / cell); row <= bottom; row++)
      for (let column = Math.floor(x / cell); column <= right; column++) {
        const key = row * mostCells + column
        const owner = owners.get(key)
        if (owner === undefined) owners.set(key, index)
        else roots[rootOf(owner)] = rootOf(index)
      }
  })
  const shapes = new Map<number, Shape>()
  fragments.forEach(({ box, order }, index) => {
    const root = rootOf(index)
    const shape = shapes.get(root)
    if (!shape) shapes.set(root, { box, orders: [order] })
    else {
      shape.box = union(shape.box, box)
      shape.orders.push(order)
    }
  })
  return [...shapes.values()]
}

interface Word extends Shape {
  /** Shapes of so many strokes that they may be Han characters. */
  characters: number
  /** Strokes of the shape that has most. */
  largest: number
}

function wordsOf(shapes: readonly Shape[]): Word[] {
  const sorted = [...shapes].sort((one, other) => middleOf(one.box) - middleOf(other.box))
  const taken = new Uint8Array(sorted.length)
  return sorted.flatMap((first, start): Word[] => {
    if (taken[start]) return []
    const word: Word = { box: first.box, orders: [], characters: 0, largest: 0 }
    const waiting = [start]
    taken[start] = 1
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      add(word, sorted[at]!)
      for (const other of besides(sorted, at)) {
        if (taken[other]) continue
        taken[other] = 1
        waiting.push(other)
      }
    }
    return [word]
  })
}

function add(word: Word, { box, orders }: Shape): void {
  word.box = union(word.box, box)
  for (const order of orders) word.orders.push(order)
  if (orders.length >= ofCharacter) word.characters++
  word.largest = Math.max(word.largest, orders.length)
}

/** Places in `sorted` of the shapes beside one, found by walking to both sides of it. */
function* besides(sorted: readonly Shape[], at: number): Generator<number> {
  const { box } = sorted[at]!
  const furthest = reach * likeness * Math.max(box[2], box[3])
  for (const step of [-1, 1])
    for (let other = at + step; other >= 0 && other < sorted.length; other += step) {
      if (Math.abs(middleOf(sorted[other]!.box) - middleOf(box)) > furthest) break
      if (areBeside(box, sorted[other]!.box)) yield other
    }
}

const middleOf = ([x, , width]: Box): number => x + width / 2

/** Whatever way the line runs. */
function areBeside(one: Box, other: Box): boolean {
  const [mine, its] = [Math.max(one[2], one[3]), Math.max(other[2], other[3])]
  const size = Math.max(mine, its)
  if (size > likeness * Math.min(mine, its)) return false
  const down = one[1] + one[3] / 2 - other[1] - other[3] / 2
  return Math.hypot(middleOf(one) - middleOf(other), down) < reach * size
}

function isWord({ box: [, , width, height], orders, characters, largest }: Word): boolean {
  if (orders.length < ofWord) return false
  const isLong = Math.max(width, height) > wordly * Math.min(width, height)
  return characters >= 2 || (largest >= ofWord && isLong)
}
