/** A text of a slide as rows of parts that look alike. */
import type { SlideText } from './texts.js'

export interface RowPart {
  readonly text: string
  /** Points. */
  readonly size: number
  readonly colour: number | undefined
}
export interface PptRow {
  readonly parts: readonly RowPart[]
  /** 0 left, 1 middle, 2 right; undefined: not said. */
  readonly align: number | undefined
}

/** Kinds of text that look as another does: middle and half bodies, middle titles (2.13.33). */
const likeness: Readonly<Record<number, number>> = { 5: 1, 6: 0, 7: 1, 8: 1 }
const usual: Readonly<Record<number, number>> = { 0: 44, 1: 32, 2: 12 }
const USUAL = 18

/** Rows without words are left out. */
export function rowsOf(
  { text, kind, typed, aligned }: SlideText,
  sizes: ReadonlyMap<number, number>,
): PptRow[] {
  const alike = likeness[kind] ?? kind
  const unstated = sizes.get(kind) ?? sizes.get(alike) ?? usual[alike] ?? USUAL
  const ends = endsOf(typed)
  const rows: PptRow[] = []
  for (const { 0: row, index: start } of text.matchAll(/[^\r\n\x0b]+/g)) {
    if (row.trim() === '') continue
    const parts: RowPart[] = []
    for (let at = start; at < start + row.length;) {
      const run = ends.findIndex((end) => end > at)
      const to = Math.min(start + row.length, ends[run] ?? Infinity)
      const { size, colour } = typed[run] ?? {}
      parts.push({ text: text.slice(at, to), size: size || unstated, colour })
      at = to
    }
    const paragraph = endsOf(aligned).findIndex((end) => end > start)
    rows.push({ parts, align: aligned[paragraph]?.align })
  }
  return rows
}

function endsOf(runs: readonly { readonly length: number }[]): number[] {
  let end = 0
  return runs.map(({ length }) => (end += length))
}
