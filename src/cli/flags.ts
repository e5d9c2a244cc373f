/** Command line → flags by the names of the settings table; anything unknown or malformed is a UsageError with a hint. */
import { Command, CommanderError, Option } from 'commander'
import { UsageError } from '../errors.js'
import { nearest } from '../nearest.js'
import type { Flags } from '../settings/index.js'
import type { Setting } from '../settings/kinds.js'
import { type SettingName, settings } from '../settings/table.js'

/** What was said on the command line, before anything else is asked. */
export interface ParsedFlags {
  readonly paths: readonly string[]
  /** As they were written: numbers in the units of the flags. */
  readonly flags: Flags
}

export function readFlags(argv: readonly string[]): ParsedFlags {
  const command = new Command('secscan').helpOption(false).exitOverride().argument('[paths...]')
  command.configureOutput({ writeErr: () => undefined, writeOut: () => undefined }).allowExcessArguments()
  const names = new Map<string, SettingName>()
  for (const [name, setting] of settings) {
    const option = optionFor(setting)
    names.set(option.attributeName(), name)
    command.addOption(option)
  }
  try {
    command.parse([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) throw asUsage(error, argv)
    throw error
  }
  const said = Object.entries(command.opts<Record<string, unknown>>())
  return {
    paths: command.args,
    flags: Object.fromEntries(said.map(([attribute, value]) => [names.get(attribute)!, value])),
  }
}

function optionFor({ kind, flag, short, choices = [] }: Setting): Option {
  const written = short ? `-${short}, ${flag}` : flag
  if (kind === 'switch') return new Option(written)
  const option = new Option(`${written} <value>`)
  if (kind === 'choice') option.argParser((value) => oneOf(flag, value, choices))
  if (kind === 'count') option.argParser((value) => wholeNumber(flag, value))
  if (kind === 'list')
    option.argParser((value, before: readonly string[] | undefined) => [...(before ?? []), value])
  return option
}

function oneOf(option: string, value: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value
  throw new UsageError({ code: 'cli.bad-choice', args: { option, value, choices: allowed.join(' | ') } })
}

function wholeNumber(option: string, value: string): number {
  const parsed = Number(value)
  if (Number.isSafeInteger(parsed) && parsed > 0) return parsed
  throw new UsageError({ code: 'cli.bad-number', args: { option } })
}

function asUsage(error: CommanderError, argv: readonly string[]): UsageError {
  const named = /'([^']+)'/.exec(error.message)?.[1]?.split(/[ ,]+/) ?? []
  const option = named.find((word) => word.startsWith('--')) ?? named[0] ?? argv[0] ?? ''
  if (error.code === 'commander.optionMissingArgument')
    return new UsageError({ code: 'cli.missing-value', args: { option } })
  const known = settings.map(([, { flag }]) => flag)
  return new UsageError({ code: 'cli.unknown-option', args: { option, near: nearest(option, known) ?? '' } })
}
