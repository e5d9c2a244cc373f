/** How every report ends: what was opened, what was not, and what the result does not say. */
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Tally } from '../../tally.js'
import type { Lang } from '../../types.js'
import type { Ending, RunFacts } from '../reporter.js'
import { relaxedLine, staleLines } from './aside.js'
import { printable } from './printable.js'

const NAMES_SHOWN = 5

/** One sentence each; the disclaimer is not among them. */
export function closingWords(facts: RunFacts, { tally, excluded, ocr, stale }: Ending): string[] {
  const { lang } = facts
  const lines = [openedWords(tally, facts)]
  if (tally.inert > 0)
    lines.push(
      say({ code: 'report.inert', args: { count: tally.inert, names: names(tally.inertNames, lang) } }, lang),
    )
  if (excluded.length > 0)
    lines.push(say({ code: 'report.excluded', args: { names: names(excluded, lang) } }, lang))
  if (ocr)
    lines.push(
      say({ code: ocr.backend === 'onnxruntime-web' ? 'report.ocr-slow' : 'report.ocr', args: ocr }, lang),
    )
  if (facts.checkup)
    lines.push(say({ code: 'report.checked-up', args: { count: facts.checkup.canaries.length } }, lang))
  const { count, hash } = facts.ruleset
  lines.push(
    say({ code: 'report.rules', args: { count, hash: hash.slice(0, 12), today: facts.today } }, lang),
  )
  if (facts.policies?.length)
    lines.push(say({ code: 'report.policies', args: { names: names(facts.policies, lang) } }, lang))
  for (const relaxed of facts.relaxed ?? []) lines.push(printable(relaxedLine(relaxed, lang)))
  for (const line of staleLines(stale, lang)) lines.push(printable(line))
  if (tally.found.block > 0) lines.push(say({ code: 'report.appraisal' }, lang))
  return lines
}

function openedWords(tally: Tally, { lang }: RunFacts): string {
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
  const { colon, semicolon } = punctuation[lang]
  return say({ code: 'report.opened' }, lang) + colon + opened + semicolon + missed
}

function names(all: readonly string[], lang: Lang): string {
  const shown = all.slice(0, NAMES_SHOWN).map(printable).join(punctuation[lang].list)
  return all.length > NAMES_SHOWN ? `${shown}${punctuation[lang].more}` : shown
}
