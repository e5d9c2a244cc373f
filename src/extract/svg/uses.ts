/** How many shapes a drawing draws once each `use` is put in place: a kilobyte of them can ask for a billion. */
import { within, type XmlNode } from '../shared/xml/tree.js'

/** No honest drawing nests references this deep; cycles go on for ever. */
const DEEPEST = 64

/** Infinity where references go round in a circle or too deep. */
export function shapesDrawn(root: XmlNode): number {
  const byId = new Map<string, XmlNode>()
  for (const node of within(root)) {
    const { id } = node.attributes
    if (id !== undefined && !byId.has(id)) byId.set(id, node)
  }
  const known = new Map<XmlNode, number>()
  const count = (node: XmlNode, depth: number): number => {
    const before = known.get(node)
    if (before !== undefined) return before
    if (depth > DEEPEST) return Infinity
    let shapes = 0
    for (const inner of within(node)) {
      shapes += 1
      const target = inner.name === 'use' ? byId.get(targetOf(inner)) : undefined
      if (target) shapes += count(target, depth + 1)
      if (shapes === Infinity) break
    }
    known.set(node, shapes)
    return shapes
  }
  return count(root, 0)
}

function targetOf({ attributes }: XmlNode): string {
  const href = attributes['href'] ?? ''
  return href.trim().replace(/^#/, '')
}
