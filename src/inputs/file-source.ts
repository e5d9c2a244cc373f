/** A file on disk as a Source: opened when first read, closed by `close`. */
import { Buffer } from 'node:buffer'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { resolve, sep, toNamespacedPath } from 'node:path'
import { Uninspectable } from '../errors.js'
import { innermost, enter } from '../place.js'
import { lastSegment } from '../source.js'
import type { Place, Source } from '../types.js'

export interface FileSource extends Source {
  close(): Promise<void>
  /** Set on a linked file that the run inspects on its own account (the input is a folder). */
  readonly elsewhere?: boolean
}
/** Where linked files may lie, and whether everything there is inspected anyway. */
export interface LinkScope {
  readonly folder: string
  readonly inspectedWhole: boolean
}

const MOST_AT_ONCE = 2 ** 31 - 1

export async function openFile(path: Buffer | string, place: Place, around?: LinkScope): Promise<FileSource> {
  const file = typeof path === 'string' ? toNamespacedPath(path) : path
  const size = await tell(() => stat(file).then((found) => found.size))
  let handle: Promise<FileHandle> | null = null
  const opened = () => (handle ??= tell(() => open(file, 'r')))
  const read = async (offset: number, length: number) =>
    readAt(await opened(), offset, Math.min(length, size - offset))
  return {
    place,
    name: lastSegment(innermost(place).name),
    identity: resolve(String(path)),
    size,
    read,
    bytes: async () => {
      if (size > MOST_AT_ONCE) throw new Uninspectable('limit', tooLarge(size))
      return read(0, size)
    },
    ...(around && { sibling: (href: string) => openSibling(path, href, place, around) }),
    close: async () => {
      const pending = handle
      handle = null
      await pending?.then((live) => live.close()).catch(() => undefined)
    },
  }
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  if (length <= 0) return new Uint8Array(0)
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await tell(() => handle.read(buffer, filled, length - filled, offset + filled))
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

/** A relative link, kept inside the folder: `../` out of it, absolute paths and schemes give null. */
async function openSibling(
  from: Buffer | string,
  href: string,
  place: Place,
  around: LinkScope,
): Promise<FileSource | null> {
  const relative = linkPath(href)
  if (relative === null) return null
  const folder = resolve(around.folder)
  const base = relative.startsWith('/') ? folder : resolve(String(from), '..')
  const target = resolve(base, relative.replace(/^\/+/, ''))
  if (!target.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null
  const found = await stat(target).catch(() => null)
  if (!found?.isFile()) return null
  const source = await openFile(target, enter(place, { name: relative.replace(/^\/+/, '') }), around)
  return around.inspectedWhole ? { ...source, elsewhere: true } : source
}

function linkPath(href: string): string | null {
  const bare = href.split(/[?#]/, 1)[0] ?? ''
  if (bare === '' || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(bare)) return null
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

const tooLarge = (size: number) =>
  ({ code: 'scan.limit', args: { what: 'bytes', limit: size, flag: '--max-bytes' } }) as const

/** File system errors as something a person can act on. */
async function tell<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    if (code === 'EBUSY') throw new Uninspectable('unreadable', { code: 'scan.locked' })
    if (code === 'EPERM' && process.platform === 'win32')
      throw new Uninspectable('unreadable', { code: 'scan.locked' })
    throw new Uninspectable('unreadable', { code: 'scan.unreadable', args: { why: code } })
  }
}
