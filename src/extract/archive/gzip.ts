/** Gzip files: unpacked as they are read, so that one of many gigabytes costs no more memory than a small one. */
import { Uninspectable } from '../../errors.js'
import { enter } from '../../place.js'
import { lastSegment } from '../../source.js'
import type { Extractor, Piece, Place, Source, Work } from '../../types.js'
import { strayPieces } from '../shared/stray.js'
import { chunkSource } from './chunks.js'
import { innerName, isVolume } from './formats.js'
import { gunzip, gzipHeader } from './gunzip.js'
import { Names } from './names.js'
import { excess } from '../shared/ratio.js'
import { streamedSource } from './streamed.js'

export const gzip: Extractor = {
  format: 'gzip',
  extensions: ['gz', 'tgz', 'gzip'],
  // RFC 1952, 2.3: deflate is the only method, the upper flags are reserved.
  accepts: ({ head }) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 && head[3]! < 0x20,
  extract: gzipPieces,
}

/** What unpacks to no more than this is unpacked once; what is larger, again for each time it is read. */
const MOST_HELD = 128 * 1024 * 1024

interface Measured {
  readonly size: number
  /** Absent: it is too much to hold. */
  readonly chunks: readonly Uint8Array[] | null
  /** Where the last member ends; absent with a fault. */
  readonly end: number | null
  readonly fault: Uninspectable | null
}

async function* gzipPieces(source: Source, work: Work): AsyncGenerator<Piece> {
  const header = await gzipHeader(source, 0)
  const name = header?.name || innerName(source.name)
  const place = enter(source.place, { name, part: 'attachment' })
  const { size, chunks, end, fault } = await measure(source, name, work)
  const names = new Names(source.place)
  names.comment(header?.comment ?? '')
  names.folders(name)
  if (fault) yield gapOf(fault, source, place)
  // A bomb's beginning says nothing the gap does not.
  if (size === 0 || fault?.reason === 'limit') names.unopened(name)
  else if (chunks) yield { kind: 'part', role: 'attachment', source: chunkSource(place, chunks) }
  else {
    const { signal } = work.budget
    const stream = { open: () => gunzip(source, name), size, signal }
    yield { kind: 'part', role: 'attachment', source: streamedSource(place, stream) }
  }
  if (size === 0 && !fault) yield { kind: 'note', detail: { code: 'archive.empty' } }
  yield* names.pieces()
  if (end !== null) yield* strayPieces(source, [{ offset: end, length: source.size - end }])
}

/** Once through: how much there is, whether it is sound, and the bytes themselves as long as they are few. */
async function measure(source: Source, name: string, { budget }: Work): Promise<Measured> {
  let chunks: Uint8Array[] | null = []
  let size = 0
  let end: number | null = null
  let fault: Uninspectable | null = null
  const running = gunzip(source, name)
  try {
    for (;;) {
      const { value, done } = await running.next()
      if (done) {
        end = value
        break
      }
      budget.spend('bytes', value.length)
      fault = excess(size + value.length, source.size, lastSegment(name), budget)
      if (fault) break
      size += value.length
      if (size > MOST_HELD) chunks = null
      chunks?.push(value)
    }
  } catch (error) {
    if (!(error instanceof Uninspectable) || error.reason !== 'corrupt') throw error
    fault = error
  } finally {
    await running.return(0)
  }
  return { size, chunks, end, fault }
}

/** A volume alone is always also damaged; that it is one says more. */
function gapOf({ reason, said }: Uninspectable, source: Source, place: Place): Piece {
  if (reason !== 'corrupt' || !isVolume(source.name))
    return { kind: 'gap', cause: reason, place, detail: said }
  return { kind: 'gap', cause: 'unsupported', place: source.place, detail: { code: 'archive.volume' } }
}
