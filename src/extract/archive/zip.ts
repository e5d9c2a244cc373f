/** ZIP files that are no document of their own kind: each entry is inspected, and what stands between them. */
import { Uninspectable } from '../../errors.js'
import { enter } from '../../place.js'
import type { Budget, Extractor, Piece, Probe, Source, Work } from '../../types.js'
import { strayPieces } from '../shared/stray.js'
import { findZipEnd } from '../shared/zip/end.js'
import { openZip, type Zip, type ZipEntry } from '../shared/zip.js'
import { chunkSource } from './chunks.js'
import { isVolume } from './formats.js'
import { Names } from './names.js'
import { isPackedProgram, isProgramPart } from './packed-program.js'
import { type Salvaged, salvageRare } from './rare-method.js'

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

async function* zipPieces(source: Source, work: Work): AsyncGenerator<Piece> {
  if (isVolume(source.name) || (isSpanned(await source.read(0, 4)) && !(await findZipEnd(source))))
    throw new Uninspectable('unsupported', { code: 'archive.volume' })
  const opened = await openZip(source, work)
  if (opened.entries.length === 0) yield { kind: 'note', detail: { code: 'archive.empty' } }
  const names = new Names(source.place)
  for (const comment of opened.comments) names.comment(comment)
  for (const name of new Set(opened.duplicates))
    yield { kind: 'note', detail: { code: 'archive.duplicate', args: { name } } }
  const isProgram = isPackedProgram(opened.entries)
  if (isProgram) yield executable(source)
  for (const entry of opened.entries) {
    names.folders(entry.name)
    if (!entry.isFolder)
      yield* entryPieces({ source, zip: opened, names, isProgram, budget: work.budget }, entry)
  }
  yield* names.pieces()
  yield* strayPieces(source, opened.stray)
}

function isSpanned(start: Uint8Array): boolean {
  return start[2] === 7 && start[3] === 8
}

function executable({ place }: Source): Piece {
  return { kind: 'remark', remark: 'executable', place, detail: { code: 'media.executable' } }
}

interface Opened {
  readonly source: Source
  readonly zip: Zip
  readonly names: Names
  readonly isProgram: boolean
  readonly budget: Budget
}

async function* entryPieces(opened: Opened, entry: ZipEntry): AsyncGenerator<Piece> {
  const { chunks, fault } = await salvaged(opened, entry)
  const place = enter(opened.source.place, { name: entry.name, part: 'attachment' })
  if (fault) yield { kind: 'gap', cause: fault.reason, place, detail: fault.said }
  // A bomb's beginning says nothing the gap does not.
  if (fault && (!chunks.some(({ length }) => length > 0) || fault.reason === 'limit'))
    opened.names.unopened(entry.name)
  else if (opened.isProgram && isProgramPart(entry.name, chunks[0] ?? new Uint8Array(0)))
    yield { kind: 'inert', place, detail: { code: 'archive.program-part' } }
  else yield { kind: 'part', role: 'attachment', source: chunkSource(place, chunks) }
}

async function salvaged({ zip, budget }: Opened, entry: ZipEntry): Promise<Salvaged> {
  const { bytes, fault } = await zip.salvage(entry)
  return fault?.said.code === 'zip.method' ? salvageRare(zip, entry, budget) : { chunks: [bytes], fault }
}
