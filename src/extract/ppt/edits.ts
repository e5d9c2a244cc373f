/** Which parts of an old presentation are its present state: a save may leave the earlier ones in the file ([MS-PPT] 2.1.2). */
import type { Bytes } from '../shared/bytes.js'

export interface Edits {
  readonly encrypted: boolean
  /** Offsets of parts by their number; null: the list could not be read, everything counts. */
  readonly live: ReadonlyMap<number, number> | null
}

const [ENCRYPTED_TOKEN, USER_EDIT, PERSIST_DIRECTORY] = [0xf3d1c4df, 0x0ff5, 0x1772]
const MOST_EDITS = 4_096

/** `current` is the stream `Current User`; null: there is none. */
export function readEdits(stream: Bytes, current: Bytes | null): Edits {
  if (current?.uint32(12) === ENCRYPTED_TOKEN) return { encrypted: true, live: null }
  const live = new Map<number, number>()
  const seen = new Set<number>()
  let at = current?.uint32(16) ?? 0
  while (at > 0 && !seen.has(at) && seen.size < MOST_EDITS && stream.uint16(at + 2) === USER_EDIT) {
    seen.add(at)
    if (stream.uint32(at + 4) >= 32 && stream.uint32(at + 36) !== 0) return { encrypted: true, live: null }
    takeDirectory(stream, stream.uint32(at + 20), live)
    at = stream.uint32(at + 16)
  }
  return { encrypted: false, live: live.size > 0 ? live : null }
}

/** PersistDirectoryAtom (2.3.4): the newest edit is read first and wins. */
function takeDirectory(stream: Bytes, start: number, live: Map<number, number>): void {
  if (stream.uint16(start + 2) !== PERSIST_DIRECTORY) return
  const end = Math.min(stream.length, start + 8 + stream.uint32(start + 4))
  for (let at = start + 8; at + 4 <= end;) {
    const first = stream.uint32(at) & 0xf_ffff
    const count = stream.uint32(at) >>> 20
    at += 4
    for (let index = 0; index < count && at + 4 <= end; index++, at += 4)
      if (!live.has(first + index)) live.set(first + index, stream.uint32(at))
  }
}
