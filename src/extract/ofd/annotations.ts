/** Annotations of a document, by the page they stand on (GB/T 33190-2016, 15). */
import type { Line } from '../../types.js'
import { child, elements, textOf, type XmlNode } from '../shared/xml/tree.js'
import type { OfdDocument } from './document.js'
import { boxOf } from './geometry.js'
import { drawnIn } from './objects.js'
import type { OfdPackage } from './package.js'
import { type OfdPage, mostObjects } from './page.js'
import { annotationLines } from './statements.js'
import { translate } from '../../plane/matrix.js'

/** Annotations by the number of their page. */
export async function readAnnotations(
  pack: OfdPackage,
  document: OfdDocument,
): Promise<ReadonlyMap<string, readonly XmlNode[]>> {
  const found = new Map<string, XmlNode[]>()
  for (const reference of elements(document.root, 'Annotations')) {
    const list = pack.find(textOf(reference), document.entry.name)
    const root = list && (await pack.read(list))
    for (const page of elements(root ?? null, 'Page')) {
      const id = page.attributes['PageID'] ?? ''
      for (const location of elements(page, 'FileLoc')) {
        const entry = pack.find(textOf(location), list!.name, document.entry.name)
        const annotations = entry ? elements(await pack.read(entry), 'Annot') : []
        found.set(id, [...(found.get(id) ?? []), ...annotations])
      }
    }
  }
  return found
}

/** Puts the appearances on the canvas, above the page, and returns the words that are not drawn. */
export function annotate(canvas: OfdPage, annotations: readonly XmlNode[], document: OfdDocument): Line[] {
  const [left, top] = canvas.area
  const tally = { left: mostObjects }
  for (const annotation of annotations) {
    const appearance = child(annotation, 'Appearance')
    if (!appearance) continue
    const [x, y] = boxOf(appearance.attributes['Boundary']) ?? [0, 0]
    const shown = annotation.attributes['Visible'] !== 'false'
    for (const object of drawnIn(appearance, document.resources, tally, translate(x - left, y - top))) {
      const visible = object.visible && shown
      canvas.painted.push({ object: { ...object, visible }, resources: document.resources, annotation })
    }
  }
  if (tally.left < 0) canvas.overfull = true
  return annotations.flatMap(annotationLines)
}
