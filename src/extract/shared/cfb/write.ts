/** A storage of a compound file as a compound file of its own, so that an embedded object can be entered like a file. */
import { type Cfb, type CfbEntry, pathsOf } from '../cfb.js'
import { directoryEntrySize } from './directory.js'

const SECTOR = 512
const FREE = 0xffffffff
const END = 0xfffffffe
const FAT = 0xfffffffd
const DIFAT = 0xfffffffc

/** Version 3, no mini stream. Streams that cannot be read in full keep what there is; the reader of the file says so. */
export function storageFile(cfb: Cfb, storage: CfbEntry): Uint8Array {
  const entries = [storage, ...[...pathsOf(storage)].map(({ entry }) => entry)]
  const contents = entries.map((entry) =>
    entry.kind === 'stream' ? cfb.read(entry).bytes : new Uint8Array(0),
  )
  const directorySectors = Math.ceil((entries.length * directoryEntrySize) / SECTOR)
  const lengths = [directorySectors, ...contents.map((content) => Math.ceil(content.length / SECTOR))]
  const used = lengths.reduce((sum, length) => sum + length, 0)
  const { fatSectors, difatSectors } = tableSizes(used)
  const table = fatOf(lengths, fatSectors, difatSectors)
  const starts: number[] = []
  let next = fatSectors + difatSectors
  for (const length of lengths) {
    starts.push(length > 0 ? next : END)
    next += length
  }
  const directory = directoryOf(entries, contents, starts.slice(1), directorySectors)
  return Buffer.concat([
    headerOf(fatSectors, difatSectors),
    table,
    difatOf(fatSectors, difatSectors),
    directory,
    ...contents.flatMap((content) => [content, new Uint8Array(-content.length & (SECTOR - 1))]),
  ])
}

function tableSizes(used: number): { fatSectors: number; difatSectors: number } {
  let fatSectors = 1
  for (;;) {
    const difatSectors = Math.ceil(Math.max(0, fatSectors - 109) / 127)
    if (fatSectors * 128 >= used + fatSectors + difatSectors) return { fatSectors, difatSectors }
    fatSectors = Math.ceil((used + fatSectors + difatSectors) / 128)
  }
}

function fatOf(lengths: readonly number[], fatSectors: number, difatSectors: number): Buffer {
  const table = Buffer.alloc(fatSectors * SECTOR, 0xff)
  for (let sector = 0; sector < fatSectors; sector++) table.writeUInt32LE(FAT, sector * 4)
  for (let sector = 0; sector < difatSectors; sector++) table.writeUInt32LE(DIFAT, (fatSectors + sector) * 4)
  let next = fatSectors + difatSectors
  for (const length of lengths) {
    for (let left = length; left > 0; left--, next++)
      table.writeUInt32LE(left === 1 ? END : next + 1, next * 4)
  }
  return table
}

function difatOf(fatSectors: number, difatSectors: number): Buffer {
  const list = Buffer.alloc(difatSectors * SECTOR, 0xff)
  for (let index = 109; index < fatSectors; index++) {
    const [sector, place] = [Math.floor((index - 109) / 127), (index - 109) % 127]
    list.writeUInt32LE(index, sector * SECTOR + place * 4)
  }
  for (let sector = 0; sector < difatSectors; sector++)
    list.writeUInt32LE(sector === difatSectors - 1 ? END : fatSectors + sector + 1, (sector + 1) * SECTOR - 4)
  return list
}

function headerOf(fatSectors: number, difatSectors: number): Buffer {
  const header = Buffer.alloc(SECTOR)
  header.write('d0cf11e0a1b11ae1', 'hex')
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(fatSectors, 44)
  header.writeUInt32LE(fatSectors + difatSectors, 48)
  header.writeUInt32LE(END, 60)
  header.writeUInt32LE(difatSectors > 0 ? fatSectors : END, 68)
  header.writeUInt32LE(difatSectors, 72)
  header.fill(0xff, 76)
  for (let index = 0; index < Math.min(109, fatSectors); index++) header.writeUInt32LE(index, 76 + index * 4)
  return header
}

/** Siblings hang on one another to the right: no order is needed to list them. */
function directoryOf(
  entries: readonly CfbEntry[],
  contents: readonly Uint8Array[],
  starts: readonly number[],
  sectors: number,
): Buffer {
  const directory = Buffer.alloc(sectors * SECTOR)
  const number = new Map(entries.map((entry, index) => [entry, index]))
  const after = new Map<CfbEntry, CfbEntry>()
  for (const { children } of entries)
    children.forEach((child, index) => {
      if (children[index + 1]) after.set(child, children[index + 1]!)
    })
  entries.forEach((entry, index) => {
    const at = index * directoryEntrySize
    const name = (index === 0 ? 'Root Entry' : entry.name).slice(0, 31)
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, at + 64)
    directory.writeUInt8(index === 0 ? 5 : entry.kind === 'stream' ? 2 : 1, at + 66)
    directory.writeUInt8(1, at + 67)
    directory.writeUInt32LE(FREE, at + 68)
    directory.writeUInt32LE(number.get(after.get(entry)!) ?? FREE, at + 72)
    directory.writeUInt32LE(number.get(entry.children[0]!) ?? FREE, at + 76)
    directory.write(entry.classId, at + 80, 'hex')
    directory.writeUInt32LE(entry.kind === 'stream' ? starts[index]! : END, at + 116)
    directory.writeUInt32LE(contents[index]!.length, at + 120)
  })
  for (let at = entries.length * directoryEntrySize; at < directory.length; at += directoryEntrySize)
    for (const link of [68, 72, 76]) directory.writeUInt32LE(FREE, at + link)
  return directory
}
