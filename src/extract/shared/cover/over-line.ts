/** Whether something drawn lies over the text of the paragraph it is anchored in, by estimate. Lengths in points. */

/** The text of a paragraph set as plain rows. */
export interface SetText {
  readonly size: number
  /** In one row. */
  readonly length: number
  readonly height: number
}

/** Where it stands from the paragraph's own corner; `left` absent: not told from the text. */
export interface LineShape {
  readonly left?: number | undefined
  readonly top?: number | undefined
  readonly width: number
  readonly height: number
}

/** Type without a size of its own. */
const USUAL = 12
/** Between margins on A4 (GB/T 9704-2012: 156 mm). */
const COLUMN = 442
/** Of the size of the type: one line with its lead. */
const LEAD = 1.9

export function setText(
  runs: readonly { readonly text: string; readonly size?: number | undefined }[],
): SetText {
  const size = Math.max(...runs.map((run) => run.size ?? USUAL), 1)
  let length = 0
  for (const { text } of runs) for (const letter of text.trim()) length += letter > '\u2e7f' ? size : size / 2
  return { size, length, height: Math.max(1, Math.ceil(length / COLUMN)) * LEAD * size }
}

/** Null where it stands beside the text; `fits` where it is about as large as what it covers. */
export function liesOver(drawn: LineShape, text: SetText): { readonly fits: boolean } | null {
  const { top = 0, left, width, height } = drawn
  const { size, length } = text
  const [from, to] = [Math.max(top, -0.5 * size), Math.min(top + height, text.height)]
  const isBeside = left !== undefined && (left > length - size / 2 || left + width < size / 2)
  if (length === 0 || height < 0.5 * size || width < 1.5 * size || isBeside) return null
  if (to - from < 0.5 * Math.min(height, text.height)) return null
  const isPanel = height > text.height + size || width > 1.6 * Math.min(length, COLUMN) + 6 * size
  return isPanel && height > 2.5 * text.height ? null : { fits: !isPanel }
}
