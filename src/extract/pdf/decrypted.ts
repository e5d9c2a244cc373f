/** The bytes of an encrypted document that opened without a password, saved again without encryption, in memory. */
import type { OpenPdf } from './open.js'

/** Larger documents are not copied; their XMP and layer names stay unread. */
const largest = 200 << 20

export function isEncrypted({ engine, handle }: OpenPdf): boolean {
  return engine.call.EPDF_IsEncrypted(handle) !== 0
}

/** The file's own bytes when it is not encrypted; null when a plain copy cannot be made. */
export function plainBytes(document: OpenPdf): Uint8Array | null {
  const { engine, handle } = document
  const { call } = engine
  const bytes = document.bytes()
  if (!isEncrypted(document)) return bytes
  if (bytes.length > largest || !call.EPDF_RemoveEncryption(handle)) return null
  const writer = call.PDFiumExt_OpenFileWriter()
  try {
    if (!call.PDFiumExt_SaveAsCopy(handle, writer)) return null
    const size = call.PDFiumExt_GetFileWriterSize(writer)
    const buffer = call.malloc(size || 1)
    call.PDFiumExt_GetFileWriterData(writer, buffer, size)
    const copy = engine.memory().u8.slice(buffer, buffer + size)
    call.free(buffer)
    return copy
  } finally {
    call.PDFiumExt_CloseFileWriter(writer)
  }
}
