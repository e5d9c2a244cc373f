/** Namespaces of Office documents that are one XML file: Word and Excel 2003, and packages laid flat. */
import type { Prefixes } from '../shared/xml.js'

export const officeXmlPrefixes: Prefixes = new Map([
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'w'],
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://schemas.microsoft.com/aml/2001/core', 'aml'],
  ['http://schemas.microsoft.com/office/2006/xmlPackage', 'pkg'],
  ['urn:schemas-microsoft-com:office:spreadsheet', 'ss'],
  ['urn:schemas-microsoft-com:office:excel', 'x'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
])

/** A picture or file inside, in base64. */
export interface EmbeddedPart {
  readonly name: string
  readonly bytes: Uint8Array
}

export const inside = (name: string, base64: string): EmbeddedPart => ({
  name,
  bytes: new Uint8Array(Buffer.from(base64, 'base64')),
})
