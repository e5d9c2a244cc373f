/** The annotations of one page: their texts as lines, their drawn appearances as pictures, their files. */
import { at } from '../../place.js'
import type { Box, Budget, HiddenBy, Line, Piece, Place, Span } from '../../types.js'
import { annotationTexts, kind, type AnnotationText } from './annotation-texts.js'
import type { Appearance } from './appearances.js'
import { attachmentPiece } from './attachments.js'
import { fieldTexts } from './fields.js'
import { type UprightPage, uprightBox } from './geometry.js'
import type { OpenPdf } from './open.js'

/** FPDF_PAGEOBJ_PATH of fpdf_edit.h. */
const pathObject = 2
/** Paths of an appearance that is a frame, a highlight, a tick or a line. */
const mostPlainPaths = 12
/** Drawn over what the page says, if they have a fill at all. */
const overlaid: ReadonlySet<number> = new Set([
  kind.freeText,
  kind.square,
  kind.circle,
  kind.polygon,
  kind.stamp,
  kind.ink,
  kind.highlight,
  kind.strikeOut,
  kind.line,
  kind.polyline,
])
/** Sound, film, screen, 3D and rich media: what they hold is not read. */
const recordings: ReadonlySet<number> = new Set([18, 19, 21, 25, 26])
/** FPDF_ANNOT_FLAG_HIDDEN | FPDF_ANNOT_FLAG_NOVIEW of fpdf_annot.h. */
const hiddenFlags = 2 | 32

/** An annotation that may hide what stands beneath it. */
export interface Overlay {
  readonly kind: 'annotation' | 'redaction'
  readonly box: Box
}

export interface Annotations {
  readonly lines: readonly Line[]
  /** Those drawn by a stream of their own that may hold more than a frame. */
  readonly appearances: readonly Appearance[]
  readonly overlays: readonly Overlay[]
  /** Attached files as parts; recordings as remarks. */
  readonly beside: readonly Piece[]
}

export function readAnnotations(
  document: OpenPdf,
  page: number,
  sheet: UprightPage,
  place: Place,
  budget: Budget,
): Annotations {
  const { call } = document.engine
  const lines: Line[] = []
  const appearances: Appearance[] = []
  const overlays: Overlay[] = []
  const beside: Piece[] = []
  const count = call.FPDFPage_GetAnnotCount(page)
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const subtype = call.FPDFAnnot_GetSubtype(annotation)
    const box = boxOf(document, annotation, sheet)
    const hidden = (call.FPDFAnnot_GetFlags(annotation) & hiddenFlags) !== 0
    const field = subtype === kind.widget
    const texts = field ? fieldTexts(document, annotation) : annotationTexts(document, annotation, subtype)
    const part = field ? 'form' : subtype === kind.link ? 'link' : 'annotation'
    lines.push(...texts.map((text) => lineOf(text, box, part, hidden)))
    if (subtype === kind.file) {
      const attached = call.FPDFAnnot_GetFileAttachment(annotation)
      beside.push(attachmentPiece(document.engine, attached, place, `${index + 1}`, budget))
    }
    if (recordings.has(subtype)) {
      const detail = { code: 'media.recording' } as const
      beside.push({ kind: 'remark', remark: 'media-file', place: at(place, { box }), detail })
    }
    if (subtype !== kind.popup && isDrawn(document, annotation)) {
      const said = texts.map(({ text }) => text.replace(/\s+/g, '')).join('\n')
      appearances.push({ number: index, box, hidden, part, said })
    }
    if (!hidden && overlaid.has(subtype)) overlays.push({ kind: 'annotation', box })
    if (subtype === kind.redact) overlays.push({ kind: 'redaction', box })
    call.FPDFPage_CloseAnnot(annotation)
  }
  return { lines, appearances, overlays, beside }
}

function lineOf(
  { label, text, shown }: AnnotationText,
  box: Box,
  part: Line['part'] & string,
  hidden: boolean,
): Line {
  const hiddenBy: HiddenBy | null = hidden
    ? 'hidden-attribute'
    : shown
      ? null
      : part === 'form'
        ? 'markup'
        : 'comment'
  const span: Span = {
    text,
    box,
    channel: 'text',
    confidence: 1,
    ...(hiddenBy ? { sight: 'hidden', hiddenBy } : { sight: 'visible' }),
  }
  return { spans: [span], part, label }
}

function isDrawn({ engine: { call } }: OpenPdf, annotation: number): boolean {
  if (call.EPDFAnnot_HasAppearanceStream(annotation, 0) === 0) return false
  const count = call.FPDFAnnot_GetObjectCount(annotation)
  if (count > mostPlainPaths) return true
  for (let index = 0; index < count; index++) {
    const object = call.FPDFAnnot_GetObject(annotation, index)
    if (call.FPDFPageObj_GetType(object) !== pathObject) return true
    if (call.FPDFPath_CountSegments(object) > mostPlainPaths) return true
  }
  return false
}

function boxOf({ engine }: OpenPdf, annotation: number, sheet: UprightPage): Box {
  const { call, scratch } = engine
  if (!call.FPDFAnnot_GetRect(annotation, scratch)) return [0, 0, 0, 0]
  const { f32 } = engine.memory()
  const from = scratch >> 2
  return uprightBox(sheet.toUpright, f32[from]!, f32[from + 3]!, f32[from + 2]!, f32[from + 1]!)
}
