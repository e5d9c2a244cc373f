/** The words in XML of which only the general shape is known: custom XML, helper parts, drawings, charts. */
import type { Phrase } from '../../../types.js'
import { ooxmlPrefixes } from '../ooxml/names.js'
import { readXml } from '../xml.js'

/** Letters no program writes into attributes of its own accord. */
export const hasHan = (text: string): boolean => /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud87f]/.test(text)

export interface LabelledText {
  /** Element name, or `element@attribute`. */
  readonly label: string
  readonly text: string
}
export interface XmlText {
  readonly found: readonly LabelledText[]
  readonly fault: Phrase | null
}

/** Signatures and keys: long, and no words. */
const opaque = new Set(['DigestValue', 'SignatureValue', 'X509Certificate', 'Modulus', 'Exponent'])

/** Character data per element, and those attributes that hold Han characters (or all, where asked). */
export function readXmlText(bytes: Uint8Array, attributes: 'han' | 'all' = 'han'): XmlText {
  const found: LabelledText[] = []
  const open: { local: string; text: string }[] = []
  const fault = readXml(bytes, ooxmlPrefixes, {
    open(element) {
      open.push({ local: element.local, text: '' })
      for (const [name, value] of Object.entries(element.attributes())) {
        if (value.trim() && (attributes === 'all' || hasHan(value))) {
          found.push({ label: `${element.local}@${name}`, text: value })
        }
      }
    },
    text(text) {
      const inner = open.at(-1)
      if (inner) inner.text += text
    },
    close() {
      const { local, text } = open.pop()!
      if (text.trim() && !opaque.has(local)) found.push({ label: local, text: text.trim() })
    },
  })
  return { found, fault }
}

/**
 * DrawingML in charts, diagrams and drawings: one text per paragraph (`a:p`, its runs joined), chart values that are
 * words, alternative texts. Diagrams keep their text twice; equal texts are told once.
 */
export function readDrawingText(bytes: Uint8Array): XmlText {
  const found = new Map<string, LabelledText>()
  const tell = (label: string, text: string) => {
    if (text.trim() && !found.has(text)) found.set(text, { label, text: text.trim() })
  }
  const paragraphs: string[] = []
  let value: string | null = null
  const fault = readXml(bytes, ooxmlPrefixes, {
    open(element) {
      if (element.name === 'a:p') paragraphs.push('')
      else if (element.name === 'a:br' && paragraphs.length > 0) paragraphs.push(`${paragraphs.pop()!}\n`)
      else if (element.name === 'c:v' || element.local === 'pt' || element.name === 'a:t') value = ''
      for (const name of ['descr', 'title']) tell('alt', element.attribute(name) ?? '')
    },
    text(text) {
      if (value !== null) value += text
    },
    close(name) {
      if (name === 'a:t' && paragraphs.length > 0) paragraphs.push(paragraphs.pop()! + (value ?? ''))
      else if (name === 'a:p') tell('text', paragraphs.pop() ?? '')
      else if (value !== null && !/^[\d.,eE+-]*$/.test(value.trim())) tell('value', value)
      if (name === 'a:t' || name === 'c:v' || /(^|:)pt$/.test(name)) value = null
    },
  })
  return { found: [...found.values()], fault }
}
