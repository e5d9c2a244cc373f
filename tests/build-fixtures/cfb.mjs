/** Compound files ([MS-CFB], version 3): streams of any length in storages, laid out sector by sector. */

const SECTOR = 512
const FREE = 0xffffffff
const END = 0xfffffffe
const FAT = 0xfffffffd

/**
 * @typedef {{ [name: string]: Buffer | string | Tree }} Tree
 * @param {Tree} streams a tree within it is a storage; none is put in the mini stream
 */
export function cfbOf(streams) {
  const rows = [{ name: 'Root Entry', type: 5, content: null, child: FREE, right: FREE }]
  rows[0].child = place(streams, rows)
  const directorySectors = Math.ceil(rows.length / 4)
  const directory = Buffer.alloc(directorySectors * SECTOR)
  const chains = [chain(1, directorySectors)]
  let next = 1 + directorySectors
  rows.forEach(({ name, type, content, size, child, right }, index) => {
    const sectors = content ? content.length / SECTOR : 0
    entry(directory, index, name, type, content ? next : END, size ?? 0, child, right)
    if (content) chains.push(chain(next, sectors))
    next += sectors
  })
  const fat = Buffer.alloc(SECTOR, 0xff)
  fat.writeUInt32LE(FAT, 0)
  for (const [at, value] of chains.flat()) fat.writeUInt32LE(value, at * 4)
  return Buffer.concat([header(), fat, directory, ...rows.flatMap(({ content }) => content ?? [])])
}

/** Lists the entries of a storage, each the right neighbour of the one before; gives the number of the first. */
function place(tree, rows) {
  const own = Object.entries(tree).map(([name, content]) => {
    const isTree = typeof content === 'object' && !Buffer.isBuffer(content)
    const row = {
      name,
      type: isTree ? 1 : 2,
      content: isTree ? null : padded(Buffer.from(content)),
      size: isTree ? 0 : Buffer.byteLength(content),
      child: FREE,
      right: FREE,
    }
    return { row, inner: isTree ? content : null, index: rows.push(row) - 1 }
  })
  own.forEach(({ row }, at) => void (row.right = own[at + 1]?.index ?? FREE))
  for (const { row, inner } of own) if (inner) row.child = place(inner, rows)
  return own[0]?.index ?? FREE
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

function entry(directory, index, name, type, sector, size, child, right) {
  const at = index * 128
  directory.write(name, at, 'utf16le')
  directory.writeUInt16LE((name.length + 1) * 2, at + 64)
  directory.writeUInt8(type, at + 66)
  directory.writeUInt8(1, at + 67)
  directory.writeUInt32LE(FREE, at + 68)
  directory.writeUInt32LE(right, at + 72)
  directory.writeUInt32LE(child, at + 76)
  directory.writeUInt32LE(sector, at + 116)
  directory.writeUInt32LE(size, at + 120)
}
