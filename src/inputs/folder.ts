/** Every entry below a folder, by raw name, so that names in old encodings are neither lost nor misread. */
import { Buffer } from 'node:buffer'
import { readdir, lstat } from 'node:fs/promises'
import { readRawName } from '../raw-name.js'
import { joinRaw } from './names.js'

export interface FolderEntry {
  /** Path below the folder, `/` separators. */
  readonly name: string
  readonly file: Buffer
  readonly kind: 'file' | 'link' | 'special' | 'unlistable' | 'excluded'
}

/** Version control stores hold every old revision under names nobody publishes; they are listed as left out. */
const excludedFolders = new Set(['.git', '.svn', '.hg'])

/** Depth first, names in code point order; links are never followed. */
export async function* walkFolder(
  folder: Buffer,
  separator: string,
  prefix = '',
): AsyncGenerator<FolderEntry> {
  const names = await readdir(folder, { encoding: 'buffer' }).catch(() => null)
  if (names === null) {
    yield { name: prefix.replace(/\/$/, '') || '.', file: folder, kind: 'unlistable' }
    return
  }
  for (const raw of names.sort(Buffer.compare)) {
    const file = joinRaw(folder, raw, separator)
    const name = prefix + readRawName(raw)
    const found = await lstat(file).catch(() => null)
    if (found?.isDirectory()) {
      if (excludedFolders.has(readRawName(raw))) yield { name, file, kind: 'excluded' }
      else yield* walkFolder(file, separator, `${name}/`)
    } else yield { name, file, kind: kindOf(found) }
  }
}

function kindOf(found: Awaited<ReturnType<typeof lstat>> | null): FolderEntry['kind'] {
  if (found === null) return 'unlistable'
  if (found.isSymbolicLink()) return 'link'
  return found.isFile() ? 'file' : 'special'
}
