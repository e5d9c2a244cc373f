/** The central directory of a ZIP archive, through yauzl. */
import type { Entry, ZipFile } from 'yauzl'
import { Uninspectable } from '../../../errors.js'
import type { Source, Work } from '../../../types.js'
import { findZipEnd, type ZipEnd } from './end.js'
import { decodeName } from './name.js'
import { readerOf } from './reader.js'

/** More names than this are not worth a first look. */
const PROBED_NAMES = 65_536

/** Names only, for the first look at a file. Never throws; empty when the directory cannot be read. */
export async function listEntries(source: Source): Promise<readonly string[]> {
  try {
    const end = await findZipEnd(source)
    if (!end || end.entries > PROBED_NAMES) return []
    const names: string[] = []
    for await (const entry of (await openDirectory(source, end)).eachEntry()) names.push(decodeName(entry))
    const mimetype = names.indexOf('mimetype')
    if (mimetype > 0) names.unshift(...names.splice(mimetype, 1))
    return names
  } catch {
    return []
  }
}

/** Throws Uninspectable: no directory where the archive says it is. */
export async function openDirectory(source: Source, end: ZipEnd): Promise<ZipFile> {
  const { default: yauzl } = await import('yauzl')
  const reader = readerOf(yauzl.RandomAccessReader as unknown as new () => never, source, end.shift)
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: true }
  try {
    return await yauzl.fromRandomAccessReaderPromise(reader, end.end - end.shift, options)
  } catch {
    throw new Uninspectable('corrupt', { code: 'zip.directory' })
  }
}

/** Throws Uninspectable: corrupt or encrypted directory. */
export async function listDirectory(file: ZipFile, work: Work): Promise<Entry[]> {
  const raw: Entry[] = []
  try {
    for await (const entry of file.eachEntry()) {
      work.budget.signal.throwIfAborted()
      raw.push(entry)
    }
  } catch (error) {
    work.budget.signal.throwIfAborted()
    if (error instanceof Error && error.message.includes('strong encryption')) {
      throw new Uninspectable('encrypted', { code: 'zip.encrypted' })
    }
    throw new Uninspectable('corrupt', { code: 'zip.directory' })
  }
  return raw
}
