/** What an annotation says: its contents, its author and subject, its rich text, where it leads. */
import { repaired } from './info.js'
import { linkTarget } from './links.js'
import type { OpenPdf } from './open.js'
import { wideText, withAscii } from './strings.js'

/** FPDF_ANNOT_* of fpdf_annot.h, as far as they are told apart here. */
export const kind = {
  link: 2,
  freeText: 3,
  line: 4,
  square: 5,
  circle: 6,
  polygon: 7,
  polyline: 8,
  highlight: 9,
  strikeOut: 12,
  stamp: 13,
  ink: 15,
  popup: 16,
  file: 17,
  widget: 20,
  watermark: 24,
  redact: 28,
} as const

/** `label`: the key in the annotation's dictionary, or the field's name. */
export interface AnnotationText {
  readonly label: string
  readonly text: string
  /** Drawn on the page, not only kept beside it. */
  readonly shown: boolean
}

export function annotationTexts(document: OpenPdf, annotation: number, subtype: number): AnnotationText[] {
  const onPage = subtype === kind.freeText
  const contents = textOf(document, annotation, 'Contents')
  const texts: AnnotationText[] = [{ label: 'Contents', text: contents, shown: onPage }]
  const rich = richText(document, annotation)
  if (squeezed(rich) !== squeezed(contents)) texts.push({ label: 'RC', text: rich, shown: onPage })
  if (subtype === kind.link) {
    texts.push({ label: 'URI', text: linkTarget(document, annotation), shown: true })
  }
  if (subtype !== kind.popup) {
    for (const label of ['T', 'Subj']) {
      texts.push({ label, text: textOf(document, annotation, label), shown: false })
    }
    texts.push({ label: 'OverlayText', text: textOf(document, annotation, 'OverlayText'), shown: true })
  }
  return texts.filter(({ text }) => text.trim() !== '')
}

function textOf({ engine }: OpenPdf, annotation: number, key: string): string {
  const { call } = engine
  const text = withAscii(engine, key, (name) =>
    wideText(engine, (buffer, bytes) => call.FPDFAnnot_GetStringValue(annotation, name, buffer, bytes)),
  )
  return repaired(text)
}

/** The words of an XHTML rich text string (ISO 32000-1, 12.7.3.4). */
function richText({ engine }: OpenPdf, annotation: number): string {
  const { call } = engine
  const rich = wideText(engine, (buffer, bytes) => call.EPDFAnnot_GetRichContent(annotation, buffer, bytes))
  return rich
    .replace(/<\/?(p|br|div)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .trim()
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}
