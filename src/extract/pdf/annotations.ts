/** Annotations and form fields of one page: their texts as lines, their drawn appearances as pictures, their files. */
import type { Box, Budget, HiddenBy, Line, Piece, Place, Span } from '../../types.js'
import { attachmentPiece } from './attachments.js'
import { linkTarget } from './links.js'
import { fieldLines, isDrawnField } from './fields.js'
import { type Sheet, uprightBox } from './geometry.js'
import { repaired } from './info.js'
import type { OpenPdf } from './open.js'
import { wideText, withAscii } from './strings.js'

/** FPDF_ANNOT_* of fpdf_annot.h, as far as they are told apart here. */
const kind = {
  link: 2,
  freeText: 3,
  stamp: 13,
  ink: 15,
  popup: 16,
  file: 17,
  widget: 20,
  watermark: 24,
  redact: 28,
} as const
/** Their appearance may say more than their texts: it is looked at. */
const drawn: ReadonlySet<number> = new Set([kind.stamp, kind.ink, kind.watermark])
/** FPDF_ANNOT_FLAG_HIDDEN | FPDF_ANNOT_FLAG_NOVIEW. */
const hiddenFlags = 2 | 32
const most = 20_000

export interface Annotations {
  readonly lines: readonly Line[]
  readonly pictures: readonly Box[]
  readonly files: readonly Piece[]
}

export function readAnnotations(
  document: OpenPdf,
  page: number,
  sheet: Sheet,
  place: Place,
  budget: Budget,
): Annotations {
  const { call } = document.engine
  const lines: Line[] = []
  const pictures: Box[] = []
  const files: Piece[] = []
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), most)
  for (let index = 0; index < count; index++) {
    const annotation = call.FPDFPage_GetAnnot(page, index)
    if (annotation === 0) continue
    const subtype = call.FPDFAnnot_GetSubtype(annotation)
    const box = boxOf(document, annotation, sheet)
    const hidden = (call.FPDFAnnot_GetFlags(annotation) & hiddenFlags) !== 0
    const texts =
      subtype === kind.widget ? fieldLines(document, annotation) : textsOf(document, annotation, subtype)
    const reason = hidden
      ? 'hidden-attribute'
      : subtype === kind.freeText || subtype === kind.widget || subtype === kind.link
        ? null
        : 'comment'
    lines.push(...texts.map((text) => lineOf(text, box, subtype, reason)))
    if (subtype === kind.file) {
      files.push(
        attachmentPiece(
          document.engine,
          call.FPDFAnnot_GetFileAttachment(annotation),
          place,
          `${index + 1}`,
          budget,
        ),
      )
    }
    if (!hidden && isDrawn(document, annotation, subtype, texts)) pictures.push(box)
    call.FPDFPage_CloseAnnot(annotation)
  }
  return { lines, pictures, files }
}

export interface Labelled {
  readonly label: string
  readonly text: string
}

function textsOf(document: OpenPdf, annotation: number, subtype: number): Labelled[] {
  const keys = subtype === kind.popup ? ['Contents'] : ['Contents', 'T', 'Subj', 'OverlayText']
  const texts = keys.map((label) => ({ label, text: textOf(document, annotation, label) }))
  const { call } = document.engine
  const rich = wideText(document.engine, (buffer, bytes) =>
    call.EPDFAnnot_GetRichContent(annotation, buffer, bytes),
  )
  const plain = rich
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.replaceAll(' ', '') !== texts[0]!.text.replace(/\s/g, ''))
    texts.push({ label: 'RC', text: plain })
  if (subtype === kind.link) texts.push({ label: 'URI', text: linkTarget(document, annotation) })
  return texts.filter(({ text }) => text.trim() !== '')
}

function textOf({ engine }: OpenPdf, annotation: number, key: string): string {
  return repaired(
    withAscii(engine, key, (name) =>
      wideText(engine, (buffer, bytes) =>
        engine.call.FPDFAnnot_GetStringValue(annotation, name, buffer, bytes),
      ),
    ),
  )
}

function lineOf({ label, text }: Labelled, box: Box, subtype: number, reason: HiddenBy | null): Line {
  const span: Span = {
    text,
    box,
    channel: 'text',
    confidence: 1,
    ...(reason ? { sight: 'hidden', hiddenBy: reason } : { sight: 'visible' }),
  }
  const part = subtype === kind.widget ? 'form' : subtype === kind.link ? 'link' : 'annotation'
  return { spans: [span], part, label }
}

function isDrawn(
  document: OpenPdf,
  annotation: number,
  subtype: number,
  texts: readonly Labelled[],
): boolean {
  const silent = subtype === kind.freeText && texts.every(({ label }) => label !== 'Contents')
  const looks =
    drawn.has(subtype) || silent || (subtype === kind.widget && isDrawnField(document, annotation))
  return looks && document.engine.call.EPDFAnnot_HasAppearanceStream(annotation, 0) !== 0
}

function boxOf({ engine }: OpenPdf, annotation: number, sheet: Sheet): Box {
  const { call, scratch } = engine
  if (!call.FPDFAnnot_GetRect(annotation, scratch)) return [0, 0, 0, 0]
  const { f32 } = engine.memory()
  const from = scratch >> 2
  return uprightBox(sheet.toUpright, f32[from]!, f32[from + 3]!, f32[from + 2]!, f32[from + 1]!)
}
