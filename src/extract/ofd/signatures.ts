/** Signatures of an OFD file: who signed, what the seal is called, and the seal's picture (GB/T 33190-2016, 18). */
import { at } from '../../place.js'
import type { Line, Piece } from '../../types.js'
import { statedLine, statedPage } from '../shared/stated.js'
import { elements, textOf, within, type XmlNode } from '../shared/xml/tree.js'
import type { ZipEntry } from '../shared/zip.js'
import type { OfdReading } from './reading.js'
import { innerPiece } from './parts.js'
import { readSeal } from './seal.js'

export async function* readSignatures(reading: OfdReading, location: string): AsyncGenerator<Piece> {
  const { pack, source } = reading
  const list = pack.find(location, 'OFD.xml')
  const root = list && (await pack.read(list))
  if (!list || !root) return
  const lines: Line[] = []
  for (const [index, reference] of elements(root, 'Signature').entries()) {
    const entry = pack.find(reference.attributes['BaseLoc'] ?? '', list.name)
    const signature = entry && (await pack.read(entry))
    if (!entry || !signature) continue
    for (const line of signatureLines(signature)) lines.push(line)
    for (const value of valuesOf(reading, signature, entry)) {
      const seal = readSeal(await pack.bytes(value))
      for (const text of seal.strings) lines.push(statedLine(text, { part: 'metadata', label: 'Seal' }))
      for (const [number, picture] of seal.pictures.entries())
        yield innerPiece(source.place, `seal-${index + 1}-${number + 1}.${picture.extension}`, picture.bytes)
    }
  }
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), lines) }
}

/** The signed value and the seal file; both hold the seal, the second only in the older form. */
function valuesOf({ pack }: OfdReading, signature: XmlNode, entry: ZipEntry): ZipEntry[] {
  const found: ZipEntry[] = []
  for (const node of within(signature)) {
    const location =
      node.name === 'SignedValue' || (node.name === 'BaseLoc' && textOf(node))
        ? textOf(node)
        : sealLocation(node)
    const value = location ? pack.find(location, entry.name) : null
    if (value && !found.includes(value)) found.push(value)
  }
  return found
}

function sealLocation(node: XmlNode): string {
  return node.name === 'Seal' ? (node.attributes['BaseLoc'] ?? '') : ''
}

function signatureLines(signature: XmlNode): Line[] {
  const lines: Line[] = []
  for (const node of within(signature)) {
    if (node.name === 'Provider') {
      for (const name of ['ProviderName', 'Company']) {
        const value = node.attributes[name]
        if (value) lines.push(statedLine(value, { part: 'metadata', label: `Signature/${name}` }))
      }
    } else if (node.name === 'Property' || node.name === 'Parameter') {
      const text = textOf(node).trim()
      if (text)
        lines.push(
          statedLine(text, { part: 'metadata', label: `Signature/${node.attributes['Name'] ?? node.name}` }),
        )
    }
  }
  return lines
}
