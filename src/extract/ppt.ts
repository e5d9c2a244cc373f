/** PowerPoint 97 to 2003 and WPS presentations: slides, notes, masters, what earlier saves left, pictures, objects ([MS-PPT]). */
import { Uninspectable } from '../errors.js'
import type { Extractor, Piece, Source, Work } from '../types.js'
import { readEdits } from './ppt/edits.js'
import { objectPiece, picturePieces } from './ppt/belongings.js'
import { type PresentationPart, readPresentation } from './ppt/presentation.js'
import { partOf, partPieces, saidNow, slidePieces } from './ppt/slides.js'
import type { Bytes } from './shared/bytes.js'
import { restPieces } from './shared/cfb/rest.js'
import { type CompoundDocument, openCompound, takeNamed } from './shared/cfb/document.js'

export const ppt: Extractor = {
  format: 'ppt',
  extensions: ['ppt', 'pps', 'pot', 'dps', 'dpt'],
  accepts: ({ entries }) => entries.some((entry) => /^(PowerPoint Document|PP40)$/i.test(entry)),
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  const document = await openCompound(source, work.budget)
  const stream = takeNamed(document, 'PowerPoint Document')
  if (stream) yield* presentationPieces(document, stream, work)
  if (takeNamed(document, 'PP40')) {
    const detail = { code: 'legacy.old', args: { version: 'PowerPoint 95' } } as const
    yield { kind: 'gap', cause: 'unsupported', place: source.place, detail }
  }
  yield* restPieces(document)
}

async function* presentationPieces(
  document: CompoundDocument,
  stream: Bytes,
  work: Work,
): AsyncGenerator<Piece> {
  const { source, gaps } = document
  const edits = readEdits(stream, takeNamed(document, 'Current User'))
  if (edits.encrypted) throw new Uninspectable('encrypted', { code: 'office.encrypted' })
  const presentation = readPresentation(stream, edits)
  const { parts, slides } = presentation
  const broken = (code: 'ppt.broken' | 'ppt.no-document') =>
    gaps.push({ kind: 'gap', cause: 'corrupt', place: source.place, detail: { code } })
  if (!parts.some(({ kind }) => kind === 'document')) broken('ppt.no-document')
  else if (!presentation.whole || slides.some((slide) => !partOf(presentation, slide))) broken('ppt.broken')
  const told = new Set<PresentationPart>()
  for (const [index, slide] of slides.entries()) {
    work.budget.signal.throwIfAborted()
    const part = partOf(presentation, slide)
    if (part) told.add(part)
    yield* slidePieces(document, stream, presentation, slide, index + 1)
  }
  const said = parts.some(({ earlier }) => earlier) ? saidNow(stream, presentation) : new Set<string>()
  for (const part of parts) {
    work.budget.signal.throwIfAborted()
    if (part.kind === 'object') yield objectPiece(document, stream, part)
    else if (!told.has(part)) yield* partPieces(document, stream, presentation, part, said)
  }
  yield* picturePieces(document, takeNamed(document, 'Pictures'))
}
