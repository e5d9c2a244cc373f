/** What a workbook remembers beside its sheets: values behind pivot tables, earlier values of a shared workbook. */
import { enter } from '../../place.js'
import type { Line, Piece } from '../../types.js'
import { Bytes } from '../shared/bytes.js'
import { pathsOf } from '../shared/cfb.js'
import { type CompoundDocument, takeStream } from '../shared/cfb/document.js'
import { statedLine, statedPage } from '../shared/stated.js'
import { wideWords } from '../shared/cfb/wide-words.js'
import { Biff } from './record-types.js'
import { biffRecords, joined } from './records.js'
import { stringAt } from './strings.js'

/** Values kept for pivot tables, and what a shared workbook remembers of changes. */
export function* cachePieces(document: CompoundDocument): Generator<Piece> {
  const { root } = document.cfb
  const lines: Line[] = []
  for (const { path, entry } of pathsOf(root)) {
    const pivot = /^_SX_DB_CUR\//i.test(path)
    if (entry.kind !== 'stream' || !(pivot || /^(Revision Log|User Names)$/i.test(path))) continue
    const data = takeStream(document, entry)
    const texts = pivot ? pivotTexts(new Bytes(data)) : wideWords(data)
    const how = pivot
      ? ({ part: 'cell', label: 'pivotCache', hiddenBy: 'collapsed' } as const)
      : ({ part: 'cell', label: 'revision', hiddenBy: 'deleted-revision' } as const)
    for (const text of texts) lines.push(statedLine(text, how))
  }
  for (const entry of root.children) if (/^_SX_DB_CUR$/i.test(entry.name)) document.seen.add(entry)
  const place = enter(document.source.place, { name: 'cache', part: 'cell' })
  if (lines.length > 0) yield { kind: 'page', page: statedPage(place, lines) }
}

/** SXString (2.4.304). */
function pivotTexts(stream: Bytes): string[] {
  const texts: string[] = []
  for (const record of biffRecords(stream)) {
    if (record.type !== Biff.SXString) continue
    const { text } = stringAt(joined(record), 0)
    if (text.trim()) texts.push(text)
  }
  return texts
}
