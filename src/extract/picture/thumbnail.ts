/** Whether a thumbnail shows the picture it belongs to, or an earlier state of it. */
import { decode, lookAt, resample, type RgbaGrid } from '../../pixels/sharp.js'

const SIDE = 32
/** Mean difference of tones over 32 × 32 cells; re-compression and sharpening stay below. */
const CLEARLY = 20

/** Both as stored, before orientation. A thumbnail may be letter-boxed or cropped to 4:3. Unreadable: not alike. */
export async function isAlike(thumbnail: Uint8Array, picture: Uint8Array): Promise<boolean> {
  try {
    const small = await decode(thumbnail, { lenient: true })
    const { width, height } = await lookAt(picture)
    const whole = await decode(picture, { size: fitted(width, height), lenient: true })
    const views = [
      [small, whole],
      [await middle(small, width / height), whole],
      [small, await middle(whole, small.width / small.height)],
    ] as const
    const differences = await Promise.all(views.map(([one, other]) => difference(one, other)))
    return Math.min(...differences) < CLEARLY
  } catch {
    return false
  }
}

/** The size at which the longer side has 256 pixels. */
function fitted(width: number, height: number): [number, number] {
  const scale = Math.min(1, 256 / Math.max(width, height))
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}

/** The largest middle part with the given ratio of width to height. */
async function middle(grid: RgbaGrid, ratio: number): Promise<RgbaGrid> {
  const width = Math.max(1, Math.min(grid.width, Math.round(grid.height * ratio)))
  const height = Math.max(1, Math.min(grid.height, Math.round(grid.width / ratio)))
  return resample(
    grid,
    [(grid.width - width) >> 1, (grid.height - height) >> 1, width, height],
    [width, height],
  )
}

async function difference(one: RgbaGrid, other: RgbaGrid): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((grid) => resample(grid, [0, 0, grid.width, grid.height], [SIDE, SIDE])),
  )
  let sum = 0
  for (let at = 0; at < a!.data.length; at += 4) sum += Math.abs(tone(a!.data, at) - tone(b!.data, at))
  return sum / (SIDE * SIDE)
}

const tone = (data: Uint8Array, at: number) => (data[at]! * 2 + data[at + 1]! * 5 + data[at + 2]!) / 8
