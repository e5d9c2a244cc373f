/** The settings of a run, from what was said and the world around it. */
import { type Flags, loadSettings, type Settings } from '../settings/index.js'

export interface SettingsSource {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where settings and policies are read; from the disk when absent. Absolute paths; rejects as the file system does. */
  readonly readText?: (path: string) => Promise<string>
}

/** Flags by the names of the settings table. Throws UsageError for files, keys and values that are wrong. */
export async function settingsFor(flags: Flags, { cwd, env, readText }: SettingsSource): Promise<Settings> {
  const policies = [flags.policy, env['SECSCAN_POLICY']].filter(
    (file): file is string => typeof file === 'string' && file !== '',
  )
  const config = typeof flags.config === 'string' ? flags.config : null
  return loadSettings(flags, { cwd, config, policies, ...(readText && { readText }) })
}
