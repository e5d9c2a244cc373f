/** What a Word package says about itself: properties, labels, variables, names of people, custom XML. */
import type { Line } from '../../types.js'
import { readCustomProperties, readProperties } from '../shared/ooxml/properties.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { statedLine } from '../shared/stated.js'
import { readXml } from '../shared/xml.js'
import { type LabelledText, readXmlText, type XmlText } from '../shared/xml/text.js'
import { entriesOf, type Opened, report, take } from './opened.js'
import type { DocxPartKind } from './parts.js'

const readers: readonly (readonly [DocxPartKind, (bytes: Uint8Array) => XmlText])[] = [
  ['core', readProperties],
  ['app', readProperties],
  ['custom', readCustomProperties],
  ['label', (bytes) => readXmlText(bytes, 'all')],
  ['settings', readVariables],
  ['people', (bytes) => readAttribute(bytes, 'w15:author', 'author')],
  ['xml', readXmlText],
]

export async function* metadataLines(opened: Opened): AsyncGenerator<Line> {
  for (const [kind, read] of readers) {
    for (const entry of entriesOf(opened, kind)) {
      const { found, fault } = read(await take(opened, entry))
      report(opened, entry, fault)
      for (const { label, text } of found) yield statedLine(text, { part: 'metadata', label })
    }
  }
}

/** Document variables (`w:docVar`, ECMA-376 17.15.1.32), and whatever else in the settings is in words. */
function readVariables(bytes: Uint8Array): XmlText {
  const variables: LabelledText[] = []
  readXml(bytes, ooxmlPrefixes, {
    open(element) {
      const text = element.name === 'w:docVar' ? element.attribute('w:val') : undefined
      if (text?.trim()) variables.push({ label: element.attribute('w:name') ?? 'docVar', text })
    },
  })
  const { found, fault } = readXmlText(bytes)
  const told = new Set(variables.map(({ text }) => text))
  return {
    found: [...variables, ...found.filter(({ label, text }) => isOwn(label) && !told.has(text))],
    fault,
  }
}

/** East Asian kinsoku lists and the like are the program's own. */
function isOwn(label: string): boolean {
  return !/^(noLineBreaks|characterSpacing|themeFontLang|font)/.test(label)
}

function readAttribute(bytes: Uint8Array, name: string, label: string): XmlText {
  const found: LabelledText[] = []
  const fault = readXml(bytes, ooxmlPrefixes, {
    open(element) {
      const text = element.attribute(name)
      if (text?.trim()) found.push({ label, text })
    },
  })
  return { found, fault }
}
