/** A form field as texts: its value under the field's name, the tooltip (`TU`), the name itself (`T`). */
import type { AnnotationText } from './annotation-texts.js'
import type { Engine } from './engine.js'
import type { OpenPdf } from './open.js'
import { wideText, withAscii } from './strings.js'

/** FPDF_FORMFIELD_* of fpdf_formfill.h whose value is text. Choices that are not chosen say nothing. */
const textual = new Set([4, 5, 6])
/** Combo and list boxes: their value may be a code that stands for what they show. */
const choices = new Set([4, 5])
/** Entries of a list looked at. */
const mostOptions = 2_000
/** FPDF_OBJECT_STRING of fpdfview.h. */
const stringType = 3

export function fieldTexts(document: OpenPdf, annotation: number): AnnotationText[] {
  const form = document.form()
  const type = form === 0 ? -1 : document.engine.call.FPDFAnnot_GetFormFieldType(form, annotation)
  const texts = type < 0 ? looseTexts(document, annotation) : formTexts(document, form, annotation, type)
  return texts.filter(({ text }) => text.trim() !== '')
}

function formTexts({ engine }: OpenPdf, form: number, annotation: number, type: number): AnnotationText[] {
  const { call } = engine
  const read = (get: (form: number, annotation: number, buffer: number, bytes: number) => number) =>
    wideText(engine, (buffer, bytes) => get(form, annotation, buffer, bytes))
  const name = read(call.FPDFAnnot_GetFormFieldName)
  const value = textual.has(type) ? read(call.FPDFAnnot_GetFormFieldValue) : ''
  const chosen = choices.has(type) ? chosenTexts(engine, form, annotation) : []
  return [
    { label: name || 'V', text: value, shown: true },
    ...chosen.filter((text) => text !== value).map((text) => ({ label: name || 'Opt', text, shown: true })),
    { label: 'T', text: name, shown: false },
    { label: 'TU', text: read(call.FPDFAnnot_GetFormFieldAlternateName), shown: false },
  ]
}

/** What a choice field shows of the entries that are chosen (ISO 32000-1, 12.7.4.4). */
function chosenTexts(engine: Engine, form: number, annotation: number): string[] {
  const { call } = engine
  const count = Math.min(mostOptions, call.FPDFAnnot_GetOptionCount(form, annotation))
  const texts: string[] = []
  for (let option = 0; option < count; option++) {
    if (!call.FPDFAnnot_IsOptionSelected(form, annotation, option)) continue
    texts.push(
      wideText(engine, (buffer, bytes) =>
        call.FPDFAnnot_GetOptionLabel(form, annotation, option, buffer, bytes),
      ),
    )
  }
  return texts
}

/** A field no form knows of, as its own dictionary states it. */
function looseTexts({ engine }: OpenPdf, annotation: number): AnnotationText[] {
  const { call } = engine
  const read = (key: string) =>
    withAscii(engine, key, (name) =>
      call.FPDFAnnot_GetValueType(annotation, name) === stringType
        ? wideText(engine, (buffer, bytes) => call.FPDFAnnot_GetStringValue(annotation, name, buffer, bytes))
        : '',
    )
  const name = read('T')
  return [
    { label: name || 'V', text: read('V'), shown: true },
    { label: 'T', text: name, shown: false },
    { label: 'TU', text: read('TU'), shown: false },
  ]
}
