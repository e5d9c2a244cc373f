/** Parts of the package that nothing refers to: they are in the file, so they are read, or named as carrying nothing. */
import { isBareCff } from '../shared/font/bare-cff.js'
import { enter } from '../../place.js'
import type { Piece } from '../../types.js'
import { statedPage } from '../shared/stated.js'
import { decodeXml } from '../shared/xml.js'
import { child, elements, type XmlNode } from '../shared/xml/tree.js'
import type { ZipEntry } from '../shared/zip.js'
import type { OfdReading } from './reading.js'
import { mostObjects } from './page.js'
import { readPageText } from './page-text.js'
import { type GraphicUnit, drawnIn } from './objects.js'
import { partSource } from './parts.js'
import { noResources } from './resources.js'
import { freeLines } from './statements.js'

const fonts = /\.(ttf|otf|ttc|otc|pfb|cff|woff2?)$/i

export async function* leftoverPieces(reading: OfdReading): AsyncGenerator<Piece> {
  const { pack, source } = reading
  for (const entry of pack.zip.entries) {
    if (entry.isFolder || pack.seen.has(entry)) continue
    reading.work.budget.signal.throwIfAborted()
    const place = enter(source.place, { name: entry.name })
    if (fonts.test(entry.name) && isFont(await pack.bytes(entry)))
      yield { kind: 'inert', place, detail: { code: 'inert.font' } }
    else if (/\.(xml|xsd|ofd\.xml)$/i.test(entry.name)) yield* xmlPieces(reading, entry)
    else if (/\.(esl|dat|cer|crt|p7[bs]|sig)$/i.test(entry.name) && isDer(await pack.bytes(entry)))
      yield { kind: 'inert', place, detail: { code: 'formats.signature' } }
    else {
      const picture = /\.(png|jpe?g|gif|bmp|tiff?|webp)$/i.test(entry.name)
      const role = picture ? 'picture' : 'attachment'
      yield { kind: 'part', source: partSource(pack, source.place, entry, { part: role }), role }
    }
  }
}

/** A page nothing leads to is read as a page; anything else by its words. */
async function* xmlPieces(reading: OfdReading, entry: ZipEntry): AsyncGenerator<Piece> {
  const { pack, source } = reading
  const root = await pack.read(entry)
  const place = enter(source.place, { name: entry.name })
  if (!root) {
    if (decodeXml(await pack.bytes(entry)).text.trim() !== '')
      yield {
        kind: 'gap',
        cause: 'corrupt',
        place,
        detail: { code: 'ofd.no-content', args: { name: entry.name } },
      }
    return
  }
  const objects =
    root.name === 'Page' ? elements(child(root, 'Content')).flatMap((layer) => [...drawn(layer)]) : []
  if (objects.length > 0) {
    const painted = objects.map((object) => ({ object, resources: noResources }))
    const canvas = { area: [0, 0, 1e4, 1e4] as const, painted, missing: [], overfull: false }
    const { lines } = await readPageText(canvas, reading.fonts)
    yield { kind: 'page', page: statedPage(place, lines.map(unlinked)) }
  } else {
    const lines = freeLines(await pack.bytes(entry), entry.name)
    if (lines.length > 0) yield { kind: 'page', page: statedPage(place, lines) }
  }
}

function drawn(layer: XmlNode): Generator<GraphicUnit> {
  return drawnIn(layer, noResources, { left: mostObjects })
}

type Lines = Awaited<ReturnType<typeof readPageText>>['lines']

function unlinked(line: Lines[number]): Lines[number] {
  const spans = line.spans.map(
    (span) => ({ ...span, sight: 'hidden', hiddenBy: 'hidden-attribute' }) as const,
  )
  return { ...line, spans }
}

/** One DER sequence from the first byte to the last, as signatures and certificates are. */
function isDer(bytes: Uint8Array): boolean {
  const [tag, length = 0] = bytes
  if (tag !== 0x30) return false
  if (length < 0x80) return bytes.length === length + 2
  const count = length - 0x80
  const stated = bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0)
  return count <= 4 && bytes.length === stated + 2 + count
}

/** TrueType, OpenType, collections, web fonts, Type 1. */
function isFont(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return (
    ['\0\x01\0\0', 'OTTO', 'true', 'ttcf', 'wOFF', 'wOF2', '%!PS'].includes(start) ||
    start.startsWith('\x80\x01') ||
    isBareCff(bytes)
  )
}
