/** Finds and reads the settings file and the policies; without any, no schema is loaded. */
import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { UsageError } from '../errors.js'
import type { SettingsLayer } from './layer.js'
import type { SettingsFile } from './schema.js'

/** Looked for in the working directory, then in the folders around it up to the root of their repository. */
const SETTINGS_NAME = 'secscan.yaml'

export interface SettingsRequest {
  readonly cwd: string
  /** `--config`. */
  readonly config: string | null
  /** `--policy` and SECSCAN_POLICY; both hold when both are given. */
  readonly policies: readonly string[]
  /** Where the files are read; from the disk when absent. Absolute paths. */
  readonly readText?: (path: string) => Promise<string>
}

export interface Layers {
  readonly local: SettingsLayer | null
  readonly policies: readonly SettingsLayer[]
}

export async function readLayers(asked: SettingsRequest): Promise<Layers> {
  const { config, policies } = asked
  const own = config ?? (await ownFile(asked))
  if (own === null && policies.length === 0) return { local: null, policies: [] }
  const [local, floors] = await Promise.all([
    own === null ? null : readLayer(own, asked, false),
    Promise.all([...new Set(policies)].map((file) => readLayer(file, asked, true))),
  ])
  return { local, policies: floors }
}

/** The nearest, as it is written from the working directory. */
async function ownFile({ cwd, readText }: SettingsRequest): Promise<string | null> {
  const isThere = (file: string) => (readText ? isRead(readText(file)) : isOnDisk(file))
  for (const folder of await foldersFrom(cwd)) {
    const shown = (name: string) => relative(cwd, join(folder, name)) || name
    if (await isThere(join(folder, SETTINGS_NAME))) return shown(SETTINGS_NAME)
    await refuseNear(folder, isThere, shown)
  }
  return null
}

/** A file of nearly the right name would be left unread without a word. */
async function refuseNear(
  folder: string,
  isThere: (file: string) => Promise<boolean>,
  shown: (name: string) => string,
): Promise<void> {
  for (const near of ['secscan.yml', '.secscan.yaml', '.secscan.yml'])
    if (await isThere(join(folder, near)))
      throw new UsageError({ code: 'settings.wrong-name', args: { file: shown(near), name: SETTINGS_NAME } })
}

/** Levels of folders that are looked through for the root of a repository. */
const DEEPEST = 64

/** Outside a repository the working directory alone: what lies above it is somebody else's. */
async function foldersFrom(cwd: string): Promise<string[]> {
  const folders = [cwd]
  while (folders.length < DEEPEST) {
    const folder = folders.at(-1)!
    const isRoot = await Promise.all(STORES.map((store) => exists(join(folder, store))))
    if (isRoot.includes(true)) return folders
    if (dirname(folder) === folder) break
    folders.push(dirname(folder))
  }
  return [cwd]
}

const STORES = ['.git', '.hg', '.svn']

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

const isRead = (text: Promise<string>) =>
  text.then(
    () => true,
    () => false,
  )

const isOnDisk = (file: string) =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )

async function readLayer(
  file: string,
  { cwd, readText }: SettingsRequest,
  policy: boolean,
): Promise<SettingsLayer> {
  const [{ check, readYaml }, { settingsFile, settingsKeys }] = await Promise.all([
    import('../ruleset/read.js'),
    import('./schema.js'),
  ])
  const path = resolve(cwd, file)
  const read = { ...(await readYaml(path, readText)), file }
  const value = check({ ...read, value: read.value ?? {} }, settingsFile, settingsKeys)
  return { file, folder: dirname(path), policy, value: value as SettingsFile, lineOf: read.lineOf }
}
