/** One document of an OFD file: its pages, templates and lists, as Document.xml names them (GB/T 33190-2016, 7.5). */
import type { Box } from '../../types.js'
import { child, elements, textOf, type XmlNode } from '../shared/xml/tree.js'
import type { ZipEntry } from '../shared/zip.js'
import { boxOf } from './geometry.js'
import type { OfdPackage } from './package.js'
import { readResources, type Resources } from './resources.js'

export interface PageReference {
  readonly id: string
  readonly location: string
  readonly entry: ZipEntry | null
}
export interface Template extends PageReference {
  readonly zOrder: string
}
export interface OfdDocument {
  /** Document.xml; the base of everything it names. */
  readonly entry: ZipEntry
  readonly root: XmlNode
  /** Millimetres. */
  readonly area: Box
  readonly pages: readonly PageReference[]
  readonly templates: ReadonlyMap<string, Template>
  readonly resources: Resources
}

const a4: Box = [0, 0, 210, 297]

export async function readDocument(pack: OfdPackage, entry: ZipEntry): Promise<OfdDocument | null> {
  const root = await pack.read(entry)
  if (!root) return null
  const common = child(root, 'CommonData')
  const reference = (node: XmlNode): PageReference => {
    const location = node.attributes['BaseLoc'] ?? ''
    return { id: node.attributes['ID'] ?? '', location, entry: pack.find(location, entry.name) }
  }
  const parts = [...elements(common, 'PublicRes'), ...elements(common, 'DocumentRes')]
    .map((node) => pack.find(textOf(node), entry.name))
    .filter((part) => part !== null)
  const templates = elements(common, 'TemplatePage').map((node) => {
    return { ...reference(node), zOrder: node.attributes['ZOrder'] ?? '' }
  })
  return {
    entry,
    root,
    area: areaOf(child(common, 'PageArea')) ?? a4,
    pages: elements(child(root, 'Pages'), 'Page').map(reference),
    templates: new Map(templates.map((template) => [template.id, template])),
    resources: await readResources(pack, parts, [entry.name]),
  }
}

/** What of the page can be seen: the physical box (7.6). */
export function areaOf(node: XmlNode | null): Box | null {
  const box = boxOf(textOf(child(node, 'PhysicalBox')))
  return box && box[2] > 0 && box[3] > 0 && box[2] < 1e5 && box[3] < 1e5 ? box : null
}
