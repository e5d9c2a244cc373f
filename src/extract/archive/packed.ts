/** 7z, RAR, compressed streams and the other archives that 7-Zip reads. */
import { Uninspectable } from '../../errors.js'
import { enter } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Extractor, Piece, Source, Work } from '../../types.js'
import { innerName, isVolume, type PackedFormat, packedFormats } from './formats.js'
import { Names } from './names.js'
import { NAMELESS } from './seven-zip.js'
import { unpackAll, type Unpacked } from './unpack.js'

export const packed: readonly Extractor[] = packedFormats.map((format) => ({
  format: format.format,
  extensions: format.extensions,
  accepts: format.accepts,
  extract: (source, work) => packedPieces(source, work, format),
}))

export async function* packedPieces(source: Source, work: Work, format: PackedFormat): AsyncGenerator<Piece> {
  const names = new Names(source.place)
  let failed: unknown = null
  try {
    for await (const unpacked of unpackAll(source, work.budget))
      yield* pieces(source, unpacked, names, format)
  } catch (error) {
    failed = error
  }
  yield* names.pieces()
  if (failed instanceof Uninspectable && failed.reason === 'corrupt' && isVolume(source.name))
    throw new Uninspectable('unsupported', { code: 'archive.volume' })
  if (failed) throw failed
}

function* pieces(source: Source, unpacked: Unpacked, names: Names, format: PackedFormat): Generator<Piece> {
  if (unpacked.kind === 'comment') names.comment(unpacked.text)
  else if (unpacked.kind === 'more') yield { kind: 'note', detail: { code: 'archive.more' } }
  else if (unpacked.kind === 'fault')
    yield {
      kind: 'gap',
      cause: unpacked.fault.reason,
      place: source.place,
      detail: wholeSaid(source, unpacked.fault),
    }
  else yield* entryPieces(source, unpacked, names, format)
}

/** A volume alone is always also damaged; that it is one says more. */
function wholeSaid(source: Source, fault: Uninspectable) {
  return fault.reason === 'corrupt' && isVolume(source.name)
    ? ({ code: 'archive.volume' } as const)
    : fault.said
}

function* entryPieces(
  source: Source,
  entry: Extract<Unpacked, { kind: 'entry' }>,
  names: Names,
  { single = false }: PackedFormat,
): Generator<Piece> {
  const name = single && entry.name === NAMELESS ? innerName(source.name) : entry.name
  names.folders(name)
  if (name.endsWith('/')) return
  const place = enter(source.place, { name, part: 'attachment' })
  const { fault, bytes } = entry
  if (fault) yield { kind: 'gap', cause: fault.reason, place, detail: fault.said }
  if (fault && bytes.length === 0) names.unopened(name)
  else yield { kind: 'part', role: 'attachment', source: memorySource(place, bytes) }
}
