/** What the user named, as a list of files to inspect, in a stable order; bytes are read where they are inspected. */
import { Buffer } from 'node:buffer'
import { stat } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { UsageError } from '../errors.js'
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
  readonly inputs: readonly Input[]
  readonly excluded: readonly Excluded[]
  readonly missing: readonly string[]
}

export async function nameInputs(args: readonly string[], cwd: string): Promise<Named> {
  const inputs: Input[] = []
  const excluded: Excluded[] = []
  const missing: string[] = []
  for (const arg of args) {
    const found = await stat(resolve(cwd, arg)).catch(() => null)
    if (found) await addNamed(resolve(cwd, arg), found.isDirectory(), cwd, inputs, excluded)
    else {
      const matched = await globbed(arg, cwd)
      if (matched.length === 0) missing.push(arg)
      for (const path of matched) await addNamed(resolve(cwd, path), false, cwd, inputs, excluded)
    }
  }
  return { inputs: unique(inputs), excluded, missing }
}

async function addNamed(
  path: string,
  isFolder: boolean,
  cwd: string,
  inputs: Input[],
  excluded: Excluded[],
): Promise<void> {
  const shown = show(path, cwd)
  if (!isFolder) {
    const special = !(await stat(path)).isFile()
    inputs.push({
      path: shown,
      file: path,
      folder: dirname(path),
      posting: null,
      ...(special && { refused: 'special' as const }),
    })
    return
  }
  for await (const entry of walkFolder(Buffer.from(path), sep)) {
    const entryPath = shown === '' ? entry.name : `${shown}/${entry.name}`
    if (entry.kind === 'excluded') excluded.push({ path: entryPath })
    else
      inputs.push({
        path: entryPath,
        file: entry.file,
        folder: path,
        posting: shown === '' ? basename(path) : shown,
        ...(entry.kind !== 'file' && { refused: entry.kind }),
      })
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

function unique(inputs: readonly Input[]): Input[] {
  const seen = new Set<string>()
  return inputs.filter((input) => {
    const key = Buffer.from(input.file as string).toString('latin1')
    return seen.has(key) ? false : (seen.add(key), true)
  })
}

/** Refuses a run that would look at nothing, or at less than was asked without saying so. */
export function assertNamed(named: Named): void {
  if (named.inputs.length > 0 || named.missing.length > 0) return
  throw new UsageError({ code: 'cli.no-inputs' })
}
