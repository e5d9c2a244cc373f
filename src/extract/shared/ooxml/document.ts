/** An Office Open XML package while it is read: entries by reference, those already read, and what went wrong. */
import type { Box, Source, Work } from '../../../types.js'
import { cropsOf } from './crops.js'
import { openPackage, type OfficePackage, type Relationship } from '../ooxml.js'
import { type OpenedPackage, report } from '../zip/opened-package.js'
import { openZip, type ZipEntry } from '../zip.js'

export interface OfficeDocument extends OpenedPackage {
  readonly work: Work
  readonly pack: OfficePackage
  /** Pictures that are nowhere shown whole, with what is shown of them. */
  readonly crops: ReadonlyMap<ZipEntry, readonly Box[]>
}

export interface Related {
  readonly id: string
  /** Last segment of the relationship's type. */
  readonly type: string
  readonly entry: ZipEntry
}

export async function openOffice(source: Source, work: Work): Promise<OfficeDocument> {
  const zip = await openZip(source, work)
  const pack = await openPackage(zip)
  const crops = await cropsOf(zip, pack)
  const document: OfficeDocument = { source, work, zip, pack, seen: new Set(pack.plumbing), crops, gaps: [] }
  for (const { entry, said } of pack.faults) report(document, entry, said)
  return document
}

/** Parts that `part` refers to, in the order of its references; `''` is the package itself. */
export function relatedTo({ zip, pack }: OfficeDocument, part: string): Related[] {
  return pack.relationships(part).flatMap(({ id, type, target, external }) => {
    const entry = external ? undefined : zip.find(target)
    return entry ? [{ id, type, entry }] : []
  })
}

/** References that lead to no part. */
export function brokenFrom({ zip, pack }: OfficeDocument, part: string): Relationship[] {
  return pack
    .relationships(part)
    .filter(({ external, target }) => !external && target !== '' && !zip.find(target))
}

/** Everything reachable from a part, nearest first; `stop` says which parts belong to themselves. */
export function reachableFrom(
  document: OfficeDocument,
  part: string,
  stop: (related: Related) => boolean,
): Related[] {
  const found: Related[] = []
  const known = new Set([part.toLowerCase()])
  const waiting = [part]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const related of relatedTo(document, next)) {
      const key = related.entry.name.toLowerCase()
      if (known.has(key) || stop(related)) continue
      known.add(key)
      found.push(related)
      waiting.push(related.entry.name)
    }
  }
  return found
}

/** The entry a relationship of the package names its document, or the one with the usual name. */
export function mainPart(document: OfficeDocument, usual: RegExp): ZipEntry | null {
  const stated = relatedTo(document, '').find(({ type }) => type === 'officeDocument')?.entry
  return stated ?? document.zip.entries.find(({ name }) => usual.test(name)) ?? null
}
