/** Metafiles (EMF, WMF): their text records as text, their bitmaps as pictures; what is only drawn is read by OCR. */
import { at, enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Extractor, Page, Piece, Place, Probe, Phrase, Source, Work } from '../types.js'
import type { Canvas } from './metafile/canvas.js'
import { MetafileDrawing } from './metafile/drawn.js'
import { readEmf } from './metafile/emf.js'
import { readWmf } from './metafile/wmf.js'
import { atLeastOne, pagesOf, statedLine, statedPage } from './shared/stated.js'
import { groundOf } from './shared/svg/drawing.js'
import { pixelPage } from './shared/svg/pixel-page.js'

export const metafile: Extractor = {
  format: 'metafile',
  extensions: ['emf', 'wmf', 'emz', 'wmz', 'pict', 'pct'],
  accepts: (probe) => kindOf(probe) !== null,
  extract,
}

/** Fewer filled shapes than this spell nothing. */
const FEW = 8

function kindOf({ head, name }: Probe): 'emf' | 'wmf' | 'pict' | null {
  const start = Buffer.from(head.subarray(0, 44)).toString('latin1')
  if (start.startsWith('\x01\0\0\0') && start.slice(40) === ' EMF') return 'emf'
  if (start.startsWith('\xd7\xcd\xc6\x9a') || /^[\x01\x02]\0\x09\0\0[\x01\x03]/.test(start)) return 'wmf'
  return /\.(pict|pct)$/.test(name) ? 'pict' : null
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const bytes = await source.bytes()
  work.budget.spend('bytes', bytes.length)
  const kind = kindOf({ head: bytes.subarray(0, 64), name: source.name.toLowerCase(), entries: [] })
  const drawn = new MetafileDrawing()
  const gap = (cause: 'corrupt' | 'unsupported', detail: Phrase): Piece => ({
    kind: 'gap',
    cause,
    place: source.place,
    detail,
  })
  if (kind === 'pict' || kind === null) return yield gap('unsupported', { code: 'metafile.mac' })
  const title = kind === 'emf' ? readEmf(bytes, drawn) : (readWmf(bytes, drawn), '')
  for await (const page of atLeastOne(source.place, pagesOf(source.place, drawn.lines())))
    yield { kind: 'page', page }
  const named = title.split('\0').filter((text) => text.trim() !== '')
  if (named.length > 0) {
    const lines = named.map((text) => statedLine(text, { part: 'metadata', label: 'description' }))
    yield { kind: 'page', page: statedPage(source.place, lines) }
  }
  for (const [index, { extension, bytes: picture }] of drawn.pictures.entries()) {
    const place = enter(source.place, { name: `bitmap-${index + 1}.${extension}`, part: 'picture' })
    yield { kind: 'part', role: 'picture', source: memorySource(place, picture) }
  }
  if (!drawn.whole) yield gap('corrupt', { code: 'metafile.broken' })
  if (drawn.glyphs > 0) yield gap('unsupported', { code: 'metafile.glyphs' })
  if (drawn.glyphs > 0 || drawn.hasText || drawn.pictures.length > 0) return
  if (drawn.canvas.figures >= FEW && !drawn.canvas.crowded)
    yield { kind: 'page', page: drawnPage(drawn.canvas, source.place) }
  else if (drawn.curves + drawn.undrawn >= FEW) yield gap('unsupported', { code: 'metafile.drawn' })
}

/** What is only drawn, for OCR. */
function drawnPage(canvas: Canvas, place: Place): Page {
  const shapes = canvas.markup()
  const box = canvas.box
  const size = at(place, { pageSize: [box[2], box[3]] })
  return pixelPage(size, box, groundOf(shapes), ([x, y, width, height], [across, down]) => {
    const view = `viewBox="${x} ${y} ${width} ${height}" preserveAspectRatio="none"`
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" ${view}>${shapes}</svg>`
  })
}
