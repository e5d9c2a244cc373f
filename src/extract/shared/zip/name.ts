/** Entry names of a ZIP: strict UTF-8, else GB18030, which is what Chinese Windows programs write without saying so. */
import { readRawName } from '../../../raw-name.js'
import { crc32 } from '../crc32.js'

const UTF8_FLAG = 0x800
const UNICODE_PATH = 0x7075

interface RawName {
  readonly generalPurposeBitFlag: number
  readonly fileNameRaw: Uint8Array
  readonly extraFields: readonly { readonly id: number; readonly data: Uint8Array }[]
}

/** `/` separators, NFC. */
export function decodeName(entry: RawName): string {
  const bytes = unicodePath(entry) ?? entry.fileNameRaw
  const said = (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0
  return (said ? asUtf8(bytes) : readRawName(bytes)).replaceAll('\\', '/').normalize('NFC')
}

function asUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return readRawName(bytes)
  }
}

/** Info-ZIP Unicode Path (APPNOTE 4.6.9), valid only while its checksum fits the plain name. */
function unicodePath(entry: RawName): Uint8Array | null {
  if (entry.generalPurposeBitFlag & UTF8_FLAG) return null
  const field = entry.extraFields.find(
    ({ id, data }) => id === UNICODE_PATH && data.length > 5 && data[0] === 1,
  )
  if (!field) return null
  const stated = new DataView(field.data.buffer, field.data.byteOffset).getUint32(1, true)
  return stated === crc32(entry.fileNameRaw) ? field.data.subarray(5) : null
}
