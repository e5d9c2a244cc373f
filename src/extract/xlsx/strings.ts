/** Shared strings and inline strings: runs joined, phonetic hints left out (ECMA-376 18.4). */
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import type { OfficeDocument } from '../shared/ooxml/document.js'
import { report, take } from '../shared/zip/opened-package.js'
import { seenIn } from '../shared/font/symbols.js'
import { readXml, type XmlElement, type XmlSink } from '../shared/xml.js'
import type { ZipEntry } from '../shared/zip.js'
import { type XlsxColour, colourOf } from './colours.js'

export interface RichString {
  readonly text: string
  /** Only where a run has a colour of its own. */
  readonly runs?: readonly { readonly text: string; readonly colour: XlsxColour | undefined }[]
}

export async function readStrings(document: OfficeDocument, entry: ZipEntry): Promise<RichString[]> {
  const strings: RichString[] = []
  const rich = richSink((text) => strings.push(text), 'si')
  report(document, entry, readXml(await take(document, entry), ooxmlPrefixes, rich))
  return strings
}

/** Tells each element of that name (`si`, `is`) as one text when it ends. */
export function richSink(tell: (text: RichString) => void, holder: 'si' | 'is'): Required<XmlSink> {
  let runs: { text: string; colour: XlsxColour | undefined; font: string | undefined }[] = []
  let phonetic = 0
  let inText = false
  const isHolder = (name: string) => name === holder || name.endsWith(`:${holder}`)
  return {
    open(element: XmlElement) {
      if (element.local === holder) runs = [{ text: '', colour: undefined, font: undefined }]
      else if (element.local === 'rPh') phonetic++
      else if (element.local === 'r') runs.push({ text: '', colour: undefined, font: undefined })
      else if (element.local === 'rFont' && runs.length > 0) runs.at(-1)!.font = element.attribute('val')
      else if (element.local === 'color' && runs.length > 0) runs.at(-1)!.colour = colourOf(element)
      else if (element.local === 't') inText = phonetic === 0
    },
    text(text) {
      if (inText && runs.length > 0) runs.at(-1)!.text += text
    },
    close(name) {
      if (/(^|:)rPh$/.test(name)) phonetic--
      else if (/(^|:)t$/.test(name)) inText = false
      else if (isHolder(name)) {
        const kept = runs
          .map(({ text, colour, font }) => ({ colour, text: seenIn(font, unescaped(text)) }))
          .filter(({ text }) => text !== '')
        const text = kept.map((run) => run.text).join('')
        tell(kept.some(({ colour }) => colour !== undefined) ? { text, runs: kept } : { text })
        runs = []
      }
    },
  }
}

/** ST_Xstring: `_x000D_` is a character that XML cannot hold (22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}
