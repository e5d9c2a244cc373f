/** The words of an XMP packet, each under the property it belongs to. */
import { readXml } from '../shared/xml.js'

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
/** ISO 16684-1 and the namespaces picture programs write. */
const prefixes = new Map([
  ['adobe:ns:meta/', 'x'],
  [RDF, 'rdf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://ns.adobe.com/xap/1.0/', 'xmp'],
  ['http://ns.adobe.com/xap/1.0/rights/', 'xmpRights'],
  ['http://ns.adobe.com/photoshop/1.0/', 'photoshop'],
  ['http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/', 'Iptc4xmpCore'],
  ['http://iptc.org/std/Iptc4xmpExt/2008-02-29/', 'Iptc4xmpExt'],
  ['http://ns.adobe.com/exif/1.0/', 'exif'],
  ['http://ns.adobe.com/tiff/1.0/', 'tiff'],
  ['http://ns.microsoft.com/photo/1.0/', 'MicrosoftPhoto'],
])
/** Identifiers of the packet itself; no words. */
const opaque = /(^rdf:|^x:|^lang$|(^|:)(InstanceID|DocumentID|OriginalDocumentID|instanceID|documentID)$)/

export interface XmpField {
  readonly label: string
  readonly text: string
}

/** A damaged packet is read as far as it goes, and once more with everything in angle brackets taken away. */
export function xmpFields(packet: Uint8Array): XmpField[] {
  const found: XmpField[] = []
  const open: { name: string; text: string }[] = []
  const tell = (label: string, text: string) => {
    if (text.trim() && !opaque.test(label)) found.push({ label, text: text.trim() })
  }
  const property = () => open.findLast(({ name }) => !name.startsWith('rdf:'))?.name ?? 'XMP'
  const trimmed = packet.subarray(Math.max(0, packet.indexOf(0x3c)), packet.lastIndexOf(0x3e) + 1)
  const fault = readXml(trimmed, prefixes, {
    open(element) {
      open.push({ name: element.name, text: '' })
      for (const [name, value] of Object.entries(element.attributes())) tell(name, value)
    },
    text(text) {
      if (open.length > 0) open.at(-1)!.text += text
    },
    close() {
      const label = property()
      tell(label === 'x:xmpmeta' ? 'XMP' : label, open.pop()!.text)
    },
  })
  if (fault) tell('XMP', new TextDecoder().decode(packet).replace(/<[^>]*>?/g, ' '))
  return found
}
