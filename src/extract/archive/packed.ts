/** 7z, RAR, compressed streams and the other archives that 7-Zip reads. */
import { Uninspectable } from '../../errors.js'
import { enter } from '../../place.js'
import type { Extractor, Piece, Source, Work } from '../../types.js'
import { strayPieces } from '../shared/stray.js'
import { chunkSource } from './chunks.js'
import { innerName, isVolume, type PackedFormat, packedFormats } from './formats.js'
import { Names } from './names.js'
import { unpackAll, type UnpackedItem } from './unpack.js'

export const packed: readonly Extractor[] = packedFormats.map((format) => ({
  format: format.format,
  extensions: format.extensions,
  accepts: format.accepts,
  extract: (source, work) => packedPieces(source, work, format),
}))

async function* packedPieces(source: Source, work: Work, format: PackedFormat): AsyncGenerator<Piece> {
  const names = new Names(source.place)
  let failed: unknown = null
  let empty = true
  try {
    const nameless = format.single ? innerName(source.name) : source.name
    for await (const unpacked of unpackAll(source, nameless, work.budget)) {
      empty = false
      yield* pieces(source, unpacked, names)
    }
  } catch (error) {
    failed = error
  }
  yield* names.pieces()
  if (empty && !failed) yield { kind: 'note', detail: { code: 'archive.empty' } }
  if (failed) throw failed instanceof Uninspectable ? ofVolume(source, failed) : failed
}

/** A volume alone is always also damaged; that it is one says more. */
function ofVolume({ name }: Source, fault: Uninspectable): Uninspectable {
  if (fault.reason !== 'corrupt' || !isVolume(name)) return fault
  return new Uninspectable('unsupported', { code: 'archive.volume' })
}

async function* pieces(source: Source, unpacked: UnpackedItem, names: Names): AsyncGenerator<Piece> {
  if (unpacked.kind === 'comment') names.comment(unpacked.text)
  else if (unpacked.kind === 'more') yield* tailPieces(source, unpacked.length)
  else if (unpacked.kind === 'entry') yield* entryPieces(source, unpacked, names)
  else {
    const { reason, said } = ofVolume(source, unpacked.fault)
    yield { kind: 'gap', cause: reason, place: source.place, detail: said }
  }
}

async function* tailPieces(source: Source, length?: number): AsyncGenerator<Piece> {
  if (length === undefined)
    yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: { code: 'archive.more' } }
  else yield* strayPieces(source, [{ offset: source.size - length, length }])
}

function* entryPieces(
  source: Source,
  { name, fault, chunks }: Extract<UnpackedItem, { kind: 'entry' }>,
  names: Names,
): Generator<Piece> {
  names.folders(name)
  if (name.endsWith('/')) return
  const place = enter(source.place, { name, part: 'attachment' })
  if (fault) yield { kind: 'gap', cause: fault.reason, place, detail: fault.said }
  if (fault && chunks.length === 0) names.unopened(name)
  else yield { kind: 'part', role: 'attachment', source: chunkSource(place, chunks) }
}
