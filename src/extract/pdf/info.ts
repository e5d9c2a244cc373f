/** The information dictionary, layer names, page labels, named destinations and scripts of a document, as lines. */
import { statedLine } from '../shared/stated.js'
import type { Line, Part } from '../../types.js'
import type { Engine } from './engine.js'
import { decodeBytes } from './raw-strings.js'
import { narrowText, wideText, withAscii } from './strings.js'

/** Destinations and labels read; those behind are made by programs for programs. */
const most = 20_000
const standardKeys = [
  'Title',
  'Author',
  'Subject',
  'Keywords',
  'Creator',
  'Producer',
  'CreationDate',
  'ModDate',
  'Trapped',
]

export function infoLines(engine: Engine, document: number): Line[] {
  const { call } = engine
  const custom: string[] = []
  const count = call.EPDF_GetMetaKeyCount(document, 0)
  for (let index = 0; index < count; index++) {
    custom.push(
      narrowText(engine, (buffer, bytes) => call.EPDF_GetMetaKeyName(document, index, 0, buffer, bytes)),
    )
  }
  return [...new Set([...standardKeys, ...custom])].flatMap((key) => {
    const text = withAscii(engine, key, (tag) =>
      wideText(engine, (buffer, bytes) => call.FPDF_GetMetaText(document, tag, buffer, bytes)),
    )
    return told(repaired(text), 'metadata', key)
  })
}

/** Chinese programs write GBK bytes where the standard wants UTF-16; PDFium then shows Latin letters with accents. */
export function repaired(text: string): string {
  if (!/[\u0080-\u00ff]{2}/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text
  const decoded = decodeBytes(Buffer.from(text, 'latin1'))
  return /[\u3400-\u9fff]/.test(decoded) ? decoded : text
}

/** Labels that are more than a number: `机密-1`, `附件2`. */
export function pageLabelLines(engine: Engine, document: number, pageCount: number): Line[] {
  const { call } = engine
  const labels = new Set<string>()
  for (let index = 0; index < Math.min(pageCount, most); index++) {
    const label = wideText(engine, (buffer, bytes) => call.FPDF_GetPageLabel(document, index, buffer, bytes))
    const named = label.replace(/\d+$/, '')
    if (named && !/^[ivxlcdm]+$|^[a-z]{1,2}$/i.test(named)) labels.add(label)
  }
  return [...labels].flatMap((label) => told(label, 'page-label'))
}

export function destinationLines(engine: Engine, document: number): Line[] {
  const { call, scratch } = engine
  const lines: Line[] = []
  const count = Math.min(call.FPDF_CountNamedDests(document), most)
  for (let index = 0; index < count; index++) {
    const name = wideText(engine, (buffer, bytes) => {
      engine.memory().i32[scratch >> 2] = bytes
      call.FPDF_GetNamedDest(document, index, buffer, scratch)
      return engine.memory().i32[scratch >> 2]!
    })
    lines.push(...told(name, 'bookmark', 'Dests'))
  }
  return lines
}

export function scriptLines(engine: Engine, document: number): Line[] {
  const { call } = engine
  const lines: Line[] = []
  const count = call.FPDFDoc_GetJavaScriptActionCount(document)
  for (let index = 0; index < count; index++) {
    const action = call.FPDFDoc_GetJavaScriptAction(document, index)
    if (action === 0) continue
    const name = wideText(engine, (buffer, bytes) => call.FPDFJavaScriptAction_GetName(action, buffer, bytes))
    const script = wideText(engine, (buffer, bytes) =>
      call.FPDFJavaScriptAction_GetScript(action, buffer, bytes),
    )
    lines.push(...told(script, 'code', name || 'JavaScript'))
    call.FPDFDoc_CloseJavaScriptAction(action)
  }
  return lines
}

export function signatureLines(engine: Engine, document: number): Line[] {
  const { call } = engine
  const count = Math.max(0, call.FPDF_GetSignatureCount(document))
  return Array.from({ length: count }, (_, index) => call.FPDF_GetSignatureObject(document, index)).flatMap(
    (signature) =>
      told(
        wideText(engine, (buffer, bytes) => call.FPDFSignatureObj_GetReason(signature, buffer, bytes)),
        'form',
        'Reason',
      ),
  )
}

export function told(text: string, part: Part, label?: string): Line[] {
  return text.trim() === '' ? [] : [statedLine(text, { part, ...(label && { label }) })]
}
