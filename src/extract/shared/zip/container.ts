/** What a container says it holds, read from its directory alone: enough to tell a DOCX from a plain ZIP. */
import type { Source } from '../../../types.js'
import { isCompoundFile, listStreams } from '../cfb/names.js'

const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b

/** Entry names; of a ZIP that was cut off, those near its beginning. None for anything else. Never throws. */
export async function listContainer(source: Source, head: Uint8Array): Promise<readonly string[]> {
  if (isCompoundFile(head)) return listStreams(source).catch(() => [])
  if (!isZip(head)) return []
  const { listEntries } = await import('./directory.js')
  const names = await listEntries(source)
  return names.length > 0 ? names : namesAtStart(head)
}

/** Names in the local headers (APPNOTE 4.3.7) that the first bytes happen to hold. */
function namesAtStart(head: Uint8Array): string[] {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const names: string[] = []
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    if (at + 30 > bytes.length) break
    const end = at + 30 + bytes.readUInt16LE(at + 26)
    if (end <= bytes.length) names.push(bytes.toString('utf8', at + 30, end).replaceAll('\\', '/'))
  }
  return names
}
