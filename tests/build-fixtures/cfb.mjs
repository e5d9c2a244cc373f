/** Compound files ([MS-CFB], version 3): streams of any length in storages, laid out sector by sector. */

const SECTOR = 512
const FREE = 0xffffffff
const END = 0xfffffffe
const FAT = 0xfffffffd

/**
 * @typedef {{ [name: string]: Buffer | string | Tree }} Tree
 * @param {Tree} streams a tree within it is a storage
 * @param {{ class?: string, mini?: boolean }} [how] `class`: of the object, as 32 hexadecimal digits in file order; `mini`:
 * short streams lie in the mini stream, as every office program writes them and LibreOffice demands
 */
export function cfbOf(streams, { class: kind, mini = false } = {}) {
  const rows = [{ name: 'Root Entry', type: 5, content: null, child: FREE, right: FREE }]
  rows[0].child = place(streams, rows)
  const miniTable = mini ? gathered(rows) : Buffer.alloc(0)
  const directorySectors = Math.ceil(rows.length / 4)
  const directory = Buffer.alloc(directorySectors * SECTOR)
  const chains = [chain(1, directorySectors)]
  let next = 1 + directorySectors
  rows.forEach(({ name, type, content, first, size, child, right }, index) => {
    const sectors = content ? content.length / SECTOR : 0
    entry(directory, index, name, type, first ?? (content ? next : END), size ?? 0, child, right)
    if (content) chains.push(chain(next, sectors))
    next += sectors
  })
  if (kind) Buffer.from(kind, 'hex').copy(directory, 80)
  if (mini) chains.push(chain(next, miniTable.length / SECTOR))
  const fat = Buffer.alloc(SECTOR, 0xff)
  fat.writeUInt32LE(FAT, 0)
  for (const [at, value] of chains.flat()) fat.writeUInt32LE(value, at * 4)
  const head = header()
  if (mini) {
    head.writeUInt32LE(4096, 56)
    head.writeUInt32LE(next, 60)
    head.writeUInt32LE(miniTable.length / SECTOR, 64)
  }
  return Buffer.concat([head, fat, directory, ...rows.flatMap(({ content }) => content ?? []), miniTable])
}

/** Moves short streams into the stream of the root; gives the table that chains their 64-byte sectors. */
function gathered(rows) {
  const links = []
  const bytes = []
  for (const row of rows) {
    if (row.type !== 2 || row.size >= 4096) continue
    const count = Math.max(1, Math.ceil(row.size / 64))
    row.first = links.length
    for (let left = count; left > 0; left -= 1) links.push(left === 1 ? END : links.length + 1)
    bytes.push(row.content.subarray(0, count * 64))
    row.content = null
  }
  rows[0].size = links.length * 64
  rows[0].content = padded(Buffer.concat(bytes))
  const table = Buffer.alloc(Math.ceil((links.length * 4) / SECTOR) * SECTOR, 0xff)
  links.forEach((link, index) => table.writeUInt32LE(link, index * 4))
  return table
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
