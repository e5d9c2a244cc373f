/** How every report ends: what was opened, what was not, and what the result does not say. */
import type { Tally } from '../../tally.js'
import { say } from '../../phrases/index.js'
import type { ReportStream, RunFacts } from '../stream.js'
import { type Ink, printable } from './ink.js'

const NAMES_SHOWN = 5

export function closingLines(
  facts: RunFacts,
  tally: Tally,
  ocr: ReturnType<ReportStream['end']>['ocr'],
  ink: Ink,
): string[] {
  const { lang } = facts
  const colon = lang === 'zh' ? '：' : ': '
  const counts = {
    files: tally.inputs,
    pages: tally.pages,
    ocr: tally.ocrPages,
    pictures: tally.pictures,
    parts: tally.parts,
  }
  const missed =
    tally.gaps > 0
      ? say({ code: 'report.missed', args: { count: tally.gaps } }, lang)
      : say({ code: 'report.none-missed' }, lang)
  const opened = say({ code: 'report.opened-counts', args: counts }, lang)
  const lines = [`${say({ code: 'report.opened' }, lang)}${colon}${opened}；${missed}`]
  if (tally.inert > 0)
    lines.push(
      say({ code: 'report.inert', args: { count: tally.inert, names: names(tally.inertNames) } }, lang),
    )
  if (facts.excluded.length > 0)
    lines.push(say({ code: 'report.excluded', args: { names: names(facts.excluded) } }, lang))
  if (ocr)
    lines.push(
      say({ code: ocr.backend === 'onnxruntime-web' ? 'report.ocr-slow' : 'report.ocr', args: ocr }, lang),
    )
  const { count, hash } = facts.ruleset
  lines.push(
    say({ code: 'report.rules', args: { count, hash: hash.slice(0, 12), today: facts.today } }, lang),
  )
  if (tally.found.block > 0) lines.push(say({ code: 'report.appraisal' }, lang))
  return [...lines.map((line) => ink.faint(line)), say({ code: 'report.disclaimer' }, lang)]
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, NAMES_SHOWN).map(printable).join('、')
  return all.length > NAMES_SHOWN ? `${shown}……` : shown
}
