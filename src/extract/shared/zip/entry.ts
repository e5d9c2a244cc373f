/** Unpacks one entry of a ZIP chunk by chunk, so that a bomb is stopped while it goes off. */
import type { Entry, ZipFile } from 'yauzl'
import { Uninspectable } from '../../../errors.js'
import type { Budget } from '../../../types.js'
import { crc32 } from '../crc32.js'
import { excess } from '../ratio.js'

const STORED = 0
const DEFLATED = 8

/** One entry is held in memory whole. */
const MOST_IN_MEMORY = 512 * 1024 * 1024

export interface UnpackedEntry {
  readonly bytes: Uint8Array
  /** What is wrong with the entry; `bytes` hold what came before the fault. */
  readonly fault: Uninspectable | null
}

export async function unpack(
  file: ZipFile,
  entry: Entry,
  name: string,
  budget: Budget,
): Promise<UnpackedEntry> {
  const refused = refuse(entry, name)
  if (refused) return { bytes: new Uint8Array(0), fault: refused }
  const chunks: Buffer[] = []
  const fault = await collect(file, entry, name, budget, chunks)
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
  if (fault || crc32(bytes) === entry.crc32) return { bytes, fault }
  return { bytes, fault: new Uninspectable('corrupt', { code: 'zip.crc', args: { name } }) }
}

function refuse(entry: Entry, name: string): Uninspectable | null {
  if (entry.isEncrypted())
    return new Uninspectable('encrypted', { code: 'zip.encrypted-entry', args: { name } })
  const method = entry.compressionMethod
  if (method === STORED || method === DEFLATED) return null
  return new Uninspectable('unsupported', { code: 'zip.method', args: { name, method } })
}

/** Fills `chunks` and tells why it stopped early; a budget that is spent is thrown. */
async function collect(
  file: ZipFile,
  entry: Entry,
  name: string,
  budget: Budget,
  chunks: Buffer[],
): Promise<Uninspectable | null> {
  let total = 0
  try {
    for await (const chunk of await file.openReadStreamPromise(entry)) {
      total += (chunk as Buffer).length
      budget.spend('bytes', (chunk as Buffer).length)
      const excess = exceeds(total, entry, name, budget)
      if (excess) return excess
      chunks.push(chunk as Buffer)
    }
    return null
  } catch (error) {
    if (error instanceof Uninspectable || budget.signal.aborted) throw error
    return new Uninspectable('corrupt', { code: 'zip.entry', args: { name } })
  }
}

function exceeds(total: number, entry: Entry, name: string, budget: Budget): Uninspectable | null {
  if (total > MOST_IN_MEMORY) {
    const args = { name, limit: MOST_IN_MEMORY / 1024 ** 2 }
    return new Uninspectable('limit', { code: 'zip.too-large', args })
  }
  return excess(total, entry.compressedSize, name, budget)
}
