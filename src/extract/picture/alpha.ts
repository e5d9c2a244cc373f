/** Transparent pictures: what stands on a white page, and what only another ground, or none, would show. */
import type { RgbaGrid } from '../../pixels/sharp.js'

const BLOCK = 16
/** Range of tones within a block that a person would call empty, and one that is clearly drawn. */
const EMPTY = 24
const DRAWN = 64
/** Outlines cross a row once or twice; writing does so more often. */
const CROSSINGS = 1.5
const FEWEST_BLOCKS = 6
/** More blocks inside than so many times those at the edge: a card or a window, and no letters. */
const PANEL = 3

/** Opaque; a grid without transparency is returned as it is. */
export function onGround(grid: RgbaGrid, ground: 0 | 255): RgbaGrid {
  if (isOpaque(grid)) return grid
  const { width, height, data: from } = grid
  const data = new Uint8Array(from)
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]!
    if (alpha === 255) continue
    const rest = ground * (255 - alpha)
    data[at] = (data[at]! * alpha + rest) / 255
    data[at + 1] = (data[at + 1]! * alpha + rest) / 255
    data[at + 2] = (data[at + 2]! * alpha + rest) / 255
    data[at + 3] = 255
  }
  return { width, height, data }
}

/**
 * What the white page does not show: white writing of any size on transparent ground, or colours wholly transparent.
 * Blocks in which the white page shows something are left out, so that nothing visible is read twice. Null: nothing there.
 */
export function veiled(grid: RgbaGrid): RgbaGrid | null {
  if (isOpaque(grid)) return null
  const blocks = blocksOf(grid).flatMap((block): Veiled[] => {
    const kind = kindOf(block)
    return kind === null ? [] : [{ block, kind }]
  })
  const count = (wanted: Kind): number => blocks.filter(({ kind }) => kind === wanted).length
  const isPanel = count('full') > PANEL * (count('edge') + count('busy'))
  const shown = blocks.filter(({ kind }) => kind === 'busy' || kind === 'bare' || !isPanel)
  if (shown.filter(({ kind }) => kind !== 'full').length < FEWEST_BLOCKS) return null
  const drawn = new Uint8Array(grid.width * grid.height * 4)
  for (const { block, kind } of shown) copy(drawn, block, kind !== 'bare')
  return onGround({ width: grid.width, height: grid.height, data: drawn }, 0)
}

/** What a block holds: writing, the edge of something, the inside of it, colours that only alpha hides. */
type Kind = 'busy' | 'edge' | 'full' | 'bare'
interface Veiled {
  readonly block: Block
  readonly kind: Kind
}

/** Null: empty, or the white page shows something in it. */
function kindOf(block: Block): Kind | null {
  if (look(block, 255).range >= EMPTY) return null
  const black = look(block, 0)
  if (black.range >= DRAWN) return black.crossings >= CROSSINGS ? 'busy' : 'edge'
  if (black.most >= DRAWN) return 'full'
  const bare = look(block, null)
  return bare.range >= DRAWN && bare.crossings >= CROSSINGS ? 'bare' : null
}

function blocksOf({ width, height, data }: RgbaGrid): Block[] {
  const columns = Math.ceil(width / BLOCK)
  return Array.from({ length: columns * Math.ceil(height / BLOCK) }, (_, block) => {
    const left = (block % columns) * BLOCK
    const top = Math.floor(block / columns) * BLOCK
    const [right, bottom] = [Math.min(width, left + BLOCK), Math.min(height, top + BLOCK)]
    return { data, width, left, top, right, bottom }
  })
}

function isOpaque({ data }: RgbaGrid): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}

interface Block {
  readonly data: Uint8Array
  readonly width: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** `ground` null: the colours as if nothing were transparent. */
function look(
  { data, width, left, top, right, bottom }: Block,
  ground: 0 | 255 | null,
): { range: number; most: number; crossings: number } {
  let least = 255
  let most = 0
  let crossings = 0
  for (let y = top; y < bottom; y++) {
    let before = -1
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4
      const own = (data[at]! * 2 + data[at + 1]! * 5 + data[at + 2]!) >> 3
      const alpha = data[at + 3]!
      const tone = ground === null ? own : (own * alpha + ground * (255 - alpha)) / 255
      if (tone < least) least = tone
      if (tone > most) most = tone
      if (before >= 0 && Math.abs(tone - before) > DRAWN / 2) crossings++
      before = tone
    }
  }
  return { range: most - least, most, crossings: crossings / Math.max(1, bottom - top) }
}

function copy(into: Uint8Array, { data, width, left, top, right, bottom }: Block, onBlack: boolean): void {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 4
      const alpha = onBlack ? data[at + 3]! : 255
      for (let part = 0; part < 3; part++) into[at + part] = (data[at + part]! * alpha) / 255
      into[at + 3] = 255
    }
  }
}
