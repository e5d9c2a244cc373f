/** File names as people read them, whatever bytes the file system holds. */
import { Buffer } from 'node:buffer'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const gb18030 = new TextDecoder('gb18030', { fatal: true })

/**
 * Old systems hold GBK names; they are shown decoded. Bytes that are neither UTF-8 nor GB18030 are shown as
 * `\xNN`, so that two different names never look the same.
 */
export function readName(raw: Uint8Array): string {
  for (const decoder of [utf8, gb18030]) {
    try {
      return decoder.decode(raw).normalize('NFC')
    } catch {
      continue
    }
  }
  const bytes = Array.from(raw, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  )
  return bytes.join('')
}

/** A path as reports write it: `/` separators, NFC, without a leading `./`. */
export function displayPath(path: string, separator: string): string {
  const slashed = separator === '\\' ? path.replaceAll('\\', '/') : path
  return slashed.normalize('NFC').replace(/^\.\//, '')
}

/** The folder part and the last part of a raw path, split at `/` (and `\` on Windows). */
export function joinRaw(folder: Buffer, name: Buffer, separator: string): Buffer {
  return Buffer.concat([folder, Buffer.from(separator), name])
}
