/** Pictures of the places of findings, as a person sees them, with personal data painted out. */
import { innermost, trail, turnBox } from '../place.js'
import type { Box, Hit, Page, Picture } from '../types.js'
import { encode } from './encode.js'
import { paintOut } from './paint-out.js'
import { stripRegion, within } from './region.js'
import { overlapArea } from '../plane/box.js'

export type StripKind = 'strip' | 'page'

/** One reading of a page: what was found in it, and where it holds personal data, in units of that reading. */
export interface PageHits {
  readonly page: Page
  readonly hits: readonly Hit[]
  readonly personal: readonly Box[]
}
export interface Strips {
  /**
   * The hits of each reading, the first places of each rule with their picture. `page` is the page as it came
   * from its file, the readings are that page, turned upright where OCR had to. Throws what rendering throws.
   */
  draw(page: Page, readings: readonly PageHits[]): Promise<readonly (readonly Hit[])[]>
}

/** Pictures for one rule of one document; the text beside them tells how many places there are. */
export const MOST_PLACES = 3
const MOST_WIDTH = 900
const MOST_PIXELS = 1_500_000
const mostBytes = { strip: 60_000, page: 240_000 } as const

export function openStrips(kind: StripKind): Strips {
  const drawn = new Map<string, number>()
  return {
    async draw(page, readings) {
      const secrets = readings.flatMap((reading) =>
        reading.personal.map((box) => asStored(box, reading.page)),
      )
      const told: ToldHit[] = []
      const all: Hit[][] = []
      for (const reading of readings) {
        const hits: Hit[] = []
        for (const hit of reading.hits) {
          const box = placeToShow(page, hit)
          const fresh = box && isFresh(hit, box, told, drawn)
          hits.push(fresh ? { ...hit, picture: await picture(page, reading.page, box, secrets, kind) } : hit)
        }
        all.push(hits)
      }
      return all
    },
  }
}

interface ToldHit {
  readonly key: string
  readonly box: Box
}

/** What a person sees of covered text is its cover; of hidden colours, or of what is cropped away, nothing: no picture. */
function placeToShow(page: Page, hit: Hit): Box | null {
  if (!page.pixels || !page.width || !page.height || page.hiddenBy) return null
  if (hit.channel === 'ocr' && hit.sight === 'hidden') return null
  const box = innermost(hit.place).box
  return box && box[2] > 0 && box[3] > 0 ? box : null
}

/** Not yet shown on this page (text layer and OCR read the same mark), and among the first of its rule. */
function isFresh(hit: Hit, box: Box, told: ToldHit[], drawn: Map<string, number>): boolean {
  const key = `${hit.rule}\u0000${hit.level}\u0000${trail(hit.place)}`
  const count = drawn.get(key) ?? 0
  if (count >= MOST_PLACES || told.some((other) => other.key === key && overlapArea(other.box, box) > 0))
    return false
  drawn.set(key, count + 1)
  told.push({ key, box })
  return true
}

async function picture(
  page: Page,
  upright: Page,
  box: Box,
  secrets: readonly Box[],
  kind: StripKind,
): Promise<Picture> {
  const [width, height] = [upright.width!, upright.height!]
  const region: Box = kind === 'page' ? [0, 0, width, height] : stripRegion(box, width, height)
  const stored = asStored(region, upright)
  const fitting = Math.min(MOST_WIDTH / region[2], Math.sqrt(MOST_PIXELS / (region[2] * region[3])))
  const raster = await page.pixels!.render(Math.min(page.pixels!.naturalScale, fitting), stored)
  paintOut(raster, stored, secrets)
  const encoded = await encode(raster, upright.turned ?? 0, mostBytes[kind])
  return { ...encoded, type: 'image/jpeg', box: within(box, region) }
}

const backwards = { 1: 3, 2: 2, 3: 1 } as const

/** A box of the upright page in the page as it is stored and rendered; around it, where that is skewed. */
function asStored(box: Box, { width = 0, height = 0, turned, skewed }: Page): Box {
  const level = turned === undefined ? box : turnBox(box, width, height, backwards[turned])
  if (!skewed) return level
  const { angle, mirrored, from, to } = skewed
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const corners = [0, 1, 2, 3].map((corner): readonly [number, number] => {
    const u = level[0] + (corner % 2) * level[2] - to[0]
    const v = level[1] + (corner >> 1) * level[3] - to[1]
    const along = u * cos - v * sin
    return [from[0] + (mirrored ? -along : along), from[1] + u * sin + v * cos]
  })
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const left = Math.max(0, Math.min(...xs))
  const top = Math.max(0, Math.min(...ys))
  return [left, top, Math.max(1, Math.max(...xs) - left), Math.max(1, Math.max(...ys) - top)]
}
