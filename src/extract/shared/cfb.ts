/** Compound files ([MS-CFB]): the tree of storages and streams, and the bytes of each stream, whatever the chains say. */
import { Uninspectable } from '../../errors.js'
import type { Budget, Phrase } from '../../types.js'
import { type CfbEntry, directoryEntrySize, treeOf } from './cfb/directory.js'
import { isCompoundFile } from './cfb/names.js'

export type { CfbEntry } from './cfb/directory.js'
export { pathsOf } from './cfb/directory.js'

export interface Cfb {
  readonly root: CfbEntry
  /** The directory is damaged: some entries may be missing or stand at the wrong place. */
  readonly fault: Phrase | null
  /** What can be had of a stream; `fault` when that is not all of it. Charges the budget with its length. */
  read(entry: CfbEntry): CfbStream
}
export interface CfbStream {
  readonly bytes: Uint8Array
  readonly fault: Phrase | null
}

const HEADER_FAT_SECTORS = 109
const LAST_SECTOR = 0xfffffffa
const MOST_ENTRIES = 65_536
const damaged: Phrase = { code: 'cfb.directory' }

/** Throws `Uninspectable` when not even the header or the directory can be read. */
export function openCfb(bytes: Uint8Array, budget: Budget): Cfb {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = bytes.length >= 512 ? view.getUint16(30, true) : 0
  if (!isCompoundFile(bytes) || (shift !== 9 && shift !== 12))
    throw new Uninspectable('corrupt', { code: 'cfb.cut-off' })
  const file: Layout = { bytes, view, size: 1 << shift, fat: new Uint32Array(0) }
  const fat = readFat(file)
  const whole: Layout = { ...file, fat }
  const directory = chainBytes(
    whole,
    view.getUint32(48, true),
    MOST_ENTRIES * directoryEntrySize,
    1,
    new Set(),
  )
  if (directory.bytes.length < directoryEntrySize) throw new Uninspectable('corrupt', { code: 'cfb.cut-off' })
  if (directory.bytes.length >= MOST_ENTRIES * directoryEntrySize)
    throw new Uninspectable('limit', { code: 'cfb.too-many', args: { limit: MOST_ENTRIES } })
  const tree = treeOf(directory.bytes)
  return {
    root: tree.root,
    fault: tree.damaged || !directory.whole ? damaged : null,
    read: streamReader(whole, tree.root, budget),
  }
}

interface Layout {
  readonly bytes: Uint8Array
  readonly view: DataView
  /** Bytes of a sector. */
  readonly size: number
  readonly fat: Uint32Array
}

function streamReader(file: Layout, root: CfbEntry, budget: Budget): Cfb['read'] {
  const cutoff = file.view.getUint32(56, true)
  let mini: Layout | null = null
  const miniLayout = () => (mini ??= miniOf(file, root))
  return (entry) => {
    budget.spend('bytes', Math.min(entry.size, file.bytes.length))
    const short = entry.size < cutoff && entry !== root
    const held = short ? miniLayout() : file
    const { bytes } = chainBytes(held, entry.startSector, entry.size, short ? 0 : 1)
    const whole = bytes.length >= entry.size
    return { bytes, fault: whole ? null : { code: 'cfb.stream', args: { name: shownName(entry.name) } } }
  }
}

/** The root's own stream, cut into sectors of 64 bytes with a table of their own (2.4, 2.6.3). */
function miniOf(file: Layout, root: CfbEntry): Layout {
  const { bytes } = chainBytes(file, root.startSector, root.size)
  const table = chainBytes(file, file.view.getUint32(60, true), bytes.length / 16).bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { bytes, view, size: 64, fat: numbers(table) }
}

/**
 * The sectors of a chain put together, at most `most` bytes. `lead`: sectors the header takes. `seen`: sectors that end
 * the chain when it comes back to them; without it, its length does.
 */
function chainBytes(
  file: Layout,
  first: number,
  most: number,
  lead = 1,
  seen?: Set<number>,
): { bytes: Uint8Array; whole: boolean } {
  const { bytes, size, fat } = file
  const runs: Uint8Array[] = []
  const limit = Math.min(Math.ceil(most / size), Math.ceil(bytes.length / size))
  let count = 0
  let sector = first
  while (count < limit && sector < LAST_SECTOR && (sector + lead) * size < bytes.length) {
    if (seen?.has(sector)) break
    const start = sector
    let length = 1
    while (count + length < limit && fat[sector] === sector + 1) {
      sector++
      length++
    }
    for (let each = start; seen && each <= sector; each++) seen.add(each)
    runs.push(bytes.subarray((start + lead) * size, (start + lead + length) * size))
    count += length
    sector = fat[sector] ?? LAST_SECTOR - 1
  }
  const joined = runs.length === 1 ? runs[0]! : new Uint8Array(Buffer.concat(runs))
  return { bytes: joined.subarray(0, most), whole: sector >= LAST_SECTOR }
}

/** The table of next sectors, from the header's list and the DIFAT chain; no longer than the file has sectors. */
function readFat({ bytes, view, size }: Layout): Uint32Array {
  const perSector = size / 4
  const sectors = Math.ceil(bytes.length / size)
  const places: number[] = []
  const most = Math.ceil(sectors / perSector) + 1
  for (let index = 0; index < HEADER_FAT_SECTORS; index++) places.push(view.getUint32(76 + index * 4, true))
  let list = view.getUint32(68, true)
  while (list < LAST_SECTOR && (list + 2) * size <= bytes.length && places.length < most) {
    for (let index = 0; index < perSector - 1; index++)
      places.push(view.getUint32((list + 1) * size + index * 4, true))
    list = view.getUint32((list + 2) * size - 4, true)
  }
  const fat = new Uint32Array(Math.min(most, places.length) * perSector).fill(0xffffffff)
  places.slice(0, most).forEach((place, index) => {
    if (place >= LAST_SECTOR || (place + 1) * size >= bytes.length) return
    fat.set(numbers(bytes.subarray((place + 1) * size, (place + 2) * size)), index * perSector)
  })
  return fat
}

function numbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true))
}

/** Names of system streams begin with a control character. */
export const shownName = (name: string): string => name.replace(/[\0-\x1f]/g, '')

/** Case does not matter in names (2.6.4). */
export function childNamed(storage: CfbEntry, name: string): CfbEntry | undefined {
  const wanted = name.toLowerCase()
  return storage.children.find((entry) => entry.name.toLowerCase() === wanted)
}
