/** What LibreOffice puts into a compound file, and leaving some of it out. */
import { cfbOf } from './cfb.mjs'

/** LibreOffice puts a large picture of the first slide among the properties. */
export function withoutThumbnail(bytes) {
  const { '\x05SummaryInformation': _large, ...rest } = streamsOf(bytes)
  return cfbOf(rest)
}

/** The streams at the root of a sound compound file. */
export function streamsOf(bytes) {
  const fat = (sector) =>
    bytes.readUInt32LE((bytes.readUInt32LE(76 + 4 * Math.floor(sector / 128)) + 1) * 512 + 4 * (sector % 128))
  const chain = (sector, next) => (sector < 0xfffffff0 ? [sector, ...chain(next(sector), next)] : [])
  const sectors = (first) =>
    Buffer.concat(chain(first, fat).map((at) => bytes.subarray((at + 1) * 512, (at + 2) * 512)))
  const directory = sectors(bytes.readUInt32LE(48))
  const small = sectors(directory.readUInt32LE(116))
  const table = sectors(bytes.readUInt32LE(60))
  const found = {}
  for (let at = 128; at < directory.length; at += 128) {
    if (directory[at + 66] !== 2) continue
    const name = directory.toString('utf16le', at, at + directory.readUInt16LE(at + 64) - 2)
    const [first, size] = [directory.readUInt32LE(at + 116), directory.readUInt32LE(at + 120)]
    const parts = () =>
      chain(first, (sector) => table.readUInt32LE(4 * sector)).map((sector) =>
        small.subarray(64 * sector, 64 * sector + 64),
      )
    found[name] = (size < bytes.readUInt32LE(56) ? Buffer.concat(parts()) : sectors(first)).subarray(0, size)
  }
  return found
}
