/** Text beneath things: what nobody sees is told apart from what only looks that way, and judged so. */
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { openBudget } from '../../src/budget.js'
import { pdf } from '../../src/extract/pdf.js'
import { closeKeptPdf } from '../../src/extract/pdf/open.js'
import { compileRules, matchPage } from '../../src/match/index.js'
import { normalise } from '../../src/normalise/index.js'
import { placeOf } from '../../src/place.js'
import { readRules } from '../../src/ruleset/load.js'
import { judgeSight } from '../../src/see/sight.js'
import { memorySource } from '../../src/source.js'

const fixtures = new URL('../../fixtures/see/sight/', import.meta.url)
const names = readdirSync(fixtures)
const matchers = compileRules((await readRules({})).rules)

async function judged(name: string): Promise<{ unseen: string[]; rules: string[] }> {
  const bytes = new Uint8Array(readFileSync(new URL(`${name}/input.pdf`, fixtures)))
  const source = memorySource(placeOf({ name: `${name}.pdf` }), bytes)
  const [unseen, rules]: [string[], string[]] = [[], []]
  for await (const piece of pdf.extract(source, { budget: openBudget() })) {
    if (piece.kind !== 'page') continue
    const page = await judgeSight(piece.page)
    for (const { sight, hiddenBy, text } of page.lines.flatMap((line) => line.spans))
      if (sight !== 'visible') unseen.push(`${sight} ${hiddenBy} ${text.trim()}`)
    for (const hit of matchPage(normalise(page), matchers, { day: '2026-05-01', organs: [] }))
      rules.push(`${hit.rule} ${hit.level}`)
  }
  return { unseen, rules }
}

const words = '北原县粮库三号仓位置'
const redacted = ['covered-text block']
const expected: Readonly<Record<string, { unseen: string[]; rules: string[] }>> = {
  'black-box': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'white-box': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'letter-boxes': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'wide-stroke': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'half-line': { unseen: ['covered under-shape 北原县粮库'], rules: redacted },
  winding: { unseen: [`covered under-shape ${words}`], rules: redacted },
  'text-on-colour': { unseen: [`covered under-shape ${words}`], rules: redacted },
  // The words stand on the box once more, in its colour.
  'stroked-frame': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'clipped-copy': { unseen: [`covered under-shape ${words}`], rules: redacted },
  frame: { unseen: [`covered under-shape ${words}`], rules: redacted },
  hatching: { unseen: [`covered under-shape ${words}`], rules: redacted },
  'cross-hatching': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'repeated-letters': { unseen: [`covered under-shape ${words}`], rules: redacted },
  // The box itself is far larger than what its clip lets through.
  'clipped-box': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'clipped-round': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'clipped-twice': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'clipped-form': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'clipped-turned': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'clipped-picture': { unseen: [`covered under-picture ${words}`], rules: redacted },
  'clipped-text': { unseen: [`hidden same-colour ${words}`], rules: ['hidden-text review'] },
  'clipped-text-form': { unseen: [`hidden same-colour ${words}`], rules: ['hidden-text review'] },
  'stacked-hairlines': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'pen-back-and-forth': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'wide-stroke-between-lines': { unseen: [`covered under-shape ${words}`], rules: redacted },
  'highlight-annotation': { unseen: [`covered under-shape ${words}`], rules: redacted },
  // Something stands there unseen, but it says nothing.
  'overwritten-clean': { unseen: ['covered under-shape ＸＸＸＸＸＸＸＸＸＸ'], rules: [] },
  leaders: { unseen: [], rules: [] },
  'same-colour': { unseen: [`hidden same-colour ${words}`], rules: ['hidden-text review'] },
  'colour-of-its-box': { unseen: [`covered same-colour ${words}`], rules: redacted },
  'colour-of-its-panel': { unseen: [`hidden same-colour ${words}`], rules: ['hidden-text review'] },
  panel: { unseen: [`covered under-shape ${words}`], rules: ['covered-text-doubtful review'] },
  'under-picture': { unseen: [`covered under-picture ${words}`], rules: redacted },
  'date-under-picture': { unseen: ['covered under-picture 2024年3'], rules: [] },
  redaction: { unseen: [`covered redaction-pending ${words}`], rules: redacted },
  'square-annotation': { unseen: [`covered under-shape ${words}`], rules: redacted },
}

describe('what nobody sees on a page', () => {
  afterAll(closeKeptPdf)

  test.each(names)('%s', async (name) => {
    expect(await judged(name)).toEqual(expected[name] ?? { unseen: [], rules: [] })
  })
})
