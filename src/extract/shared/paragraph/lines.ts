/** Paragraphs of a story as lines: runs of one appearance joined, line breaks apart, deleted text by itself. */
import type { HiddenBy, Line, Part, Span } from '../../../types.js'
import { formerLines, type TrackedRun } from './former-lines.js'
import { statedLine, statedSpan } from '../stated.js'

interface Run extends TrackedRun {
  readonly hiddenBy?: HiddenBy
  readonly fitted?: boolean
  readonly size?: number
  readonly bold?: boolean
  /** The field in whose code, not result, the run stands. */
  readonly field?: { readonly closed: boolean }
}
interface Paragraph {
  readonly runs: readonly Run[]
  readonly part: Part
  readonly label?: string
  readonly author?: string
  readonly cell?: NonNullable<Line['cell']>
}

/** A line break ends a line as a paragraph does: marks are set below one another with either. */
export function linesOf(paragraph: Paragraph): Line[] {
  const kept = breakUp(paragraph.runs.filter(({ deleted }) => !deleted))
  const { part, label, author, cell } = paragraph
  const how = {
    part,
    ...(label !== undefined && { label }),
    ...(author && { at: { label: author } }),
    ...(cell && { cell }),
  }
  const lines = kept.map((runs) => statedLine(spansOf(runs, part), how))
  for (const runs of formerLines(paragraph.runs)) {
    lines.push(statedLine(spansOf(runs, 'deleted'), { ...how, part: 'deleted' }))
  }
  return lines
}

/** Runs per line; lines without text are left out. */
function breakUp(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    const [first, ...rest] = run.text.split('\n')
    lines.at(-1)!.push({ ...run, text: first! })
    for (const text of rest) lines.push([{ ...run, text }])
  }
  return lines.filter((line) => line.some(({ text }) => text.trim()))
}

function spansOf(runs: readonly Run[], part: Part): Span[] {
  const spans: Span[] = []
  let before: Run | undefined
  for (const run of runs) {
    if (!run.text) continue
    if (before && alike(before, run)) spans.push(spanOf(run, part, spans.pop()!.text))
    else spans.push(spanOf(run, part, ''))
    before = run
  }
  return spans
}

function spanOf(run: Run, part: Part, before: string): Span {
  const hiddenBy = whyHidden(run)
  return statedSpan(before + run.text.replaceAll('\n', ' '), {
    part,
    ...(hiddenBy && { hiddenBy }),
    ...(run.fitted && !run.deleted && { fitted: true }),
    ...(run.size !== undefined && { size: run.size }),
    ...(run.bold && { bold: true }),
  })
}

function whyHidden(run: Run) {
  if (run.deleted) return 'deleted-revision'
  return run.hiddenBy ?? (run.field?.closed ? 'markup' : undefined)
}

function alike(a: Run, b: Run): boolean {
  return whyHidden(a) === whyHidden(b) && a.fitted === b.fitted && a.size === b.size && a.bold === b.bold
}
