/** An OpenDocument package: what its manifest says, which entries were read, what is encrypted (ODF 1.3, part 2). */
import type { Source, Work } from '../../types.js'
import { type OpenedPackage, report, take } from '../shared/zip/opened-package.js'
import { readXml } from '../shared/xml.js'
import { openZip, type ZipEntry } from '../shared/zip.js'
import { Crops } from './crops.js'
import { odfPrefixes } from './names.js'

export interface OdfPackage extends OpenedPackage {
  readonly work: Work
  /** Media types of entries by lower-case name. */
  readonly types: ReadonlyMap<string, string>
  /** Entries whose bytes are encrypted. */
  readonly encrypted: ReadonlySet<ZipEntry>
  readonly crops: Crops
}

export async function openOdf(source: Source, work: Work): Promise<OdfPackage> {
  const zip = await openZip(source, work)
  const types = new Map<string, string>()
  const encrypted = new Set<ZipEntry>()
  const pack: OdfPackage = {
    source,
    work,
    zip,
    seen: new Set(),
    gaps: [],
    types,
    encrypted,
    crops: new Crops(),
  }
  const mimetype = zip.find('mimetype')
  if (mimetype) pack.seen.add(mimetype)
  const manifest = zip.find('META-INF/manifest.xml')
  if (!manifest) return pack
  let current = ''
  const fault = readXml(await take(pack, manifest), odfPrefixes, {
    open(element) {
      if (element.local === 'file-entry') {
        current = (element.attribute('manifest:full-path') ?? '').replace(/^\.?\//, '')
        types.set(current.toLowerCase(), element.attribute('manifest:media-type') ?? '')
      } else if (element.local === 'encryption-data') {
        const entry = zip.find(current)
        if (entry) encrypted.add(entry)
      }
    },
  })
  report(pack, manifest, fault)
  return pack
}
