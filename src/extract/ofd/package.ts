/** The ZIP around an OFD document: parts found by the many ways writers name them, read once, and remembered. */
import type { Phrase } from '../../types.js'
import { readTree, type XmlNode } from '../shared/xml/tree.js'
import type { Zip, ZipEntry } from '../shared/zip.js'

export interface OfdPackage {
  readonly zip: Zip
  /** `base` is the part that holds the reference; absolute, relative and backslash forms; null: no such part. */
  find(location: string, ...bases: readonly string[]): ZipEntry | null
  /** The part's root element; what is wrong with the part is kept in `faults`. Null when it holds no element. */
  read(entry: ZipEntry, take?: (node: XmlNode, parent: XmlNode | null) => boolean): Promise<XmlNode | null>
  /** Any part: what could be unpacked. */
  bytes(entry: ZipEntry): Promise<Uint8Array>
  /** Parts that were read or handed on. */
  readonly seen: Set<ZipEntry>
  /** References that lead nowhere, each once. */
  readonly missing: Set<string>
  /** What was wrong since the last call. */
  takeFaults(): {
    readonly entry: ZipEntry
    readonly cause: 'corrupt' | 'encrypted' | 'unsupported'
    readonly said: Phrase
  }[]
}

type Fault = ReturnType<OfdPackage['takeFaults']>[number]

export function openOfdPackage(zip: Zip): OfdPackage {
  const seen = new Set<ZipEntry>()
  const missing = new Set<string>()
  let faults: Fault[] = []
  const bytes = async (entry: ZipEntry) => {
    const again = seen.has(entry)
    seen.add(entry)
    const { bytes: found, fault } = await zip.salvage(entry)
    if (fault && !again) faults.push({ entry, cause: fault.reason as Fault['cause'], said: fault.said })
    return found
  }
  return {
    zip,
    seen,
    missing,
    bytes,
    find(location, ...bases) {
      const found = locate(zip, location, bases)
      if (!found && location.trim() !== '') missing.add(location.trim())
      return found
    },
    async read(entry, take) {
      const again = seen.has(entry)
      const { root, fault } = readTree(await bytes(entry), undefined, take)
      if (fault && !again) faults.push({ entry, cause: 'corrupt', said: fault })
      return root
    },
    takeFaults() {
      const taken = faults
      faults = []
      return taken
    },
  }
}

/** GB/T 33190-2016, 7.3 ST_Loc: a leading slash is the root of the package; otherwise relative to the part. */
function locate(zip: Zip, location: string, bases: readonly string[]): ZipEntry | null {
  const wanted = location.trim().replaceAll('\\', '/').normalize('NFC')
  if (wanted === '') return null
  const candidates = wanted.startsWith('/') ? [''] : [...bases.map(folderOf), '']
  if (wanted.startsWith('/')) candidates.push(...bases.map(folderOf))
  for (const folder of candidates) {
    const entry = zip.find(joined(folder, wanted)) ?? zip.find(`/${joined(folder, wanted)}`)
    if (entry && !entry.isFolder) return entry
  }
  return null
}

export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1)
}

export function joined(folder: string, location: string): string {
  const segments: string[] = []
  for (const segment of `${folder}/${location}`.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}
