/** The visible body in reading order, as mammoth gives it: the second pair of eyes beside our own reader. */
import { decodeXml } from '../shared/xml.js'

/** Paragraphs with their text (`\n` line breaks, `\t` tabs), tables row by row; empty ones left out. */
export type Body = readonly string[]

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

type MammothInput = { readonly file: { exists(name: string): boolean; read(name: string): Promise<string> } }
interface Mammoth {
  convertToHtml(
    input: MammothInput,
    options: {
      transformDocument: (document: Node) => Node
      includeEmbeddedStyleMap: false
      includeDefaultStyleMap: false
    },
  ): Promise<unknown>
}

/**
 * `parts` are the few it needs: content types, relationships, document, styles, numbering. They were unpacked under
 * our limits; mammoth never sees the archive. Throws whatever mammoth throws.
 */
export async function readBody(parts: ReadonlyMap<string, Uint8Array>): Promise<Body> {
  const mammoth = (await import('mammoth')).default as unknown as Mammoth
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string) => decodeXml(parts.get(name)!).text,
  }
  const paragraphs: string[] = []
  await mammoth.convertToHtml(
    { file },
    {
      includeEmbeddedStyleMap: false,
      includeDefaultStyleMap: false,
      transformDocument(document) {
        for (const child of document.children ?? []) collect(child, paragraphs)
        // Nothing is left to be written as HTML: the document tree is what was wanted.
        return { ...document, children: [] }
      },
    },
  )
  return paragraphs
}

function collect(node: Node, paragraphs: string[]): void {
  if (node.type !== 'paragraph') {
    for (const child of node.children ?? []) collect(child, paragraphs)
    return
  }
  const text = textIn(node)
  if (text.trim()) paragraphs.push(text)
}

function textIn(node: Node): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return '\n'
  return (node.children ?? []).map(textIn).join('')
}
