/** One settings file as it stands, and what is known of where each value came from. */
import type { SettingsFile } from './schema.js'

/** A settings file or a policy, read and checked. */
export interface SettingsLayer {
  /** As the user would write it. */
  readonly file: string
  /** Absolute; what the file names is relative to it. */
  readonly folder: string
  readonly policy: boolean
  readonly value: SettingsFile
  /** 1-based line of a path into the value. */
  lineOf(path: readonly PropertyKey[]): number
}

/** Where an effective value was said. */
export type SettingOrigin =
  | { readonly kind: 'default' }
  | { readonly kind: 'flag'; readonly flag: string }
  | { readonly kind: 'file' | 'policy'; readonly file: string; readonly line: number }

export function originIn(
  layer: SettingsLayer,
  path: readonly PropertyKey[],
): Extract<SettingOrigin, { file: string }> {
  return { kind: layer.policy ? 'policy' : 'file', file: layer.file, line: layer.lineOf(path) }
}

/** `secscan.yaml:12`, `--strict`; for error messages and `config show`. */
export function whereOf(origin: SettingOrigin): string {
  if (origin.kind === 'default') return ''
  return origin.kind === 'flag' ? origin.flag : `${origin.file}:${origin.line}`
}
