/** The outline of a document, as lines. */
import type { Line } from '../../types.js'
import type { Engine } from './engine.js'
import { told } from './info.js'
import { wideText } from './strings.js'

/** Outlines may be made to run in circles: nothing is visited twice. */
export function bookmarkLines(engine: Engine, document: number): Line[] {
  const { call } = engine
  const lines: Line[] = []
  const visited = new Set<number>([0])
  const waiting = [call.FPDFBookmark_GetFirstChild(document, 0)]
  while (waiting.length > 0) {
    const bookmark = waiting.pop()!
    if (visited.has(bookmark)) continue
    visited.add(bookmark)
    const title = wideText(engine, (buffer, bytes) => call.FPDFBookmark_GetTitle(bookmark, buffer, bytes))
    lines.push(...told(title, 'bookmark'))
    waiting.push(call.FPDFBookmark_GetNextSibling(document, bookmark))
    waiting.push(call.FPDFBookmark_GetFirstChild(document, bookmark))
  }
  return lines
}
