/** Addresses an Office Open XML package points to outside itself: links to read as text, pictures and files to fetch. */
import { at } from '../../../place.js'
import type { Line, Piece, Source } from '../../../types.js'
import { decoded, type OfficePackage, type Relationship } from '../ooxml.js'
import { statedLine } from '../stated.js'

/** Of these the target would be a part of the page. */
const contentTypes = new Set([
  'image',
  'oleObject',
  'package',
  'subDocument',
  'aFChunk',
  'frame',
  'video',
  'audio',
  'media',
])

/** Each address once for each use of it. */
export function externalLinks(pack: OfficePackage): Relationship[] {
  const byTarget = new Map<string, Relationship>()
  for (const relationship of [...pack.allRelationships.values()].flat()) {
    if (relationship.external && relationship.target)
      byTarget.set(`${relationship.type} ${relationship.target}`, relationship)
  }
  return [...byTarget.values()]
}

export function linkLines(links: readonly Relationship[]): Line[] {
  return links.map(({ target, type }) => {
    return statedLine(decoded(target), { part: 'link', ...(type !== 'hyperlink' && { label: type }) })
  })
}

/** Linked content: inspected where it lies beside the document, else told as missing. */
export async function* linkedPieces(source: Source, links: readonly Relationship[]): AsyncGenerator<Piece> {
  for (const { type, target } of links) {
    if (!contentTypes.has(type)) continue
    const isRelative = !/^([a-z][\w+.-]*:|\/\/|\\\\)/i.test(target)
    const linked = isRelative ? await source.sibling?.(target) : null
    if (linked) yield { kind: 'part', source: linked, role: 'linked' }
    else {
      const place = at(source.place, { part: 'link', label: type })
      const detail = { code: 'docx.link-missing', args: { target: decoded(target) } } as const
      yield { kind: 'remark', remark: 'link-missing', place, detail }
    }
  }
}
