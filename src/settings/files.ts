/** Finds and reads the settings file and the policies; without any, no schema is loaded. */
import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../errors.js'
import type { Layer } from './layer.js'

/** Looked for in the working directory, nowhere else. */
const SETTINGS_NAME = 'secscan.yaml'

export interface Asked {
  readonly cwd: string
  /** `--config`. */
  readonly config: string | null
  /** `--policy` and SECSCAN_POLICY; both hold when both are given. */
  readonly policies: readonly string[]
}

export interface Layers {
  readonly local: Layer | null
  readonly policies: readonly Layer[]
}

export async function readLayers({ cwd, config, policies }: Asked): Promise<Layers> {
  const own = config ?? (await ownFile(cwd))
  if (own === null && policies.length === 0) return { local: null, policies: [] }
  const [local, floors] = await Promise.all([
    own === null ? null : readLayer(own, cwd, false),
    Promise.all([...new Set(policies)].map((file) => readLayer(file, cwd, true))),
  ])
  return { local, policies: floors }
}

/** A file of nearly the right name would be left unread without a word. */
async function ownFile(cwd: string): Promise<string | null> {
  if (await isThere(resolve(cwd, SETTINGS_NAME))) return SETTINGS_NAME
  for (const near of ['secscan.yml', '.secscan.yaml', '.secscan.yml'])
    if (await isThere(resolve(cwd, near)))
      throw new UsageError({ code: 'settings.wrong-name', args: { file: near, name: SETTINGS_NAME } })
  return null
}

const isThere = (file: string) =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )

async function readLayer(file: string, cwd: string, policy: boolean): Promise<Layer> {
  const [{ check, readYaml }, { settingsFile, settingsKeys }] = await Promise.all([
    import('../ruleset/read.js'),
    import('./schema.js'),
  ])
  const path = resolve(cwd, file)
  const read = { ...(await readYaml(path)), file }
  const value = check({ ...read, value: read.value ?? {} }, settingsFile, settingsKeys)
  return { file, folder: dirname(path), policy, value, lineOf: read.lineOf }
}
