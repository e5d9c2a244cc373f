/** What the user named, as a list of files to inspect, in a stable order; bytes are read where they are inspected. */
import { Buffer } from 'node:buffer'
import { stat } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { walkFolder } from './folder.js'
import { displayPath } from './names.js'

/** One file of a posting. `path` is what reports show; `file` is what the system opens. */
export interface Input {
  readonly path: string
  readonly file: Buffer | string
  /** Where files linked from it may lie. */
  readonly folder: string
  /** The named folder this file belongs to; null when the file itself was named. */
  readonly posting: string | null
  /** Bytes handed in instead of a file (standard input). */
  readonly bytes?: Uint8Array
  /** Found but not to be opened, with the reason: a link, a device, a folder that cannot be listed. */
  readonly refused?: 'link' | 'special' | 'unlistable'
}
/** Left out on purpose, and listed: version control folders. */
export interface Excluded {
  readonly path: string
}
export interface Named {
  /** Walked while it is read: a site of any size is never held as a list. */
  readonly inputs: AsyncIterable<Input>
  /** Complete once `inputs` has ended. */
  readonly excluded: readonly Excluded[]
  readonly missing: readonly string[]
}

/** One thing the user named that is there. */
interface Root {
  /** Absolute. */
  readonly path: string
  readonly kind: 'file' | 'special' | 'folder'
}

/** Arguments are looked up at once, folders are walked when their turn comes. */
export async function nameInputs(args: readonly string[], cwd: string): Promise<Named> {
  const roots: Root[] = []
  const missing: string[] = []
  for (const arg of args) {
    const found = await rootsOf(arg, cwd)
    if (found.length === 0) missing.push(arg)
    roots.push(...found)
  }
  const excluded: Excluded[] = []
  return { inputs: inputsOf(roots, cwd, excluded), excluded, missing }
}

async function rootsOf(arg: string, cwd: string): Promise<Root[]> {
  const path = resolve(cwd, arg)
  const found = await stat(path).catch(() => null)
  if (found) return [{ path, kind: found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'special' }]
  return (await globbed(arg, cwd)).map((match) => ({ path: resolve(cwd, match), kind: 'file' }))
}

async function* inputsOf(roots: readonly Root[], cwd: string, excluded: Excluded[]): AsyncGenerator<Input> {
  for (const [index, root] of roots.entries()) {
    const before = roots.slice(0, index)
    const isNamed = (path: string) => before.some((other) => holds(other, path))
    if (root.kind !== 'folder') {
      if (!isNamed(root.path)) yield single(root, cwd)
    } else
      for await (const input of filesIn(root.path, cwd, excluded))
        if (before.length === 0 || !isNamed(pathOf(input))) yield input
  }
}

/** A file named twice, or named and lying in a folder that is named too, is inspected once. */
function holds({ path, kind }: Root, other: string): boolean {
  if (path === other) return true
  return kind === 'folder' && other.startsWith(path.endsWith(sep) ? path : path + sep)
}

const pathOf = ({ file }: Input) => (typeof file === 'string' ? file : file.toString('utf8'))

function single({ path, kind }: Root, cwd: string): Input {
  return {
    path: show(path, cwd),
    file: path,
    folder: dirname(path),
    posting: null,
    ...(kind === 'special' && { refused: 'special' as const }),
  }
}

async function* filesIn(folder: string, cwd: string, excluded: Excluded[]): AsyncGenerator<Input> {
  const shown = show(folder, cwd)
  for await (const { name, file, kind } of walkFolder(Buffer.from(folder), sep)) {
    const path = shown === '' ? name : `${shown}/${name}`
    if (kind === 'excluded') excluded.push({ path })
    else
      yield {
        path,
        file,
        folder,
        posting: shown === '' ? basename(folder) : shown,
        ...(kind !== 'file' && { refused: kind }),
      }
  }
}

/** Relative to the working directory; only a file on another drive of Windows keeps its whole path. */
function show(path: string, cwd: string): string {
  return displayPath(relative(cwd, path), sep)
}

/** Only for arguments that name nothing: an existing `通知(内部).xlsx` is a file, never a pattern. */
async function globbed(pattern: string, cwd: string): Promise<string[]> {
  if (!/[*?[\]{}()!]/.test(pattern)) return []
  const { default: fastGlob } = await import('fast-glob')
  const found = await fastGlob(pattern.replaceAll('\\', '/'), { cwd, dot: true, onlyFiles: true })
  return found.sort()
}
