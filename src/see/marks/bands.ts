/** Everything on the paper that has the extent of a line of type: text, or what somebody made of it. */
import type { GreyField } from './field.js'
import { patchesOf, slabOf, touchesEdge } from './patches.js'
import type { CellComponent, Slab } from './patches.js'

export interface Band extends Slab {
  readonly patch: CellComponent
  /** Mean loss of light against the paper, in grey levels. */
  readonly drop: number
  /** Root mean square difference from the paper. */
  readonly contrast: number
  /** Share of the shaded cells that would be ink if there were only ink and paper. */
  readonly density: number
  /** Root mean square step between neighbouring pixels, the grain of the paper taken off. */
  readonly edges: number
  /** Steps downwards against steps sideways: far above 1 for rules. */
  readonly lie: number
  /** Edges against contrast, made independent of the size of the type. */
  readonly sharpness: number
}

/** Loss of light from which a cell holds something. */
const LEAST_DROP = 8
/** Gaps of this width belong to a line: between letters, between words. */
const GAP_MM = 2.4
const SHORTEST_MM = 6
const LONGEST_MM = 172
const LOWEST_MM = 2.2
/** Rules, with the cells they only touch, are thinner than this. */
const RULE_MM = 2.2
const HIGHEST_MM = 26

export function bandsOf(field: GreyField): Band[] {
  const { columns, perMm } = field
  const reach = Math.max(1, Math.round((GAP_MM * perMm) / 2))
  const mask = widened(withoutRules(shaded(field), field), columns, reach)
  return patchesOf(mask, columns, SHORTEST_MM * LOWEST_MM * perMm ** 2)
    .map((patch) => narrowed(patch, field, reach))
    .filter((patch) => patch !== null && hasExtentOfLine(patch, field) && !touchesEdge(patch, field, 2))
    .map((patch) => bandOf(patch!, field))
}

function shaded({ mean, ground, noise }: GreyField): Uint8Array {
  const least = Math.max(LEAST_DROP, noise)
  // A loop: `from` with a function is ten times slower.
  const mask = new Uint8Array(mean.length)
  for (let at = 0; at < mask.length; at++) if (ground[at]! - mean[at]! > least) mask[at] = 1
  return mask
}

/** Leaves out what is thinner than type from top to bottom: rules, underlines, frames. */
function withoutRules(mask: Uint8Array, { columns, rows, perMm }: GreyField): Uint8Array {
  const least = Math.ceil(RULE_MM * perMm)
  const out = new Uint8Array(mask.length)
  for (let column = 0; column < columns; column++) {
    let run = 0
    for (let row = 0; row <= rows; row++) {
      if (row < rows && mask[row * columns + column]) {
        run++
        continue
      }
      if (run >= least) for (let up = 1; up <= run; up++) out[(row - up) * columns + column] = 1
      run = 0
    }
  }
  return out
}

/** Each cell of the mask reaches `reach` cells to both sides. */
function widened(mask: Uint8Array, columns: number, reach: number): Uint8Array {
  const out = new Uint8Array(mask.length)
  let until = -1
  for (let at = 0; at < mask.length; at++) {
    const column = at % columns
    if (column === 0) until = -1
    const ahead = Math.min(reach, columns - 1 - column)
    if (column === 0) for (let next = 0; next < ahead; next++) if (mask[at + next]) until = next + reach
    if (mask[at + ahead]) until = column + ahead + reach
    if (column <= until) out[at] = 1
  }
  return out
}

/** The patch without what `widened` put to its sides. */
function narrowed(patch: CellComponent, field: GreyField, reach: number): CellComponent | null {
  const { mean, ground, noise } = field
  const least = Math.max(LEAST_DROP, noise)
  const left = patch.left + reach
  const right = patch.right - reach
  if (right <= left) return null
  const members = patch.members.filter((at) => ground[at]! - mean[at]! > least)
  return { ...patch, left, right, members }
}

function hasExtentOfLine(patch: CellComponent, { perMm }: GreyField): boolean {
  const [width, height] = [(patch.right - patch.left) / perMm, (patch.bottom - patch.top) / perMm]
  return width >= SHORTEST_MM && width <= LONGEST_MM && height >= LOWEST_MM && height <= HIGHEST_MM
}

export function bandOf(patch: CellComponent, field: GreyField): Band {
  const { mean, square, ground, across, down, cell } = field
  const slab = slabOf(patch, field.columns)
  let [drop, away, sideways, downwards] = [0, 0, 0, 0]
  const grain = field.grain ** 2
  for (const at of patch.members) {
    drop += ground[at]! - mean[at]!
    away += Math.max(0, square[at]! - 2 * ground[at]! * mean[at]! + ground[at]! ** 2)
    sideways += across[at]! ** 2 - grain
    downwards += down[at]! ** 2 - grain
  }
  const count = patch.members.length
  const contrast = Math.sqrt(away / count)
  const edges = Math.sqrt(Math.max(0, (sideways + downwards) / count / 2))
  const lie = Math.max(1, downwards) / Math.max(1, sideways)
  const sharpness = ((edges / Math.max(1, contrast)) ** 2 * slab.height * cell) / 2
  const loss = drop / count
  const density = (loss / Math.max(1, contrast)) ** 2
  return { patch, ...slab, drop: loss, contrast, density, edges, lie, sharpness }
}
