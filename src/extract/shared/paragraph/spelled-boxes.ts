/** Words spelled out over text boxes of a slide, one character each: read downwards or along, whatever the order they were drawn in. */
import type { Box, Line } from '../../../types.js'
import { around } from '../../../view-box.js'

/** A character, or a number of at most two figures, as when writing downwards. */
const single = /^(?:[^\s\w]|[0-9０-９]{1,2})$/u
/** Fewer boxes than this spell nothing; more are a picture made of signs. */
export const [LEAST_BOXES, MOST_BOXES] = [3, 40]
/** Slides with more single characters than this are grids or puzzles. */
const MOST_SINGLES = 400
/** Ems between the characters of one word at most. */
const WIDEST = 2.5
/** Ems that lines are joined over in any case. */
const CLOSE = 1.5
/** Type of one word differs by this factor at most. */
const ALIKE = 1.5

interface Single {
  readonly line: Line
  readonly index: number
  readonly text: string
  readonly box: Box
  readonly size: number
}

/** The lines, and behind them what boxes of single characters spell; neighbours in the order of the lines are joined later anyway. */
export function withSpelledBoxes(lines: readonly Line[]): readonly Line[] {
  const singles = lines.flatMap((line, index) => singleOf(line, index) ?? [])
  if (singles.length < LEAST_BOXES || singles.length > MOST_SINGLES) return lines
  const runs = ([1, 0] as const).flatMap((axis) =>
    runsOf(singles, axis).filter((run) => isSpelling(run) && !readsSo(run, axis)),
  )
  return [...lines, ...runs.map(joined)]
}

function singleOf(line: Line, index: number): Single | null {
  const [span] = line.spans
  if (line.spans.length !== 1 || line.cell || line.part === 'alt' || !span?.box) return null
  const text = span.text.trim()
  if (!single.test(text)) return null
  return { line, index, text, box: span.box, size: span.size ?? Math.min(span.box[2], span.box[3]) }
}

/** `axis`: 1 downwards, 0 along the row. Every character goes on to the nearest one behind it. */
function runsOf(singles: readonly Single[], axis: 0 | 1): Single[][] {
  const sorted = singles.toSorted((one, other) => one.box[axis] - other.box[axis])
  const next = new Map<Single, Single>()
  const taken = new Set<Single>()
  sorted.forEach((from, at) => {
    const to = sorted.slice(at + 1).find((other) => !taken.has(other) && follows(from, other, axis))
    if (!to) return
    next.set(from, to)
    taken.add(to)
  })
  return sorted
    .filter((each) => !taken.has(each))
    .map((first) => {
      const run = [first]
      for (let to = next.get(first); to; to = next.get(to)) run.push(to)
      return run
    })
}

function follows(one: Single, other: Single, axis: 0 | 1): boolean {
  const [least, most] = [Math.min(one.size, other.size), Math.max(one.size, other.size)]
  if (most > ALIKE * least || one.line.part !== other.line.part) return false
  if (one.line.spans[0]!.sight !== other.line.spans[0]!.sight) return false
  const cross = axis === 1 ? 0 : 1
  const middle = ({ box }: Single) => box[cross]! + box[cross + 2]! / 2
  const gap = gapOf(one, other, axis)
  return Math.abs(middle(one) - middle(other)) < 0.5 * most && gap > -0.5 * most && gap <= WIDEST * most
}

const gapOf = (one: Single, other: Single, axis: 0 | 1): number =>
  other.box[axis] - one.box[axis] - one.box[axis + 2]!

/** Lines behind one another that stand close are read as one without this. */
function readsSo(run: readonly Single[], axis: 0 | 1): boolean {
  return run.every((each, at) => {
    const before = run[at - 1]
    if (!before) return true
    return (
      each.index === before.index + 1 && gapOf(before, each, axis) < CLOSE * Math.min(each.size, before.size)
    )
  })
}

/** At least two Han characters among them: figures, ticks and arrows spell nothing. */
function isSpelling(run: readonly Single[]): boolean {
  if (run.length < LEAST_BOXES || run.length > MOST_BOXES) return false
  return run.filter(({ text }) => /\p{Script=Han}/u.test(text)).length >= 2
}

/** One line; every character with the box of the whole, which leaves no white space between them. */
function joined(run: readonly Single[]): Line {
  let box: Box | null = null
  for (const each of run) box = around(box, each.box)
  const spans = run.map(({ line, text }) => ({ ...line.spans[0]!, text, box }))
  return { ...run[0]!.line, spans }
}
