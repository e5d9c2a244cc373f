/** Tar archives, read header by header; an entry is a stretch of the file and is never copied. */
import { Uninspectable } from '../../errors.js'
import { enter, innermost } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Extractor, Piece, Place, Source, Work } from '../../types.js'
import { isPadding, sliceOf } from '../shared/slice.js'
import { strayPieces } from '../shared/stray.js'
import { Names } from './names.js'
import { isStreamed } from './streamed.js'
import { BLOCK, readName, readPax, readTarHeader, type TarHeader } from './tar-header.js'

export const tar: Extractor = {
  format: 'tar',
  extensions: ['tar'],
  accepts: ({ head }) => readTarHeader(head.subarray(0, BLOCK)) !== null,
  extract: tarPieces,
}

/** Names and records longer than this are not read; no honest writer makes them. */
const MOST_EXTRA = 1024 * 1024
/** What is larger is read from the stream each time anew. */
const MOST_IN_MEMORY = 512 * 1024 * 1024
/** Zeros between two archives joined end to end. */
const SKIPPED = 256 * 1024

interface Extra {
  readonly name?: string
  readonly link?: string
  readonly pax?: ReadonlyMap<string, string>
}

async function* tarPieces(source: Source, work: Work): AsyncGenerator<Piece> {
  const names = new Names(source.place)
  let extra: Extra = {}
  let ended = false
  for (let at = 0; at < source.size;) {
    work.budget.signal.throwIfAborted()
    const block = await source.read(at, BLOCK)
    if (isPadding(block)) {
      ended = true
      at = await skipZeros(source, at)
      continue
    }
    const header = readTarHeader(block)
    if (!header) {
      yield* unfollowed(source, at, ended)
      ended = true
      break
    }
    ended = false
    const size = Number(extra.pax?.get('size') ?? header.size)
    if (!(size >= 0)) throw new Uninspectable('corrupt', { code: 'archive.no-header' })
    const body = at + BLOCK
    if (/[xgLK]/.test(header.type)) {
      const read = await readExtra(source, header, body)
      names.comment(read.pax?.get('comment') ?? '')
      if (header.type !== 'g') extra = { ...extra, ...read }
    } else {
      yield* entryPieces(source, named(header, extra), { offset: body, length: size }, names)
      extra = {}
    }
    at = body + Math.ceil(size / BLOCK) * BLOCK
    if (!Number.isSafeInteger(at)) throw new Uninspectable('corrupt', { code: 'archive.no-header' })
  }
  yield* names.pieces()
  if (!ended) throw new Uninspectable('corrupt', { code: 'archive.no-end' })
}

/** The offset of the first block that is not all zeros, or the size of the source. */
async function skipZeros(source: Source, start: number): Promise<number> {
  for (let at = start; at < source.size; at += SKIPPED) {
    const chunk = await source.read(at, SKIPPED)
    const found = chunk.findIndex((byte) => byte !== 0)
    if (found >= 0) return at + Math.floor(found / BLOCK) * BLOCK
  }
  return source.size
}

/** Behind the end mark stands something else; before it, the thread is lost. */
async function* unfollowed(source: Source, offset: number, ended: boolean): AsyncGenerator<Piece> {
  if (ended) yield* strayPieces(source, [{ offset, length: source.size - offset }])
  else yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'archive.no-header' } }
}

async function readExtra(source: Source, { type, size }: TarHeader, offset: number): Promise<Extra> {
  if (size > MOST_EXTRA) return {}
  const bytes = await source.read(offset, size)
  if (type === 'x' || type === 'g') return { pax: readPax(bytes) }
  const end = bytes.indexOf(0)
  const text = readName(end < 0 ? bytes : bytes.subarray(0, end))
  return type === 'L' ? { name: text } : { link: text }
}

/** pax says it best (POSIX.1-2001), then GNU's long names, then the header. */
function named(header: TarHeader, { name, link, pax }: Extra): TarHeader {
  const sparse = pax?.has('GNU.sparse.major') || pax?.has('GNU.sparse.size')
  return {
    ...header,
    name: pax?.get('GNU.sparse.name') ?? pax?.get('path') ?? name ?? header.name,
    link: pax?.get('linkpath') ?? link ?? header.link,
    ...(sparse && { type: 'S' }),
  }
}

async function* entryPieces(
  source: Source,
  { name, type, link }: TarHeader,
  { offset, length }: { readonly offset: number; readonly length: number },
  names: Names,
): AsyncGenerator<Piece> {
  names.folders(name)
  const place = enter(source.place, { name, part: 'attachment' })
  if (type === '5' || name.endsWith('/')) return
  if (type === '1' || type === '2') {
    names.unopened(name)
    yield { kind: 'note', detail: { code: 'archive.link', args: { name, target: link } } }
  } else if (type === 'S') {
    names.unopened(name)
    yield { kind: 'gap', cause: 'unsupported', place, detail: { code: 'archive.sparse', args: { name } } }
  } else {
    const held = Math.min(length, source.size - offset)
    if (held < length)
      yield { kind: 'gap', cause: 'corrupt', place, detail: { code: 'archive.cut-off', args: { name } } }
    yield { kind: 'part', role: 'attachment', source: await entrySource(source, place, offset, held) }
  }
}

/** Out of a stream an entry is taken into memory, so that its reader may go back in it, and dropped when it was inspected. */
async function entrySource(source: Source, place: Place, offset: number, length: number): Promise<Source> {
  if (isStreamed(source) && length <= MOST_IN_MEMORY)
    return memorySource(place, await source.read(offset, length))
  return sliceOf(source, { offset, length }, innermost(place))
}
