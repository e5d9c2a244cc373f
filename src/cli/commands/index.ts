/** The commands beside the check itself. Adding one is one file and one line here; each loads when it is asked for. */
import { UsageError } from '../../errors.js'
import type { Command } from './command.js'

/** A command of one word. */
const ALONE = ''

const commands: Readonly<Record<string, Readonly<Record<string, () => Promise<Command>>>>> = {
  doctor: { [ALONE]: () => import('./doctor.js').then(({ doctor }) => doctor) },
  rules: {
    list: () => import('./rules-list.js').then(({ listRules }) => listRules),
    explain: () => import('./rules-explain.js').then(({ explainRule }) => explainRule),
    test: () => import('./rules-test.js').then(({ testRules }) => testRules),
    new: () => import('./rules-new.js').then(({ newRule }) => newRule),
  },
  config: { show: () => import('./config-show.js').then(({ showConfig }) => showConfig) },
}

export interface Called {
  readonly load: () => Promise<Command>
  readonly words: readonly string[]
}

/**
 * The command the first two words name; null where they name files. `rules` with a word it does not know is a file or
 * folder of that name, if there is one; so is `doctor`.
 */
export async function commandIn(
  paths: readonly string[],
  isThere: (path: string) => Promise<boolean>,
): Promise<Called | null> {
  const [first = '', second = '', ...words] = paths
  const known = Object.hasOwn(commands, first) ? commands[first]! : null
  if (!known) return null
  const load = Object.hasOwn(known, second) ? known[second] : undefined
  if (load && second !== ALONE) return { load, words }
  if (await isThere(first)) return null
  if (load) return { load, words }
  const choices = Object.keys(known).join(' | ')
  throw new UsageError({ code: 'cli.unknown-command', args: { command: first, choices } })
}
