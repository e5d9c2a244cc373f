/** The texts of a Windows shortcut: where it leads and what somebody wrote about it ([MS-SHLLINK]). */
import { Buffer } from 'node:buffer'
import { decodeLabelled } from '../shared/charset/labelled-text.js'

export interface ShortcutText {
  /** As the specification calls the field: `LocalBasePath`, `NAME_STRING`. */
  readonly label: string
  readonly text: string
}

/** Fields of StringData (2.4) with their bit of LinkFlags (2.1.1), in the order they are stored. */
const strings = [
  ['NAME_STRING', 1 << 2],
  ['RELATIVE_PATH', 1 << 3],
  ['WORKING_DIR', 1 << 4],
  ['COMMAND_LINE_ARGUMENTS', 1 << 5],
  ['ICON_LOCATION', 1 << 6],
] as const
const HEADER = 76

/** Cut off, it tells what stands before the cut. */
export function shortcutTexts(file: Uint8Array): ShortcutText[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length < HEADER) return []
  const flags = bytes.readUInt32LE(20)
  const found: ShortcutText[] = []
  let at = HEADER
  if (flags & 1 && at + 2 <= bytes.length) at += 2 + bytes.readUInt16LE(at)
  if (flags & 2 && at + 4 <= bytes.length) {
    found.push(...linkInfo(bytes.subarray(at)))
    at += bytes.readUInt32LE(at)
  }
  const wide = (flags & (1 << 7)) !== 0
  for (const [label, bit] of strings) {
    if (!(flags & bit) || at + 2 > bytes.length) continue
    const length = bytes.readUInt16LE(at) * (wide ? 2 : 1)
    const raw = bytes.subarray(at + 2, at + 2 + length)
    const text = wide ? raw.toString('utf16le') : decodeLabelled(raw, undefined)
    if (text.trim()) found.push({ label, text })
    at += 2 + length
  }
  return found
}

/** LinkInfo (2.3): offsets from its own beginning; the Unicode paths where they are given. */
function linkInfo(info: Buffer): ShortcutText[] {
  if (info.length < 28) return []
  const header = info.readUInt32LE(4)
  const narrow = zeroEnded(info, info.readUInt32LE(16), false)
  const wide = header >= 0x24 && info.length >= 32 ? zeroEnded(info, info.readUInt32LE(28), true) : ''
  const network = info.readUInt32LE(8) & 2 ? networkName(info, info.readUInt32LE(20)) : ''
  const found = [
    { label: 'LocalBasePath', text: wide || narrow },
    { label: 'NetName path', text: network },
    { label: 'CommonPathSuffix', text: zeroEnded(info, info.readUInt32LE(24), false) },
  ]
  return found.filter(({ text }) => text !== '')
}

function networkName(info: Buffer, at: number): string {
  return at > 0 && at + 12 <= info.length ? zeroEnded(info, at + info.readUInt32LE(at + 8), false) : ''
}

function zeroEnded(info: Buffer, at: number, wide: boolean): string {
  if (at < 28 || at >= info.length) return ''
  if (wide) return info.toString('utf16le', at, at + 2 * 32_768).split('\0', 1)[0]!
  const end = info.indexOf(0, at)
  return decodeLabelled(info.subarray(at, end < 0 ? undefined : end), undefined)
}
