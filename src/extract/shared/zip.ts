/** ZIP containers: entries listed and read through yauzl, under the limits of the run; nothing is written to disk. */
import type { Entry, ZipFile } from 'yauzl'
import { Uninspectable } from '../../errors.js'
import { enter } from '../../place.js'
import { readRawName } from '../../raw-name.js'
import { lastSegment } from '../../source.js'
import type { Place, Source, Step, Work } from '../../types.js'
import { zipAlone } from './zip/alone.js'
import { unpack, type UnpackedEntry } from './zip/entry.js'
import { listDirectory, openDirectory } from './zip/directory.js'
import { findZipEnd } from './zip/end.js'
import { refuseOverlap, type ByteRange, strayBytes } from './zip/layout.js'
import { decodeName } from './zip/name.js'

export interface ZipEntry {
  /** As stored, `/` separators, NFC. It may hold `..` or a drive: never use it as a path. */
  readonly name: string
  /** Stated sizes in bytes; the unpacked one is checked while reading. */
  readonly size: number
  readonly packedSize: number
  readonly encrypted: boolean
  readonly isFolder: boolean
}

export interface Zip {
  /** In the order of the central directory; of two with one name both stand here. */
  readonly entries: readonly ZipEntry[]
  readonly duplicates: readonly string[]
  /** Of the archive, then of its entries. */
  readonly comments: readonly string[]
  /** Bytes that belong to no entry: before the archive, between its entries, after its end. */
  readonly stray: readonly ByteRange[]
  /** The first entry of that name, letter case aside (OPC 6.2.2.3). */
  find(name: string): ZipEntry | undefined
  /** All bytes of an entry. Throws Uninspectable: encrypted, corrupt, unsupported, limit. */
  read(entry: ZipEntry): Promise<Uint8Array>
  /** What can be had of an entry, with what is wrong with it. Throws only when the budget of the run is spent. */
  salvage(entry: ZipEntry): Promise<UnpackedEntry>
  /** The packed entry as a ZIP file of its own, under an ASCII name; null where it does not lie where it should. */
  alone(entry: ZipEntry, name: string): Promise<Uint8Array | null>
  /** The entry as a Source one step deeper; bytes are unpacked when first asked for. */
  source(entry: ZipEntry, detail?: Partial<Step>): Source
}

/** Throws Uninspectable: corrupt (cut off, overlapping entries), encrypted directory, limit. */
export async function openZip(source: Source, work: Work): Promise<Zip> {
  const end = await findZipEnd(source)
  if (!end) throw new Uninspectable('corrupt', { code: 'zip.cut-off' })
  const { parts } = work.budget.limits
  if (end.entries > parts) {
    const args = { what: 'parts', limit: parts, flag: '--max-parts' }
    throw new Uninspectable('limit', { code: 'scan.limit', args })
  }
  const file = await openDirectory(source, end)
  const raw = await listDirectory(file, work)
  refuseOverlap(raw, end)
  return zipOf(source, { stray: await strayBytes(source, raw, end), shift: end.shift }, file, raw, work)
}

function zipOf(
  source: Source,
  { stray, shift }: { readonly stray: readonly ByteRange[]; readonly shift: number },
  file: ZipFile,
  raw: readonly Entry[],
  work: Work,
): Zip {
  const rawOf = new Map<ZipEntry, Entry>()
  const byName = new Map<string, ZipEntry>()
  const duplicates: string[] = []
  for (const one of raw) {
    const entry = entryOf(one)
    rawOf.set(entry, one)
    const key = entry.name.toLowerCase()
    if (byName.has(key)) duplicates.push(entry.name)
    else byName.set(key, entry)
  }
  const salvage = (entry: ZipEntry) => unpack(file, rawOf.get(entry)!, entry.name, work.budget)
  const read = async (entry: ZipEntry) => {
    const { bytes, fault } = await salvage(entry)
    if (fault) throw fault
    return bytes
  }
  return {
    entries: [...rawOf.keys()],
    duplicates,
    comments: commentsOf(file, raw),
    stray,
    find: (name) => byName.get(name.toLowerCase()),
    read,
    salvage,
    alone: (entry, name) => zipAlone(source, rawOf.get(entry)!, shift, name),
    source: (entry, detail) => lazySource(enter(source.place, { name: entry.name, ...detail }), entry, read),
  }
}

/** yauzl leaves them as bytes when it is told not to decode. */
function commentsOf(file: ZipFile, raw: readonly Entry[]): string[] {
  const all = [file.comment as unknown as Buffer, ...raw.map((entry) => entry.fileCommentRaw)]
  return all.filter((comment) => comment.length > 0).map((comment) => readRawName(comment))
}

function entryOf(raw: Entry): ZipEntry {
  const name = decodeName(raw)
  return {
    name,
    size: raw.uncompressedSize,
    packedSize: raw.compressedSize,
    encrypted: raw.isEncrypted(),
    isFolder: name.endsWith('/') && raw.uncompressedSize === 0,
  }
}

function lazySource(place: Place, entry: ZipEntry, read: (entry: ZipEntry) => Promise<Uint8Array>): Source {
  let loaded: Promise<Uint8Array> | undefined
  const bytes = () => (loaded ??= read(entry))
  return {
    place,
    name: lastSegment(entry.name),
    size: entry.size,
    read: async (offset, length) => (await bytes()).subarray(offset, offset + length),
    bytes,
  }
}
