/** ZIP entries packed by a method yauzl does not know (Deflate64, bzip2, LZMA, xz, zstd, PPMd): 7-Zip reads them. */
import { Uninspectable } from '../../errors.js'
import { placeOf } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Budget } from '../../types.js'
import type { Zip, ZipEntry } from '../shared/zip.js'
import { unpackAll } from './unpack.js'

const ALONE = 'entry'

export interface Salvaged {
  readonly chunks: readonly Uint8Array[]
  readonly fault: Uninspectable | null
}

/** What 7-Zip gets out of the entry; a budget that is spent is thrown. */
export async function salvageRare(zip: Zip, entry: ZipEntry, budget: Budget): Promise<Salvaged> {
  const alone = await zip.alone(entry, ALONE)
  if (!alone) return { chunks: [], fault: corrupt(entry) }
  let chunks: readonly Uint8Array[] = []
  let fault: Uninspectable | null = corrupt(entry)
  try {
    for await (const one of unpackAll(memorySource(placeOf({ name: ALONE }), alone), ALONE, budget)) {
      if (one.kind === 'entry') ({ chunks, fault } = one)
      else if (one.kind === 'fault') fault = one.fault
    }
  } catch (error) {
    if (!(error instanceof Uninspectable) || budget.gone) throw error
    fault = error
  }
  return { chunks, fault: fault && named(fault, entry) }
}

const corrupt = ({ name }: ZipEntry) => new Uninspectable('corrupt', { code: 'zip.entry', args: { name } })

function named({ reason, said }: Uninspectable, { name }: ZipEntry): Uninspectable {
  return new Uninspectable(reason, { ...said, args: { ...said.args, name } })
}
