/** What the objects of a page refer to by number: fonts, media, drawing parameters, composite graphics, colour spaces. */
import { child, elements, textOf, type XmlNode } from '../shared/xml/tree.js'
import type { ZipEntry } from '../shared/zip.js'
import { folderOf, joined, type OfdPackage } from './package.js'

export interface FontResource {
  readonly name: string
  readonly bold: boolean
  /** The embedded font program; null: not embedded or missing. */
  readonly file: ZipEntry | null
}
export interface MediaResource {
  /** `Image`, `Audio`, `Video`. */
  readonly type: string
  /** As stated, upper case: `PNG`, `JB2`; often empty. */
  readonly format: string
  readonly location: string
  readonly file: ZipEntry | null
}
export interface Resources {
  readonly fonts: ReadonlyMap<string, FontResource>
  readonly media: ReadonlyMap<string, MediaResource>
  readonly drawParams: ReadonlyMap<string, XmlNode>
  readonly composites: ReadonlyMap<string, XmlNode>
  readonly colourSpaces: ReadonlyMap<string, XmlNode>
}

interface Collected {
  readonly fonts: Map<string, FontResource>
  readonly media: Map<string, MediaResource>
  readonly drawParams: Map<string, XmlNode>
  readonly composites: Map<string, XmlNode>
  readonly colourSpaces: Map<string, XmlNode>
}

export const noResources: Resources = emptyResources()

/** `parts`: PublicRes, DocumentRes and PageRes files in order of weakness; `under`: what a page inherits. */
export async function readResources(
  pack: OfdPackage,
  parts: readonly ZipEntry[],
  bases: readonly string[],
  under: Resources = noResources,
): Promise<Resources> {
  if (parts.length === 0) return under
  const collected = emptyResources()
  for (const key of Object.keys(collected) as (keyof Collected)[]) {
    for (const [id, value] of under[key]) (collected[key] as Map<string, unknown>).set(id, value)
  }
  for (const part of parts) {
    const root = await pack.read(part)
    if (root) collect(pack, root, part.name, bases, collected)
  }
  return collected
}

/** `BaseLoc` of the root is the folder of the files (7.9); some writers leave it out, some state it twice. */
function collect(
  pack: OfdPackage,
  root: XmlNode,
  part: string,
  bases: readonly string[],
  into: Collected,
): void {
  const base = root.attributes['BaseLoc'] ?? ''
  const folder = base.startsWith('/') ? joined('', base) : joined(folderOf(part), base.replaceAll('\\', '/'))
  const find = (location: string) => pack.find(location, `${folder}/`, part, ...bases)
  for (const group of elements(root)) {
    for (const node of elements(group)) {
      const id = node.attributes['ID'] ?? ''
      if (node.name === 'Font') into.fonts.set(id, fontOf(node, find))
      else if (node.name === 'MultiMedia') into.media.set(id, mediaOf(node, find))
      else if (node.name === 'DrawParam') into.drawParams.set(id, node)
      else if (node.name === 'CompositeGraphicUnit') into.composites.set(id, node)
      else if (node.name === 'ColorSpace') into.colourSpaces.set(id, node)
    }
  }
}

const boldName = /bold|heavy|black|粗|黑体|simhei|小标宋/i

function fontOf(node: XmlNode, find: (location: string) => ZipEntry | null): FontResource {
  const name = node.attributes['FontName'] ?? node.attributes['FamilyName'] ?? ''
  const location = textOf(child(node, 'FontFile'))
  return {
    name,
    bold: node.attributes['Bold'] === 'true' || boldName.test(name),
    file: location.trim() === '' ? null : find(location),
  }
}

function mediaOf(node: XmlNode, find: (location: string) => ZipEntry | null): MediaResource {
  const location = textOf(child(node, 'MediaFile')).trim()
  return {
    type: node.attributes['Type'] ?? '',
    format: (node.attributes['Format'] ?? '').toUpperCase(),
    location,
    file: find(location),
  }
}

function emptyResources(): Collected {
  return {
    fonts: new Map(),
    media: new Map(),
    drawParams: new Map(),
    composites: new Map(),
    colourSpaces: new Map(),
  }
}
