/** How the entries of a ZIP lie in the file: whether they share bytes, and which bytes belong to none. */
import type { Entry } from 'yauzl'
import { Uninspectable } from '../../../errors.js'
import type { Source } from '../../../types.js'
import type { ZipEnd } from './end.js'

/** Bytes of the source. */
export interface ByteRange {
  readonly offset: number
  readonly length: number
}

const LOCAL_HEADER = 30 // APPNOTE 4.3.7
const CENTRAL_HEADER = 46 // 4.3.12
/** Sizes written behind an entry (4.3.9), in their longest form. */
const DATA_DESCRIPTOR = 24

/** Entries that share bytes are how a small file unpacks into petabytes; no honest program writes them. */
export function refuseOverlap(raw: readonly Entry[], end: ZipEnd): void {
  let free = 0
  for (const entry of inOrder(raw)) {
    const start = entry.relativeOffsetOfLocalHeader
    if (start < free) throw new Uninspectable('corrupt', { code: 'zip.overlap' })
    free = start + LOCAL_HEADER + entry.compressedSize
  }
  const listed = raw.reduce(
    (sum, entry) =>
      sum + CENTRAL_HEADER + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength,
    end.directory,
  )
  if (free > end.directory - end.shift || listed + CENTRAL_HEADER <= end.directoryEnd) {
    throw new Uninspectable('corrupt', { code: 'zip.directory' })
  }
}

/** What a program that reads entry by entry never sees: something put before or behind, or an entry struck off the list. */
export async function strayBytes(source: Source, raw: readonly Entry[], end: ZipEnd): Promise<ByteRange[]> {
  const stray: ByteRange[] = []
  let free = 0
  const tell = (until: number, from = free) => {
    if (until > from) stray.push({ offset: from, length: until - from })
  }
  let before: Entry | undefined
  for (const entry of inOrder(raw)) {
    const start = entry.relativeOffsetOfLocalHeader + end.shift
    if (!before) tell(start)
    else if (start - free > DATA_DESCRIPTOR) tell(start, await endOf(source, before, end.shift))
    free = start + LOCAL_HEADER + entry.fileNameLength + entry.compressedSize
    before = entry
  }
  if (!before) tell(end.directory)
  else if (end.directory - free > DATA_DESCRIPTOR) tell(end.directory, await endOf(source, before, end.shift))
  tell(source.size, end.end)
  return stray
}

function inOrder(raw: readonly Entry[]): Entry[] {
  return raw.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
}

/** By the entry's own header, whose extra fields may be longer than the directory says; sizes behind it included. */
async function endOf(source: Source, entry: Entry, shift: number): Promise<number> {
  const start = entry.relativeOffsetOfLocalHeader + shift
  const bytes = await source.read(start, LOCAL_HEADER)
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = bytes.byteLength < LOCAL_HEADER ? 0 : header.getUint16(26, true) + header.getUint16(28, true)
  return start + LOCAL_HEADER + names + entry.compressedSize + DATA_DESCRIPTOR
}
