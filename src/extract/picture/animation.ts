/** Animated GIF and WebP: the frames that differ from all before them. */
import { onGround } from './alpha.js'
import { drawnFrame, type MaybeFrame } from './frames.js'
import { MOST_PIXELS } from './pixels.js'
import { decode, type FrameFacts, type RgbaGrid } from '../../pixels/sharp.js'

/** More distinct frames than this are a film; the rest is a gap. */
export const MOST_FRAMES = 120

export interface Still {
  readonly frame: MaybeFrame
  /** 1-based number in the animation. */
  readonly number: number
  readonly damaged: boolean
}

/** Stops after MOST_FRAMES distinct frames; the last item then says how far it came. */
export async function* stills(bytes: Uint8Array, facts: FrameFacts): AsyncGenerator<Still> {
  const { width, height, frames } = facts
  const atOnce = Math.max(1, Math.floor(MOST_PIXELS / 2 / (width * height)))
  const seen: Uint8Array[] = []
  for (let first = 0; first < frames; first += atOnce) {
    const count = Math.min(atOnce, frames - first)
    const stack = await decodeStack(bytes, first, count)
    if (!stack) {
      yield { frame: null, number: first + 1, damaged: true }
      continue
    }
    for (let index = 0; index < count; index++) {
      const grid = slice(stack.grid, index, height)
      const sign = signature(onGround(grid, 255))
      if (seen.some((other) => isAlike(other, sign))) continue
      seen.push(sign)
      yield { frame: drawnFrame(grid), number: first + index + 1, damaged: stack.damaged }
    }
  }
}

async function decodeStack(
  bytes: Uint8Array,
  frame: number,
  frames: number,
): Promise<{ grid: RgbaGrid; damaged: boolean } | null> {
  try {
    return { grid: await decode(bytes, { frame, frames }), damaged: false }
  } catch {
    const grid = await decode(bytes, { frame, frames, lenient: true }).catch(() => null)
    return grid && { grid, damaged: true }
  }
}

function slice({ width, data }: RgbaGrid, index: number, height: number): RgbaGrid {
  const length = width * height * 4
  return { width, height, data: new Uint8Array(data.subarray(index * length, (index + 1) * length)) }
}

const CELL = 8
/** Change of a cell's mean tone that a stroke of writing makes; dither and compression make less. */
const STROKE = 6

/** Mean red, green and blue of cells of 8 × 8 pixels. */
function signature({ width, height, data }: RgbaGrid): Uint8Array {
  const columns = Math.ceil(width / CELL)
  const cells = columns * Math.ceil(height / CELL)
  const sums = new Float64Array(cells * 3)
  const counts = new Float64Array(cells)
  for (let at = 0, pixel = 0; at < data.length; at += 4, pixel++) {
    const cell = (Math.floor(pixel / width) >> 3) * columns + ((pixel % width) >> 3)
    counts[cell]!++
    for (let part = 0; part < 3; part++) sums[cell * 3 + part]! += data[at + part]!
  }
  return Uint8Array.from(sums, (sum, index) => sum / counts[Math.floor(index / 3)]!)
}

function isAlike(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((tone, cell) => Math.abs(tone - other[cell]!) < STROKE)
}
