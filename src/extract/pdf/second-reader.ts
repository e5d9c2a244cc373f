/** A second chance for files PDFium refuses: pdf-parse reads what text it can, without layout. Its only importer. */
import { at } from '../../place.js'
import type { Page, Source, Work } from '../../types.js'
import { statedLine } from '../shared/stated.js'

/** Pages with at least some text; empty when this reader gives up too. It looks at no picture, comment or attachment. */
export async function readWithoutLayout(source: Source, work: Work): Promise<Page[]> {
  const { PDFParse } = await import('pdf-parse')
  const data = Uint8Array.from(await source.bytes())
  const parser = new PDFParse({ data, verbosity: 0, isEvalSupported: false, useSystemFonts: false })
  try {
    const { pages, total } = await parser.getText({ pageJoiner: '', first: work.budget.limits.pages })
    return pages
      .filter(({ text }) => text.trim() !== '')
      .map(({ num, text }) => ({
        place: at(source.place, { page: num }),
        lines: text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => statedLine(line.replaceAll('\t', ' '))),
        marks: [],
        reading: 'stated',
        number: num,
        of: total,
      }))
  } catch {
    // Two readers refused: the caller says so with a gap.
    return []
  } finally {
    await parser.destroy().catch(() => undefined)
  }
}
