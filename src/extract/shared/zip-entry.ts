/** Unpacks one entry of a ZIP chunk by chunk, so that a bomb is stopped while it goes off. */
import type { Entry, ZipFile } from 'yauzl'
import { Uninspectable } from '../../errors.js'
import type { Budget } from '../../types.js'
import { crc32 } from './crc32.js'

const STORED = 0
const DEFLATED = 8

/** Below this many bytes a high ratio is harmless: an empty drawing shrinks a thousandfold. */
const RATIO_FREE = 16 * 1024 * 1024

/** One entry is held in memory whole. */
const MOST_IN_MEMORY = 512 * 1024 * 1024

export interface Unpacked {
  readonly bytes: Uint8Array
  /** What is wrong with the entry; `bytes` hold what came before the fault. */
  readonly fault: Uninspectable | null
}

export async function unpack(file: ZipFile, entry: Entry, name: string, budget: Budget): Promise<Unpacked> {
  const refused = refuse(entry, name)
  if (refused) return { bytes: new Uint8Array(0), fault: refused }
  const chunks: Buffer[] = []
  const broken = await collect(file, entry, name, budget, chunks)
  const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)
  if (broken) return { bytes, fault: new Uninspectable('corrupt', { code: 'zip.entry', args: { name } }) }
  if (crc32(bytes) === entry.crc32) return { bytes, fault: null }
  return { bytes, fault: new Uninspectable('corrupt', { code: 'zip.crc', args: { name } }) }
}

function refuse(entry: Entry, name: string): Uninspectable | null {
  if (entry.isEncrypted())
    return new Uninspectable('encrypted', { code: 'zip.encrypted-entry', args: { name } })
  const method = entry.compressionMethod
  if (method === STORED || method === DEFLATED) return null
  return new Uninspectable('unsupported', { code: 'zip.method', args: { name, method } })
}

/** True when the data broke off; running into a limit is thrown. */
async function collect(
  file: ZipFile,
  entry: Entry,
  name: string,
  budget: Budget,
  chunks: Buffer[],
): Promise<boolean> {
  let total = 0
  try {
    for await (const chunk of await file.openReadStreamPromise(entry)) {
      total += (chunk as Buffer).length
      budget.spend('bytes', (chunk as Buffer).length)
      if (total > MOST_IN_MEMORY) {
        const args = { name, limit: MOST_IN_MEMORY / 1024 ** 2 }
        throw new Uninspectable('limit', { code: 'zip.too-large', args })
      }
      if (total > RATIO_FREE && total > budget.limits.ratio * entry.compressedSize) {
        const args = { name, limit: budget.limits.ratio }
        throw new Uninspectable('limit', { code: 'zip.ratio', args })
      }
      chunks.push(chunk as Buffer)
    }
    return false
  } catch (error) {
    if (error instanceof Uninspectable || budget.signal.aborted) throw error
    return true
  }
}
