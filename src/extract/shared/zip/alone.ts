/** One entry of a ZIP as a ZIP file of its own, for a program that knows more methods than yauzl does. */
import type { Entry } from 'yauzl'
import type { Source } from '../../../types.js'

const LOCAL_HEADER = 30 // APPNOTE 4.3.7
const CENTRAL_HEADER = 46 // 4.3.12
const END = 22 // 4.3.16
const VERSION = 63
/** Sizes and checksum stand in the headers, not behind the entry: bit 3 is left out. Bits 1 and 2 are the method's. */
const KEPT_FLAGS = 0b110

/** `name` must be ASCII. Null: its local header is not where the directory says. */
export async function zipAlone(
  source: Source,
  entry: Entry,
  shift: number,
  name: string,
): Promise<Uint8Array | null> {
  const start = entry.relativeOffsetOfLocalHeader + shift
  const header = Buffer.from(await source.read(start, LOCAL_HEADER))
  if (header.length < LOCAL_HEADER || header.readUInt32LE(0) !== 0x04034b50) return null
  const offset = start + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28)
  const data = await source.read(offset, entry.compressedSize)
  const central = Buffer.concat([Buffer.alloc(CENTRAL_HEADER), Buffer.from(name)])
  central.write('PK\x01\x02', 0, 'latin1')
  central.writeUInt16LE(VERSION, 4)
  const common = commonOf(entry, data.length, name)
  common.copy(central, 6)
  const end = Buffer.alloc(END)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(LOCAL_HEADER + name.length + data.length, 16)
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), data, central, end])
}

/** The fields both headers share, from `version needed` to the length of the extra field. */
function commonOf(entry: Entry, packed: number, name: string): Buffer {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(VERSION, 0)
  common.writeUInt16LE(entry.generalPurposeBitFlag & KEPT_FLAGS, 2)
  common.writeUInt16LE(entry.compressionMethod, 4)
  common.writeUInt32LE(entry.crc32, 10)
  common.writeUInt32LE(packed, 14)
  common.writeUInt32LE(Math.min(entry.uncompressedSize, 0xfffffffe), 18)
  common.writeUInt16LE(name.length, 22)
  return common
}
