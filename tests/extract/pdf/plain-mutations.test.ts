import { afterAll, expect, test } from 'vitest'
import { openBudget } from '../../../src/budget.js'
import { factsOf } from '../../../src/extract/pdf/facts.js'
import { buildLines } from '../../../src/extract/pdf/lines.js'
import { closeKeptPdf, openPdf } from '../../../src/extract/pdf/open.js'
import { readPage } from '../../../src/extract/pdf/page.js'
import { PdfFile } from '../../../src/extract/pdf/plain/file.js'
import { PlainPages } from '../../../src/extract/pdf/plain/page.js'
import { notPlain } from '../../../src/extract/pdf/plain/values.js'
import { buildRuns } from '../../../src/extract/pdf/runs.js'
import { Uninspectable } from '../../../src/errors.js'
import type { Line } from '../../../src/types.js'
import { sourceOf } from './files.js'
import { pagesOf, stream, withStreams, withTable } from './plain-files.js'

afterAll(closeKeptPdf)

const content = `q 0.9 g 10 90 200 30 re f 0 g BT /F1 12 Tf 20 100 Td (a plain page) Tj 0 -20 Td [(more) -200 (words)] TJ ET Q
/P << /MCID 0 >> BDC BT /F1 9 Tf 1 0 0 1 30 40 Tm <414243> Tj ET EMC`
const objects = pagesOf([content], { 11: stream(content) })
const mutations = 1500

/** Where words end may be told differently; which characters there are may not. */
function charactersOf(lines: readonly Line[]): string {
  const spans = lines.filter((line) => !line.part).flatMap((line) => line.spans)
  return spans.map((span) => span.text.replace(/\s/g, '')).join('')
}

function plainly(bytes: Uint8Array): string | null {
  try {
    const { glyphs } = new PlainPages(new PdfFile(() => bytes)).read(10)
    return charactersOf(buildLines(buildRuns(glyphs), () => ({ sight: 'visible' })))
  } catch (error) {
    if (error === notPlain) return null
    throw error
  }
}

/** Null: PDFium gives no page to read. */
async function byPdfium(bytes: Uint8Array): Promise<string | null> {
  const source = sourceOf(bytes)
  try {
    const document = await openPdf(source)
    const { page } = readPage(source, document, factsOf(document, true), { budget: openBudget() }, 0)
    document.release()
    return charactersOf(page.lines)
  } catch (error) {
    if (error instanceof Uninspectable) return null
    throw error
  }
}

function mutated(bytes: Uint8Array, chance: (below: number) => number): Buffer {
  const copy = Buffer.from(bytes)
  for (let changes = 1 + chance(2); changes > 0; changes--) {
    const at = chance(copy.length)
    const kinds = [chance(256), copy[at]! ^ (1 << chance(8)), 32, 48 + chance(10)]
    copy[at] = kinds[chance(kinds.length)]!
  }
  return copy
}

test.each([
  ['a table', withTable(objects)],
  ['streams', withStreams(objects)],
])(
  'whatever becomes of a file with %s, no page is read plainly that PDFium reads otherwise',
  async (_, bytes) => {
    let seed = 11
    const chance = (below: number) => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8) % below
    let agreed = 0
    for (let index = 0; index < mutations; index++) {
      const broken = mutated(bytes, chance)
      const mine = plainly(broken)
      const its = mine === null ? null : await byPdfium(broken)
      if (its === null) continue
      expect(mine).toBe(its)
      agreed++
    }
    expect(agreed).toBeGreaterThan(mutations / 20)
  },
)
