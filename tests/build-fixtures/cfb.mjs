/** Compound files ([MS-CFB], version 3): streams of any length in one storage, laid out sector by sector. */

const SECTOR = 512
const FREE = 0xffffffff
const END = 0xfffffffe
const FAT = 0xfffffffd

/** @param {Record<string, Buffer | string>} streams every stream takes whole sectors: none is put in the mini stream */
export function cfbOf(streams) {
  const contents = Object.entries(streams).map(([name, content]) => [name, padded(Buffer.from(content))])
  const directory = Buffer.alloc(Math.ceil((contents.length + 1) / 4) * SECTOR)
  const directorySectors = directory.length / SECTOR
  const chains = [chain(1, directorySectors)]
  entry(directory, 0, 'Root Entry', 5, END, 0, contents.length > 0 ? 1 : FREE)
  let next = 1 + directorySectors
  contents.forEach(([name, content], index) => {
    const sectors = content.length / SECTOR
    entry(
      directory,
      index + 1,
      name,
      2,
      next,
      content.length,
      FREE,
      index + 2 <= contents.length ? index + 2 : FREE,
    )
    chains.push(chain(next, sectors))
    next += sectors
  })
  const fat = Buffer.alloc(SECTOR, 0xff)
  fat.writeUInt32LE(FAT, 0)
  for (const [at, value] of chains.flat()) fat.writeUInt32LE(value, at * 4)
  return Buffer.concat([header(), fat, directory, ...contents.map(([, content]) => content)])
}

function header() {
  const bytes = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(1, 48)
  bytes.writeUInt32LE(0, 56)
  bytes.writeUInt32LE(END, 60)
  bytes.writeUInt32LE(END, 68)
  bytes.fill(0xff, 76)
  bytes.writeUInt32LE(0, 76)
  return bytes
}

const padded = (bytes) =>
  Buffer.concat([bytes, Buffer.alloc(Math.max(1, Math.ceil(bytes.length / SECTOR)) * SECTOR - bytes.length)])

const chain = (first, count) =>
  Array.from({ length: count }, (_, index) => [first + index, index === count - 1 ? END : first + index + 1])

function entry(directory, index, name, type, sector, size, child = FREE, right = FREE) {
  const at = index * 128
  directory.write(name, at, 'utf16le')
  directory.writeUInt16LE((name.length + 1) * 2, at + 64)
  directory.writeUInt8(type, at + 66)
  directory.writeUInt8(1, at + 67)
  directory.writeUInt32LE(FREE, at + 68)
  directory.writeUInt32LE(type === 5 ? FREE : right, at + 72)
  directory.writeUInt32LE(type === 5 ? child : FREE, at + 76)
  directory.writeUInt32LE(sector, at + 116)
  directory.writeUInt32LE(size, at + 120)
}
