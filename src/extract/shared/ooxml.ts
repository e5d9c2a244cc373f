/** The package around every Office Open XML document: content types and relationships (ECMA-376 Part 2). */
import type { Phrase } from '../../types.js'
import { ooxmlPrefixes } from './ooxml/names.js'
import { readXml } from './xml.js'
import type { Zip, ZipEntry } from './zip.js'

export interface Relationship {
  readonly id: string
  /** Last segment of the type: `image`, `hyperlink`, `header`. */
  readonly type: string
  /** A part name without leading slash, or the address as written where `external`. */
  readonly target: string
  readonly external: boolean
}

export interface OfficePackage {
  /** Lower case, parameters cut off; empty when none is stated. */
  contentType(part: string): string
  /** Relationships of one part; of the package itself for `''`. */
  relationships(part: string): readonly Relationship[]
  /** Every part that has relationships, with them. */
  readonly allRelationships: ReadonlyMap<string, readonly Relationship[]>
  /** Parts of the package's own plumbing that were read here. */
  readonly plumbing: ReadonlySet<ZipEntry>
  readonly faults: readonly { readonly entry: ZipEntry; readonly said: Phrase }[]
}

const CONTENT_TYPES = '[content_types].xml'
const RELATIONSHIPS = /^(.*?)_rels\/([^/]*)\.rels$/i

export async function openPackage(zip: Zip): Promise<OfficePackage> {
  const overrides = new Map<string, string>()
  const defaults = new Map<string, string>()
  const all = new Map<string, Relationship[]>()
  const plumbing = new Set<ZipEntry>()
  const faults: { entry: ZipEntry; said: Phrase }[] = []
  for (const entry of zip.entries) {
    const owner = RELATIONSHIPS.exec(entry.name)
    const isTypes = entry.name.toLowerCase() === CONTENT_TYPES
    if (!owner && !isTypes) continue
    plumbing.add(entry)
    const { bytes, fault } = await zip.salvage(entry)
    if (fault) faults.push({ entry, said: fault.said })
    const key = owner ? (owner[1]! + owner[2]!).toLowerCase() : ''
    const said = isTypes
      ? readContentTypes(bytes, overrides, defaults)
      : readRelationships(bytes, owner![1]!, (found) => all.set(key, [...(all.get(key) ?? []), found]))
    if (said) faults.push({ entry, said })
  }
  return {
    contentType: (part) => overrides.get(part.toLowerCase()) ?? defaults.get(extensionOf(part)) ?? '',
    relationships: (part) => all.get(part.toLowerCase()) ?? [],
    allRelationships: all,
    plumbing,
    faults,
  }
}

function readContentTypes(bytes: Uint8Array, overrides: Map<string, string>, defaults: Map<string, string>) {
  return readXml(bytes, ooxmlPrefixes, {
    open(element) {
      const type = (element.attribute('ContentType') ?? '').split(';', 1)[0]!.trim().toLowerCase()
      const part = element.attribute('PartName')
      const extension = element.attribute('Extension')
      if (element.local === 'Override' && part) overrides.set(part.replace(/^\//, '').toLowerCase(), type)
      if (element.local === 'Default' && extension) defaults.set(extension.toLowerCase(), type)
    },
  })
}

function readRelationships(
  bytes: Uint8Array,
  folder: string,
  tell: (found: Relationship) => void,
): Phrase | null {
  return readXml(bytes, ooxmlPrefixes, {
    open(element) {
      if (element.local !== 'Relationship') return
      const target = element.attribute('Target') ?? ''
      const external = element.attribute('TargetMode')?.toLowerCase() === 'external'
      tell({
        id: element.attribute('Id') ?? '',
        type: (element.attribute('Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolvePart(folder, target),
        external,
      })
    },
  })
}

/** A relative or absolute part reference as a part name without leading slash (OPC 6.5). */
export function resolvePart(folder: string, target: string): string {
  const path = decoded(target.replace(/#.*$/, '')).replaceAll('\\', '/')
  const segments: string[] = []
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

/** Percent escapes taken off where they are sound. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

export function extensionOf(name: string): string {
  return /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
