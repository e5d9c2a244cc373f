/** XFA forms keep their texts in XML packets; PDFium does not draw them, so the words are read from the packets. */
import type { Line } from '../../types.js'
import { readXmlText } from '../shared/xml/text.js'
import { type Engine, tooLarge } from './engine.js'
import { told } from './info.js'
import { narrowText } from './strings.js'

/** FORMTYPE_XFA_FULL of fpdf_formfill.h: the pages are made from the packets alone. */
const dynamic = 2

export function isDynamicForm(engine: Engine, document: number): boolean {
  return engine.call.FPDF_GetFormType(document) === dynamic
}

export function formPackets(engine: Engine, document: number): Line[] {
  const { call } = engine
  const count = Math.max(0, call.FPDF_GetXFAPacketCount(document))
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const name = narrowText(engine, (buffer, bytes) =>
      call.FPDF_GetXFAPacketName(document, index, buffer, bytes),
    )
    const packet = packetBytes(engine, document, index)
    return readXmlText(packet).found.flatMap(({ text, label }) => told(text, 'form', `${name}/${label}`))
  })
}

function packetBytes(engine: Engine, document: number, index: number): Uint8Array {
  const { call, scratch } = engine
  call.FPDF_GetXFAPacketContent(document, index, 0, 0, scratch)
  const size = engine.memory().u32[scratch >> 2]!
  const buffer = call.malloc(size || 1)
  if (buffer === 0) throw tooLarge(size)
  try {
    const got = call.FPDF_GetXFAPacketContent(document, index, buffer, size, scratch)
    return got ? engine.memory().u8.slice(buffer, buffer + size) : new Uint8Array()
  } finally {
    call.free(buffer)
  }
}
