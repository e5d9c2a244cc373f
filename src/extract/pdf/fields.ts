/** A form field as texts: its value under the field's name, the tooltip (`TU`), the name itself (`T`). */
import type { Labelled } from './annotation-texts.js'
import type { OpenPdf } from './open.js'
import { wideText } from './strings.js'

/** FPDF_FORMFIELD_* of fpdf_formfill.h whose value is text. Choices that are not chosen say nothing. */
const textual = new Set([4, 5, 6])
/** Push buttons and signatures: what they show is their appearance alone. */
const drawn = new Set([1, 7])

export function fieldTexts(document: OpenPdf, annotation: number): Labelled[] {
  const { engine } = document
  const { call } = engine
  const form = document.form()
  if (form === 0) return []
  const read = (get: (form: number, annotation: number, buffer: number, bytes: number) => number) =>
    wideText(engine, (buffer, bytes) => get(form, annotation, buffer, bytes))
  const name = read(call.FPDFAnnot_GetFormFieldName)
  const valued = textual.has(call.FPDFAnnot_GetFormFieldType(form, annotation))
  const value = valued ? read(call.FPDFAnnot_GetFormFieldValue) : ''
  const texts: Labelled[] = [
    { label: name || 'V', text: value, shown: true },
    { label: 'T', text: name, shown: false },
    { label: 'TU', text: read(call.FPDFAnnot_GetFormFieldAlternateName), shown: false },
  ]
  return texts.filter(({ text }) => text.trim() !== '')
}

export function isDrawnField(document: OpenPdf, annotation: number): boolean {
  const form = document.form()
  return form !== 0 && drawn.has(document.engine.call.FPDFAnnot_GetFormFieldType(form, annotation))
}
