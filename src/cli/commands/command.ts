/** What a command beside the check itself is given, and gives back. */
import type { Bilingual, Lang } from '../../types.js'
import type { Host } from '../../run/open.js'
import type { Settings } from '../../settings/index.js'

export interface CommandArguments {
  /** What stands after the command's own words. */
  readonly words: readonly string[]
  readonly settings: Settings
  readonly lang: Lang
  readonly cwd: string
  readonly host: Host
  print(text: string): Promise<unknown>
  /** Every command there is. */
  readonly commands: readonly CommandLine[]
}

/** A command of one or two words, as the help shows it. */
export interface CommandLine {
  readonly words: readonly [first: string, second?: string]
  readonly usage: Bilingual
  readonly help: Bilingual
  readonly load: () => Promise<Command>
}

/** Exit code: 0 done, 1 something did not pass; what cannot be done is thrown as UsageError. */
export type Command = (given: CommandArguments) => Promise<number>

/** The format a settings file wishes for reports is not meant for what commands print. */
export function wantsJson({ entries }: Settings): boolean {
  return entries.some(
    ({ key, value, origin }) => key === 'format' && value === 'json' && origin.kind === 'flag',
  )
}
