/** A Word package while it is read: its entries by kind, and what went wrong on the way. */
import { enter, innermost } from '../../place.js'
import type { Piece, Phrase, Source, Work } from '../../types.js'
import { openPackage, type OfficePackage } from '../shared/ooxml.js'
import { openZip, type Zip, type ZipEntry } from '../shared/zip.js'
import { kindOf, type DocxPartKind } from './parts.js'

export interface Opened {
  readonly source: Source
  readonly zip: Zip
  readonly pack: OfficePackage
  readonly kinds: ReadonlyMap<ZipEntry, DocxPartKind>
  /** Gaps met so far, to be yielded before the next page. */
  readonly gaps: Piece[]
}

export async function openDocx(source: Source, work: Work): Promise<Opened> {
  const zip = await openZip(source, work)
  const pack = await openPackage(zip)
  const kinds = new Map<ZipEntry, DocxPartKind>()
  for (const entry of zip.entries) {
    if (!entry.isFolder && !pack.plumbing.has(entry))
      kinds.set(entry, kindOf(entry.name, pack.contentType(entry.name)))
  }
  const opened: Opened = { source, zip, pack, kinds, gaps: [] }
  for (const { entry, said } of pack.faults) report(opened, entry, said)
  return opened
}

export function entriesOf({ kinds }: Opened, kind: DocxPartKind): ZipEntry[] {
  const found = [...kinds].flatMap(([entry, its]) => (its === kind ? [entry] : []))
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** The bytes that can be had; a gap is noted for the rest. */
export async function take(opened: Opened, entry: ZipEntry): Promise<Uint8Array> {
  const { bytes, fault } = await opened.zip.salvage(entry)
  if (fault) {
    const place = enter(opened.source.place, { name: entry.name })
    opened.gaps.push({ kind: 'gap', cause: fault.reason, place, detail: fault.said })
  }
  return bytes
}

/** A part that could not be read to its end; what follows from a fault already told is not told again. */
export function report(opened: Opened, entry: ZipEntry, said: Phrase | null): void {
  const known = opened.gaps.some((gap) => gap.kind === 'gap' && innermost(gap.place).name === entry.name)
  if (!said || known) return
  const place = enter(opened.source.place, { name: entry.name })
  opened.gaps.push({ kind: 'gap', cause: 'corrupt', place, detail: said })
}
