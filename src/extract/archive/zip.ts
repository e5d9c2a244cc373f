/** ZIP files that are no document of their own kind: each entry is inspected, and what stands between them. */
import { enter } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Extractor, Piece, Probe, Source, Work } from '../../types.js'
import { openZip, type Zip, type ZipEntry } from '../shared/zip.js'
import { isPadding, sliceOf } from '../shared/slice.js'
import { isVolume } from './formats.js'
import { Names } from './names.js'
import { findZipEnd } from '../shared/zip-end.js'
import { Uninspectable } from '../../errors.js'

export const zip: Extractor = {
  format: 'zip',
  // Anything may be packed as a ZIP under a name of its own: jar, apk, kmz, xpi, whl.
  extensions: [],
  accepts: (probe) => isZip(probe) || isPrefixed(probe),
  extract: zipPieces,
}

/** A local header (APPNOTE 4.3.7), an empty archive's end (4.3.16), a split or spanned one's mark (8.5.3). */
function isZip({ head }: Probe): boolean {
  const [a, b, c, d] = head
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6) || (c === 7 && d === 8))
}

/** Something stands before the archive: only its name tells, and bytes no text holds. */
function isPrefixed({ head, name }: Probe): boolean {
  return name.endsWith('.zip') && head.includes(0)
}

export async function* zipPieces(source: Source, work: Work): AsyncGenerator<Piece> {
  if (isVolume(source.name) || (isSpanned(await source.read(0, 4)) && !(await findZipEnd(source))))
    throw new Uninspectable('unsupported', { code: 'archive.volume' })
  const opened = await openZip(source, work)
  const names = new Names(source.place)
  for (const comment of opened.comments) names.comment(comment)
  for (const name of new Set(opened.duplicates))
    yield { kind: 'note', detail: { code: 'archive.duplicate', args: { name } } }
  for (const entry of opened.entries) {
    names.folders(entry.name)
    if (!entry.isFolder) yield* entryPieces(source, opened, entry, names)
  }
  yield* names.pieces()
  yield* strayPieces(source, opened)
}

function isSpanned(start: Uint8Array): boolean {
  return start[2] === 7 && start[3] === 8
}

async function* entryPieces(
  source: Source,
  opened: Zip,
  entry: ZipEntry,
  names: Names,
): AsyncGenerator<Piece> {
  const { bytes, fault } = await opened.salvage(entry)
  const place = enter(source.place, { name: entry.name, part: 'attachment' })
  if (fault) yield { kind: 'gap', cause: fault.reason, place, detail: fault.said }
  // A bomb's beginning says nothing the gap does not.
  if (fault && (bytes.length === 0 || fault.reason === 'limit')) names.unopened(entry.name)
  else yield { kind: 'part', role: 'attachment', source: memorySource(place, bytes) }
}

/** Padding is not worth a look; whatever else is longer than this is. */
const MOST_PADDING = 1024 * 1024

/** Bytes in and around the archive that belong to no entry. */
async function* strayPieces(source: Source, opened: Zip): AsyncGenerator<Piece> {
  for (const stretch of opened.stray) {
    const { offset, length } = stretch
    if (length <= MOST_PADDING && isPadding(await source.read(offset, length))) continue
    const where = offset === 0 ? 'prepended' : offset + length === source.size ? 'appended' : 'unlisted'
    const step = { name: `${where}-data.bin`, part: 'attachment' } as const
    yield { kind: 'part', role: 'attachment', source: sliceOf(source, stretch, step) }
  }
}
