/** Names of the streams and storages in a compound file (old Office, encrypted Office, MSI), from its directory alone. */
import type { Source } from '../../../types.js'
import { directoryEntrySize, pathsOf, treeOf } from './directory.js'

/** [MS-CFB] 2.2. */
const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER_FAT_SECTORS = 109
const LAST_SECTOR = 0xfffffffa
/** A directory of 64 Ki names is none a person made. */
const MOST_ENTRIES = 65_536

export const isCompoundFile = (head: Uint8Array): boolean =>
  MAGIC.every((byte, index) => head[index] === byte)

/**
 * In the order of the directory's tree, the root left out; what stands in a storage has its path: `ObjectPool/_1/Ole`.
 * Chains that run in circles or out of the file end there.
 */
export async function listStreams(source: Source): Promise<readonly string[]> {
  const header = await view(source, 0, 512)
  if (header.byteLength < 512) return []
  const shift = header.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return []
  const size = 1 << shift
  const next = fatReader(source, header, size)
  const sectors: Uint8Array[] = []
  const seen = new Set<number>()
  for (
    let sector = header.getUint32(48, true);
    sector < LAST_SECTOR && !seen.has(sector);
    sector = await next(sector)
  ) {
    seen.add(sector)
    const bytes = await view(source, (sector + 1) * size, size)
    sectors.push(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if ((sectors.length * size) / directoryEntrySize > MOST_ENTRIES) break
  }
  return [...pathsOf(treeOf(Buffer.concat(sectors)).root)].map(({ path }) => path)
}

/** The sector after a given one. Sectors of the table beyond the header's own list are found through the DIFAT chain. */
function fatReader(source: Source, header: DataView, size: number): (sector: number) => Promise<number> {
  const perSector = size / 4
  return async (sector) => {
    let index = Math.floor(sector / perSector)
    let table: number
    if (index < HEADER_FAT_SECTORS) table = header.getUint32(76 + index * 4, true)
    else {
      index -= HEADER_FAT_SECTORS
      let list = header.getUint32(68, true)
      for (let hops = Math.floor(index / (perSector - 1)); hops > 0 && list < LAST_SECTOR; hops--) {
        list = await number(source, (list + 2) * size - 4)
      }
      table =
        list < LAST_SECTOR
          ? await number(source, (list + 1) * size + (index % (perSector - 1)) * 4)
          : LAST_SECTOR
    }
    return table < LAST_SECTOR ? number(source, (table + 1) * size + (sector % perSector) * 4) : LAST_SECTOR
  }
}

async function number(source: Source, offset: number): Promise<number> {
  const bytes = await view(source, offset, 4)
  return bytes.byteLength < 4 ? LAST_SECTOR : bytes.getUint32(0, true)
}

async function view(source: Source, offset: number, length: number): Promise<DataView> {
  const bytes = offset < source.size ? await source.read(offset, length) : new Uint8Array(0)
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
