/** `ppt/presentation.xml`: slides in order, their size, names of sections and custom shows (ECMA-376 19.2.1.26). */
import type { Line } from '../../types.js'
import { type OfficeDocument, relatedTo } from '../shared/ooxml/document.js'
import { report, take } from '../shared/zip/opened-package.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { statedLine } from '../shared/stated.js'
import { child, elements, readTree, within, type XmlNode } from '../shared/xml/tree.js'
import type { ZipEntry } from '../shared/zip.js'

export interface PptxPresentation {
  readonly entry: ZipEntry
  /** null: the part is missing. */
  readonly slides: readonly (ZipEntry | null)[]
  /** Points. */
  readonly width: number
  readonly height: number
  readonly lines: readonly Line[]
}

const emuPerPoint = 12_700

export async function readPresentation(document: OfficeDocument, entry: ZipEntry): Promise<PptxPresentation> {
  const root = await readPart(document, entry)
  const targets = new Map(relatedTo(document, entry.name).map((related) => [related.id, related.entry]))
  const size = child(root, 'p:sldSz')?.attributes
  const lines: Line[] = []
  for (const node of root ? within(root) : []) {
    const isNamed = /(^|:)(section|custShow)$/.test(node.name)
    if (isNamed && node.attributes['name'])
      lines.push(statedLine(node.attributes['name'], { part: 'bookmark' }))
  }
  return {
    entry,
    slides: elements(child(root, 'p:sldIdLst'), 'p:sldId').map(
      (slide) => targets.get(slide.attributes['r:id'] ?? '') ?? null,
    ),
    width: (Number(size?.['cx']) || 9_144_000) / emuPerPoint,
    height: (Number(size?.['cy']) || 6_858_000) / emuPerPoint,
    lines,
  }
}

export async function readPart(document: OfficeDocument, entry: ZipEntry): Promise<XmlNode | null> {
  const { root, fault } = readTree(await take(document, entry), ooxmlPrefixes)
  report(document, entry, fault)
  return root
}
