/** Plain text, Markdown, CSV, JSON, XML, source code and logs, in any encoding Chinese files come in. */
import { Uninspectable } from '../errors.js'
import type { Extractor, Piece, Source, Work } from '../types.js'
import type { Charset } from './shared/charset/encodings.js'
import { DamageCount, guessed } from './shared/charset/damage.js'
import { follow, targetOf, type Link } from './shared/links.js'
import { Fragments } from './shared/markup/fragment.js'
import { sevenBitOf } from './shared/charset/seven-bit.js'
import { atLeastOne, batchesOf, pagesOfBatches, type LineReader } from './shared/stated.js'
import { csvReader } from './text/csv.js'
import { JsonReader } from './text/json.js'
import { openMarkdown } from './text/markdown.js'
import { plainReader } from './text/plain.js'
import { pointed } from './text/pointer.js'
import { isForeign, kindOf, textOf, type Kind } from './text/recognise.js'
import { settingLines } from './text/settings.js'
import { charsetOf, chunksOf } from './text/stream.js'
import { templateReader } from './text/template.js'
import { XmlReader } from './text/xml.js'
import { YamlReader } from './text/yaml.js'

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
  if (sevenBitOf(head)) throw new Uninspectable('unsupported', { code: 'text.seven-bit' })
  const charset = await charsetOf(source, declaredIn(head))
  if (!charset) throw new Uninspectable('unsupported', { code: 'text.binary' })
  if (charset.sure === 'doubtful') yield guessed(charset)
  const damage = new DamageCount()
  const chunks = watched(chunksOf(source, charset, work), charset, damage)
  const links: Link[] = []
  const fragments = new Fragments(links)
  const kind = kindOf(source.name, head)
  const reader = await readerFor(kind, source.name, fragments)
  const pages = pagesOfBatches(source.place, batchesOf(prepared(chunks, fragments), reader))
  for await (const page of atLeastOne(source.place, pages)) yield { kind: 'page', page }
  yield* damage.said(charset, source.place)
  yield* follow(kind === 'markdown' ? links : await reachable(links, source), source, work)
}

/** More addresses than this are a table of them. */
const MOST_ADDRESSES = 2_000

/** Of the links of pages kept in data: what is in the file or beside it. Where the others lead, the data does not say. */
async function reachable(links: readonly Link[], source: Source): Promise<Link[]> {
  const found: Link[] = []
  for (const link of links.slice(0, MOST_ADDRESSES)) {
    const target = targetOf(link.href)
    const file = target === 'local' ? await source.sibling?.(link.href.trim()) : null
    if (target === 'data' || file) found.push(link)
    file?.close?.()
  }
  return found
}

async function readerFor(kind: Kind, name: string, fragments: Fragments): Promise<LineReader> {
  if (kind === 'csv') return csvReader(name, fragments)
  if (kind === 'json') return new JsonReader(fragments)
  if (kind === 'xml') return new XmlReader(fragments)
  if (kind === 'yaml') return new YamlReader(fragments, 1, name)
  if (kind === 'settings') return settingLines(fragments, 1, name)
  if (kind === 'template') return templateReader(fragments)
  return kind === 'markdown' ? await openMarkdown(fragments) : plainReader(fragments)
}

/** Loads what reads markup ahead of the first text that holds some. */
async function* prepared(chunks: AsyncIterable<string>, fragments: Fragments): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    await fragments.prepare(chunk)
    yield chunk
  }
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
