/** XMP packets → lines: every property's text under the property's own name. */
import { readXml, type Prefixes } from '../shared/xml.js'
import { statedLine } from '../shared/stated.js'
import type { Line } from '../../types.js'

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
/** The usual prefixes (ISO 16684-1, clause 8); properties of other namespaces keep their local name. */
const prefixes: Prefixes = new Map([
  [rdf, 'rdf'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['adobe:ns:meta/', 'x'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://ns.adobe.com/xap/1.0/', 'xmp'],
  ['http://ns.adobe.com/xap/1.0/mm/', 'xmpMM'],
  ['http://ns.adobe.com/xap/1.0/rights/', 'xmpRights'],
  ['http://ns.adobe.com/xap/1.0/bj/', 'xmpBJ'],
  ['http://ns.adobe.com/xap/1.0/t/pg/', 'xmpTPg'],
  ['http://ns.adobe.com/pdf/1.3/', 'pdf'],
  ['http://ns.adobe.com/pdfx/1.3/', 'pdfx'],
  ['http://ns.adobe.com/photoshop/1.0/', 'photoshop'],
  ['http://www.aiim.org/pdfa/ns/id/', 'pdfaid'],
  ['http://www.aiim.org/pdfua/ns/id/', 'pdfuaid'],
])
/** Wrappers that say nothing about what the value is. */
const wrapper = /^(rdf|x|xml):/

export function xmpLines(packets: readonly Uint8Array[]): Line[] {
  const seen = new Set<string>()
  const lines: Line[] = []
  for (const packet of packets) {
    readPacket(packet, (label, text) => {
      const key = `${label}\0${text}`
      if (seen.has(key)) return
      seen.add(key)
      lines.push(statedLine(text, { part: 'metadata', label }))
    })
  }
  return lines
}

/** A malformed packet yields what stood before the fault; it is read once more as plain text so that nothing is lost. */
function readPacket(packet: Uint8Array, tell: (label: string, text: string) => void): void {
  const open: string[] = []
  const say = (label: string, text: string) => {
    if (text.trim() !== '') tell(label, text.trim())
  }
  const fault = readXml(packet, prefixes, {
    open(element) {
      open.push(element.name)
      for (const [name, value] of Object.entries(element.attributes())) {
        if (!wrapper.test(name)) say(name, value)
      }
    },
    text: (text) => say(open.findLast((name) => !wrapper.test(name)) ?? 'XMP', text),
    close: () => void open.pop(),
  })
  if (fault)
    say(
      'XMP',
      Buffer.from(packet)
        .toString('utf8')
        .replace(/<[^>]*>/g, ' '),
    )
}
