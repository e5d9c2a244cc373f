/** Embedded files: those of the document and those of file-attachment annotations. */
import { Uninspectable } from '../../errors.js'
import { at, enter } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Budget, Piece, Place } from '../../types.js'
import { type Engine, tooLarge } from './engine.js'
import type { OpenPdf } from './open.js'
import { wideText } from './strings.js'

export function* documentAttachments(document: OpenPdf, place: Place, budget: Budget): Generator<Piece> {
  const { call } = document.engine
  const count = call.FPDFDoc_GetAttachmentCount(document.handle)
  for (let index = 0; index < count; index++) {
    const attachment = call.FPDFDoc_GetAttachment(document.handle, index)
    yield attachmentPiece(document.engine, attachment, place, `${index + 1}`, budget)
  }
}

/** One embedded file as a part, or a gap where its bytes cannot be had. */
export function attachmentPiece(
  engine: Engine,
  attachment: number,
  place: Place,
  fallback: string,
  budget: Budget,
): Piece {
  const { call } = engine
  const stated = wideText(engine, (buffer, bytes) => call.FPDFAttachment_GetName(attachment, buffer, bytes))
  const name = stated.replaceAll('\\', '/').normalize('NFC').trim() || fallback
  const inner = enter(place, { name })
  try {
    const bytes = attachmentBytes(engine, attachment, budget)
    if (bytes) return { kind: 'part', source: memorySource(inner, bytes), role: 'attachment' }
  } catch (error) {
    if (!(error instanceof Uninspectable)) throw error
    return { kind: 'gap', cause: error.reason, place: inner, detail: error.said }
  }
  const detail = { code: 'pdf.attachment', args: { name } } as const
  return { kind: 'gap', cause: 'unreadable', place: at(inner, { part: 'attachment' }), detail }
}

function attachmentBytes(engine: Engine, attachment: number, budget: Budget): Uint8Array | null {
  const { call, scratch } = engine
  if (attachment === 0 || !call.FPDFAttachment_GetFile(attachment, 0, 0, scratch)) return null
  const size = engine.memory().u32[scratch >> 2]!
  budget.spend('bytes', size)
  const buffer = call.malloc(size || 1)
  if (buffer === 0) throw tooLarge(size)
  try {
    const got = call.FPDFAttachment_GetFile(attachment, buffer, size, scratch)
    return got ? engine.memory().u8.slice(buffer, buffer + size) : null
  } finally {
    call.free(buffer)
  }
}
