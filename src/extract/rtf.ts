/** Rich Text Format: every destination of the file, read without recursion (RTF 1.9.1). */
import { enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Line, Piece, Source, Work } from '../types.js'
import { embeddedFile } from './rtf/embedded.js'
import type { RtfItem } from './rtf/finds.js'
import { mostDepth, RtfReader } from './rtf/reader.js'
import { tokensOf } from './rtf/tokens.js'
import { bitmapFile } from './shared/picture/dib.js'
import { withSpelled } from './shared/paragraph/spelled-cells.js'
import { statedPage } from './shared/stated.js'

export const rtf: Extractor = {
  format: 'rtf',
  extensions: ['rtf', 'doc', 'wps', 'dot'],
  accepts: ({ head }) =>
    /^(\xef\xbb\xbf)?\s*\{\\rt/.test(Buffer.from(head.subarray(0, 32)).toString('latin1')),
  extract,
}

const LINES_PER_PAGE = 2_000
const TOKENS_PER_LOOK = 4_096

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const bytes = await source.bytes()
  work.budget.spend('bytes', bytes.length)
  const reader = new RtfReader(bytes)
  const lines: Line[] = []
  let parts = 0
  let page = 0
  const pieces = function* (last: boolean): Generator<Piece> {
    for (const found of reader.found.splice(0)) {
      if (found.kind === 'line') lines.push(found.line)
      else yield partPiece(source, found, ++parts)
    }
    while (lines.length >= LINES_PER_PAGE || (last && lines.length > 0))
      yield {
        kind: 'page',
        page: statedPage(source.place, withSpelled(lines.splice(0, LINES_PER_PAGE)), ++page),
      }
  }
  let tokens = 0
  for (const token of tokensOf(bytes)) {
    reader.take(token)
    if (++tokens % TOKENS_PER_LOOK > 0) continue
    work.budget.signal.throwIfAborted()
    yield* pieces(false)
  }
  reader.end()
  yield* pieces(true)
  if (reader.tooDeep)
    yield {
      kind: 'gap',
      cause: 'limit',
      place: source.place,
      detail: { code: 'rtf.too-deep', args: { limit: mostDepth } },
    }
  if (reader.unclosed || !/\}[\s\0]*$/.test(Buffer.from(bytes.subarray(-64)).toString('latin1')))
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'rtf.cut-off' } }
}

function partPiece(source: Source, found: Exclude<RtfItem, { kind: 'line' }>, number: number): Piece {
  if (found.kind === 'picture') {
    const isBitmap = found.extension === 'dib'
    const bytes = isBitmap ? bitmapFile(found.bytes) : found.bytes
    const name = `picture-${number}.${isBitmap ? 'bmp' : found.extension}`
    return {
      kind: 'part',
      role: 'picture',
      source: memorySource(enter(source.place, { name, part: 'picture' }), bytes),
    }
  }
  const file = embeddedFile(found.bytes) ?? { name: 'object.bin', bytes: found.bytes }
  const place = enter(source.place, { name: file.name, part: 'attachment', label: `object-${number}` })
  return { kind: 'part', role: 'attachment', source: memorySource(place, file.bytes) }
}
