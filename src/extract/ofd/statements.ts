/** What an OFD file says beside its pages: document information, bookmarks, tags, extensions, signatures. */
import type { Line } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import { readXmlText } from '../shared/xml/text.js'
import { child, elements, textOf, within, type XmlNode } from '../shared/xml/tree.js'

/** DocInfo (GB/T 33190-2016, 7.4): every field, and custom data by the names their makers gave them. */
export function informationLines(body: XmlNode): Line[] {
  const lines: Line[] = []
  const tell = (label: string, text: string) => {
    if (text.trim()) lines.push(statedLine(text.trim(), { part: 'metadata', label }))
  }
  for (const field of elements(child(body, 'DocInfo'))) {
    if (field.name === 'CustomDatas') {
      for (const data of elements(field)) tell(data.attributes['Name'] ?? data.name, textOf(data))
    } else if (field.name === 'Keywords') {
      for (const keyword of elements(field)) tell('Keywords', textOf(keyword))
    } else if (field.name !== 'DocID' && field.name !== 'Cover') tell(field.name, textOf(field))
  }
  return lines
}

/** Outline titles, bookmark names and the addresses that actions lead to, anywhere in Document.xml. */
export function navigationLines(root: XmlNode): Line[] {
  const lines: Line[] = []
  for (const node of within(root)) {
    const { attributes } = node
    if (node.name === 'OutlineElem' && attributes['Title'])
      lines.push(statedLine(attributes['Title'], { part: 'bookmark' }))
    if (node.name === 'Bookmark' && attributes['Name'])
      lines.push(statedLine(attributes['Name'], { part: 'bookmark' }))
    if (node.name === 'URI' && attributes['URI']) lines.push(statedLine(attributes['URI'], { part: 'link' }))
  }
  return lines
}

/** Custom tags, extensions and other XML whose elements are free: their words, by element name. */
export function freeLines(bytes: Uint8Array, label: string): Line[] {
  return readXmlText(bytes)
    .found.filter(
      (found) => !/^(FileLoc|ObjectRef|MaxUnitID|CheckValue|SignatureDateTime)$/.test(found.label),
    )
    .map((found) => statedLine(found.text, { part: 'metadata', label: `${label}/${found.label}` }))
}

/** Remarks and parameters of an annotation (15.2); its appearance is drawn with the page. */
export function annotationLines(annotation: XmlNode): Line[] {
  const hidden =
    annotation.attributes['Visible'] === 'false' ? ({ hiddenBy: 'hidden-attribute' } as const) : {}
  const lines: Line[] = []
  const tell = (label: string, text: string) => {
    if (text.trim()) lines.push(statedLine(text.trim(), { part: 'annotation', label, ...hidden }))
  }
  tell('Creator', annotation.attributes['Creator'] ?? '')
  tell('Remark', textOf(child(annotation, 'Remark')))
  for (const parameter of elements(child(annotation, 'Parameters')))
    tell(parameter.attributes['Name'] ?? 'Parameter', textOf(parameter))
  return lines
}
