/** Plain text, Markdown, CSV, JSON, XML, source code and logs, in any encoding Chinese files come in. */
import { Uninspectable } from '../errors.js'
import type { Extractor, Piece, Source, Work } from '../types.js'
import type { Charset } from './shared/encodings.js'
import { DamageCount, guessed } from './shared/damage.js'
import { follow, type Link } from './shared/links.js'
import { atLeastOne, batchesOf, pagesOfBatches, type LineReader } from './shared/stated.js'
import { csvReader } from './text/csv.js'
import { JsonReader } from './text/json.js'
import { markdownReader } from './text/markdown.js'
import { lineByLine, plainLine } from './text/plain.js'
import { pointed } from './text/pointer.js'
import { isForeign, kindOf, textOf, type Kind } from './text/recognise.js'
import { charsetOf, chunksOf } from './text/stream.js'
import { XmlReader } from './text/xml.js'

const HEAD = 8192

export const text: Extractor = {
  format: 'text',
  extensions: [],
  accepts(probe) {
    const head = textOf(probe)
    return head !== null && head.length > 0 && !isForeign(head)
  },
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const head = textOf({ head: await source.read(0, HEAD), name: source.name, entries: [] }) ?? ''
  const pointer = pointed(head)
  if (pointer) throw pointer
  const charset = await charsetOf(source, declaredIn(head))
  if (!charset) throw new Uninspectable('unsupported', { code: 'text.binary' })
  if (charset.sure === 'doubtful') yield guessed(charset)
  const damage = new DamageCount()
  const chunks = watched(chunksOf(source, charset, work), charset, damage)
  const links: Link[] = []
  const reader = readerFor(kindOf(source.name, head), source.name, links)
  const pages = pagesOfBatches(source.place, batchesOf(chunks, reader))
  for await (const page of atLeastOne(source.place, pages)) yield { kind: 'page', page }
  yield* damage.said(charset, source.place)
  yield* follow(links, source, work)
}

function readerFor(kind: Kind, name: string, links: Link[]): LineReader {
  if (kind === 'csv') return csvReader(name)
  if (kind === 'json') return new JsonReader()
  if (kind === 'xml') return new XmlReader()
  return kind === 'markdown' ? markdownReader(links) : lineByLine(plainLine)
}

/** Counts what did not decode while the text passes. */
async function* watched(
  chunks: AsyncIterable<string>,
  charset: Charset,
  damage: DamageCount,
): AsyncGenerator<string> {
  const isSound = charset.sure === 'certain' && charset.strict
  let line = 1
  for await (const chunk of chunks) {
    if (!isSound) {
      const lines = chunk.split('\n')
      for (const [index, each] of lines.entries()) damage.look(each, line + index)
      line += lines.length - 1
    }
    yield chunk
  }
}

/** An XML declaration, or the `coding:` comment of a program. */
function declaredIn(head: string): string | undefined {
  return /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)|^(?:[^\n]*\n)?[^\n]{0,40}coding[:=]\s*([\w.-]+)/
    .exec(head)
    ?.slice(1)
    .find(Boolean)
}
