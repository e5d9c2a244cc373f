/** Fixtures and hand-made PDFs as Sources. */
import { readFileSync } from 'node:fs'
import { openBudget } from '../../../src/budget.js'
import { pdf } from '../../../src/extract/pdf.js'
import { placeOf } from '../../../src/place.js'
import { memorySource } from '../../../src/source.js'
import type { Page, Piece, Source, Work } from '../../../src/types.js'

const fixtures = new URL('../../../fixtures/extract/pdf/', import.meta.url)

export function fixture(name: string): Source {
  return sourceOf(new Uint8Array(readFileSync(new URL(`${name}/input.pdf`, fixtures))))
}

export function sourceOf(bytes: Uint8Array): Source {
  return memorySource(placeOf({ name: 'a.pdf' }), bytes)
}

/** A PDF of the given content streams, one page each; `extra`: further object bodies from number 100 on. */
export function pdfOf(
  contents: readonly string[],
  extra: readonly string[] = [],
  resources = '',
): Uint8Array {
  const kids = contents.map((_, index) => `${10 + 2 * index} 0 R`).join(' ')
  const objects = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    `2 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>\nendobj\n`,
    '3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n',
    ...contents.flatMap((content, index) => [
      `${10 + 2 * index} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents ${11 + 2 * index} 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> >>\nendobj\n`,
      `${11 + 2 * index} 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`,
    ]),
    ...extra.map((body, index) => `${100 + index} 0 obj\n${body}\nendobj\n`),
  ]
  return Buffer.from(
    `%PDF-1.4\n${objects.join('')}trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  )
}

export function line(text: string, x = 20, y = 100, size = 12): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`
}

export async function piecesOf(source: Source, range?: NonNullable<Work['range']>): Promise<Piece[]> {
  const pieces: Piece[] = []
  const work: Work = { budget: openBudget(), ...(range && { range }) }
  for await (const piece of pdf.extract(source, work)) pieces.push(piece)
  return pieces
}

export async function pagesOf(source: Source, range?: NonNullable<Work['range']>): Promise<Page[]> {
  return (await piecesOf(source, range)).flatMap((piece) => (piece.kind === 'page' ? [piece.page] : []))
}

export function wordsOf(page: Page): string {
  return page.lines.map((each) => each.spans.map((span) => span.text).join(' | ')).join('\n')
}
