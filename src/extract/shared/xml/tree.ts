/** XML as nested nodes, for formats whose elements must be looked at from several sides; large ones piece by piece. */
import type { Phrase } from '../../../types.js'
import { type Prefixes, readXml } from '../xml.js'

export interface XmlNode {
  /** As `XmlElement.name`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Elements and character data in document order. */
  readonly content: readonly (XmlNode | string)[]
}
export interface XmlTree {
  /** Of two root elements the first; null for a file without any. */
  readonly root: XmlNode | null
  readonly fault: Phrase | null
}

interface Growing extends XmlNode {
  readonly content: (XmlNode | string)[]
}

const noPrefixes: Prefixes = new Map()

/**
 * With the default table every element is known by its local name.
 * `take` gets each element when it ends, with its parent, and answers true if it need not be kept in the tree.
 */
export function readTree(
  bytes: Uint8Array,
  prefixes: Prefixes = noPrefixes,
  take?: (node: XmlNode, parent: XmlNode | null) => boolean,
): XmlTree {
  const open: Growing[] = []
  let root: XmlNode | null = null
  const fault = readXml(bytes, prefixes, {
    open: (element) => void open.push({ name: element.name, attributes: element.attributes(), content: [] }),
    text(text) {
      open.at(-1)?.content.push(text)
    },
    close() {
      const node = open.pop()!
      const parent = open.at(-1)
      if (take?.(node, parent ?? null)) return
      if (parent) parent.content.push(node)
      else root ??= node
    },
  })
  return { root, fault }
}

export function elements(node: XmlNode | null | undefined, name?: string): XmlNode[] {
  if (!node) return []
  return node.content.filter(
    (item): item is XmlNode => typeof item !== 'string' && (name === undefined || item.name === name),
  )
}

/** The first child of that name, step by step. */
export function child(node: XmlNode | null | undefined, ...path: string[]): XmlNode | null {
  let at: XmlNode | null = node ?? null
  for (const name of path) at = elements(at, name)[0] ?? null
  return at
}

/** Every element below `node`, itself first, in document order. */
export function* within(node: XmlNode): Generator<XmlNode> {
  const waiting: XmlNode[] = [node]
  while (waiting.length > 0) {
    const next = waiting.pop()!
    yield next
    const inner = elements(next)
    for (let index = inner.length - 1; index >= 0; index--) waiting.push(inner[index]!)
  }
}

/** All character data below `node`, in document order. */
export function textOf(node: XmlNode | null | undefined): string {
  if (!node) return ''
  return node.content.map((item) => (typeof item === 'string' ? item : textOf(item))).join('')
}
