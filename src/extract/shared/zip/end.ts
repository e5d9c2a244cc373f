/** Finds where a ZIP ends and how far its offsets are shifted, so that bytes around it do no harm. */
import type { Source } from '../../../types.js'

const END = 0x06054b50 // APPNOTE 4.3.16
const END_SIZE = 22
const ZIP64_LOCATOR = 0x07064b50 // 4.3.15
const ZIP64_LOCATOR_SIZE = 20
const ZIP64_END = 0x06064b50 // 4.3.14
const ZIP64_END_SIZE = 56
const CENTRAL_HEADER = 0x02014b50 // 4.3.12

/** A comment of 64 KiB, and as much again as other programs may have put behind the end. */
const SEARCHED = [END_SIZE + ZIP64_LOCATOR_SIZE + 0xffff, 1024 * 1024]

/** Offsets in bytes of the source. `shift`: bytes before the archive that its own offsets do not count. */
export interface ZipEnd {
  readonly shift: number
  readonly directory: number
  readonly directoryEnd: number
  readonly entries: number
  /** One past the last byte of the archive, comment included. */
  readonly end: number
}

/** null: no end record, so the file is no ZIP or was cut off. */
export async function findZipEnd(source: Source): Promise<ZipEnd | null> {
  for (const length of SEARCHED) {
    const start = Math.max(0, source.size - length)
    const tail = viewOf(await source.read(start, length))
    for (let at = tail.byteLength - END_SIZE; at >= 0; at--) {
      if (tail.getUint32(at, true) !== END) continue
      const found = await readEnd(source, viewOf(await source.read(start + at, END_SIZE)), start + at)
      if (found) return found
    }
    if (start === 0) break
  }
  return null
}

async function readEnd(source: Source, end: DataView, at: number): Promise<ZipEnd | null> {
  if (end.byteLength < END_SIZE) return null
  const last = at + END_SIZE + end.getUint16(20, true)
  if (last > source.size) return null
  const stated = (await readZip64(source, at)) ?? {
    entries: end.getUint16(10, true),
    size: end.getUint32(12, true),
    offset: end.getUint32(16, true),
    at,
  }
  for (const directory of [stated.at - stated.size, stated.offset]) {
    const shift = directory - stated.offset
    if (directory < 0 || shift < 0) continue
    if (stated.entries > 0 && (await signatureAt(source, directory)) !== CENTRAL_HEADER) continue
    return { shift, directory, directoryEnd: stated.at, entries: stated.entries, end: last }
  }
  return null
}

async function readZip64(source: Source, end: number) {
  const locatorAt = end - ZIP64_LOCATOR_SIZE
  if (locatorAt < 0 || (await signatureAt(source, locatorAt)) !== ZIP64_LOCATOR) return null
  const locator = viewOf(await source.read(locatorAt, ZIP64_LOCATOR_SIZE))
  for (const at of [locatorAt - ZIP64_END_SIZE, Number(locator.getBigUint64(8, true))]) {
    if (at < 0 || at > source.size - ZIP64_END_SIZE || (await signatureAt(source, at)) !== ZIP64_END) continue
    const record = viewOf(await source.read(at, ZIP64_END_SIZE))
    const [entries, size, offset] = [32, 40, 48].map((field) => Number(record.getBigUint64(field, true)))
    return { entries: entries!, size: size!, offset: offset!, at }
  }
  return null
}

async function signatureAt(source: Source, at: number): Promise<number | null> {
  const bytes = viewOf(await source.read(at, 4))
  return bytes.byteLength < 4 ? null : bytes.getUint32(0, true)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
