/** File names as people read them, whatever bytes a file system or an archive holds. */
import type { TextDecoder as Decoder } from 'node:util'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const gb18030 = new TextDecoder('gb18030', { fatal: true })

/**
 * Old systems write GBK names without saying so; they are shown decoded. Bytes that are neither UTF-8 nor
 * GB18030 are shown as `\xNN`, so that two different names never look the same. NFC.
 */
export function readRawName(raw: Uint8Array): string {
  const [plain, old] = [decode(utf8, raw), decode(gb18030, raw)]
  if (plain !== null && !(old !== null && improbable(plain) && isHan(old))) return plain
  return old ?? shownBytes(raw)
}

function decode(decoder: Decoder, raw: Uint8Array): string | null {
  try {
    return decoder.decode(raw).normalize('NFC')
  } catch {
    return null
  }
}

/** The GBK bytes of 通知 are valid UTF-8 for a Hebrew accent and a combining letter: scripts nobody names files in. */
const improbable = (name: string) => /[\u0250-\u036f\u0530-\u07ff]/.test(name)
const isHan = (name: string) => /^[\x20-\x7e\p{Script=Han}\u3000-\u303f\uff00-\uffef]+$/u.test(name)

function shownBytes(raw: Uint8Array): string {
  const bytes = Array.from(raw, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  )
  return bytes.join('')
}
