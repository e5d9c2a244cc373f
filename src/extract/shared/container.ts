/** What a container says it holds, read from its directory alone: enough to tell a DOCX from a plain ZIP. */
import type { Source } from '../../types.js'
import { isCompoundFile, listStreams } from './cfb-names.js'

const isZip = (head: Uint8Array) => head[0] === 0x50 && head[1] === 0x4b

/** Entry names, or none when the bytes are no container or its directory cannot be read. Never throws. */
export async function listContainer(source: Source, head: Uint8Array): Promise<readonly string[]> {
  if (isCompoundFile(head)) return listStreams(source).catch(() => [])
  if (!isZip(head)) return []
  const { listEntries } = await import('./zip.js')
  return listEntries(source)
}
