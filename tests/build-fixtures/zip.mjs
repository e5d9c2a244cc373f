/** ZIP files with fixed dates, for fixtures: deflated or stored, names as UTF-8 or as any bytes. */
import { crc32, deflateRawSync } from 'node:zlib'

/**
 * @param {Record<string, string | Buffer> | [string | Buffer, string | Buffer][]} entries a name given as a Buffer is
 * written as it is, without the UTF-8 flag
 * @param {{ stored?: string[], method?: number, pack?: (plain: Buffer) => Buffer }} [how] names of entries that are not
 * compressed; another method than deflate, by its number and a function that packs
 */
export function zipOf(
  entries,
  { stored = [], method = 8, pack = (plain) => deflateRawSync(plain, { level: 9 }) } = {},
) {
  const files = []
  const directory = []
  let offset = 0
  for (const [name, content] of Array.isArray(entries) ? entries : Object.entries(entries)) {
    const plain = Buffer.from(content)
    const flat = stored.includes(name)
    const packed = flat ? plain : pack(plain)
    const rawName = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(typeof name === 'string' ? 0x800 : 0, 2)
    common.writeUInt16LE(flat ? 0 : method, 4)
    common.writeUInt16LE(0x5821, 8)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(plain.length, 18)
    common.writeUInt16LE(rawName.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, rawName]))
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, rawName, packed])
    files.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const many = directory.length > 0xffff
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(Math.min(0xffff, directory.length), 8)
  end.writeUInt16LE(Math.min(0xffff, directory.length), 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([
    ...files,
    central,
    ...(many ? [zip64End(directory.length, central.length, offset)] : []),
    end,
  ])
}

/** More entries than 16 bits can count are counted in 64 (APPNOTE 4.3.14, 4.3.15). */
function zip64End(count, size, offset) {
  const bytes = Buffer.alloc(76)
  bytes.write('PK\x06\x06', 0, 'latin1')
  bytes.writeUInt32LE(44, 4)
  for (const [value, at] of [
    [count, 24],
    [count, 32],
    [size, 40],
    [offset, 48],
  ])
    bytes.writeUInt32LE(value, at)
  bytes.write('PK\x06\x07', 56, 'latin1')
  bytes.writeUInt32LE(offset + size, 64)
  bytes.writeUInt32LE(1, 72)
  return bytes
}
