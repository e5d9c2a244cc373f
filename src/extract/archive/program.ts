/** Self-extracting programs: an archive behind a small program, as many old download pages carry. */
import type { Extractor, Piece, Probe, Source, Work } from '../../types.js'
import { findZipEnd } from '../shared/zip/end.js'
import { sliceOf } from '../shared/slice.js'

export const program: Extractor = {
  format: 'program',
  extensions: ['exe', 'com', 'dll', 'scr', 'sys', 'ocx', 'msu'],
  accepts: isProgram,
  extract: programPieces,
}

/** A DOS header states its own length in paragraphs and where the real one stands ([PE], 2.1). */
function isProgram({ head }: Probe): boolean {
  if (head.length < 64 || head[0] !== 0x4d || head[1] !== 0x5a) return false
  const paragraphs = head[8]! | (head[9]! << 8)
  return paragraphs >= 2 && paragraphs < 0x1000 && head.subarray(0, 64).includes(0)
}

/** The programs before self-extracting archives are smaller than this. */
const SEARCHED = 8 * 1024 * 1024
const signatures = ['7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07\x00', 'Rar!\x1a\x07\x01\x00']

async function* programPieces(source: Source, work: Work): AsyncGenerator<Piece> {
  yield {
    kind: 'remark',
    remark: 'executable',
    place: source.place,
    detail: { code: 'media.executable' },
  }
  work.budget.signal.throwIfAborted()
  const offset = await archiveOffset(source)
  if (offset === null) return
  const step = { name: 'appended-data.bin', part: 'attachment' } as const
  const stretch = { offset, length: source.size - offset }
  yield { kind: 'part', role: 'attachment', source: sliceOf(source, stretch, step) }
}

/** Where in the file an archive begins; null: there is none. */
async function archiveOffset(source: Source): Promise<number | null> {
  const end = await findZipEnd(source)
  if (end && end.entries > 0) {
    const first = Buffer.from(await source.read(0, Math.min(SEARCHED, end.directory))).indexOf('PK\x03\x04')
    return end.shift > 0 ? end.shift : first >= 0 ? first : end.directory
  }
  const start = Buffer.from(await source.read(0, SEARCHED))
  const found = signatures.map((magic) => start.indexOf(magic, 64, 'latin1')).filter((at) => at > 0)
  return found.length > 0 ? Math.min(...found) : null
}
