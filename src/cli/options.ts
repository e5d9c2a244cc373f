/** Command line → options; anything unknown or malformed is a UsageError with a hint. */
import { Command, CommanderError, Option } from 'commander'
import { defaultLimits } from '../budget.js'
import { UsageError } from '../errors.js'
import { nearest } from '../nearest.js'
import type { Lang, Limits } from '../types.js'

export interface Options {
  readonly paths: readonly string[]
  readonly help: boolean
  readonly version: boolean
  readonly lang: Lang | null
  readonly format: 'text' | 'json' | 'html'
  /** What the HTML report shows of the place of a finding. */
  readonly pictures: 'none' | 'strip' | 'page'
  readonly output: string | null
  readonly strict: boolean
  readonly quiet: boolean
  /** The canaries come first, and the report records how they did. */
  readonly doctor: boolean
  readonly reveal: boolean
  /** Mentions that were let through are listed. */
  readonly explain: boolean
  readonly ocr: 'paddle' | 'tesseract' | 'off'
  readonly ocrBackend: 'native' | 'wasm' | null
  readonly rules: readonly string[]
  readonly packs: readonly string[]
  readonly jobs: number | null
  readonly timeout: number
  readonly memory: number
  readonly limits: Limits
  readonly today: string | null
  readonly stdinName: string | null
  /** Settings file; `secscan.yaml` of the working directory when null. */
  readonly config: string | null
  readonly policy: string | null
}

const choices = {
  '--lang': ['zh', 'en'],
  '--format': ['text', 'json', 'html'],
  '--pictures': ['none', 'strip', 'page'],
  '--ocr': ['paddle', 'tesseract', 'off'],
  '--ocr-backend': ['native', 'wasm'],
} as const
const numbers = ['--jobs', '--timeout', '--max-memory', '--max-pages', '--max-parts', '--max-pixels', '--max-bytes', '--max-depth', '--max-ratio'] // prettier-ignore
const words = ['--output', '--stdin-name', '--today', '--config', '--policy']
const switches = ['--strict', '--quiet', '--reveal', '--explain', '--doctor', '--help', '--version']
const lists = ['--rules', '--pack']

const DEFAULT_TIMEOUT_S = 120
const DEFAULT_MEMORY_MB = 1536

/** What was said on the command line, before anything else is asked: paths, and flags by their camel-case names. */
export interface Given {
  readonly paths: readonly string[]
  /** As they were written: numbers in the units of the flags. */
  readonly values: Readonly<Record<string, unknown>>
}

export function readFlags(argv: readonly string[]): Given {
  const command = buildCommand()
  try {
    command.parse([...argv], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) throw asUsage(error, argv)
    throw error
  }
  return { paths: command.args, values: command.opts<Record<string, unknown>>() }
}

function buildCommand(): Command {
  const command = new Command('secscan').helpOption(false).exitOverride().argument('[paths...]')
  command.configureOutput({ writeErr: () => undefined, writeOut: () => undefined }).allowExcessArguments()
  for (const [flag, allowed] of Object.entries(choices))
    command.addOption(new Option(`${flag} <value>`).argParser((value) => oneOf(flag, value, allowed)))
  for (const flag of numbers)
    command.addOption(new Option(`${flag} <n>`).argParser((value) => count(flag, value)))
  for (const flag of words) command.option(`${flag} <value>`)
  for (const flag of switches) command.option(flag === '--help' ? '-h, --help' : flag === '--version' ? '-V, --version' : flag) // prettier-ignore
  for (const flag of lists)
    command.addOption(
      new Option(`${flag} <value>`).argParser((value, before: string[] | undefined) => [
        ...(before ?? []),
        value,
      ]),
    )
  return command
}

function oneOf(option: string, value: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value
  throw new UsageError({ code: 'cli.bad-choice', args: { option, value, choices: allowed.join(' | ') } })
}

function count(option: string, value: string): number {
  const parsed = Number(value)
  if (Number.isSafeInteger(parsed) && parsed > 0) return parsed
  throw new UsageError({ code: 'cli.bad-number', args: { option } })
}

function asUsage(error: CommanderError, argv: readonly string[]): UsageError {
  const option = /'([^']+)'/.exec(error.message)?.[1]?.split(/[ ,]/)[0] ?? argv[0] ?? ''
  if (error.code === 'commander.optionMissingArgument')
    return new UsageError({ code: 'cli.missing-value', args: { option } })
  const known = [...Object.keys(choices), ...numbers, ...words, ...switches, ...lists]
  return new UsageError({ code: 'cli.unknown-option', args: { option, near: nearest(option, known) ?? '' } })
}

/** Whatever was not said gets its default. */
export function optionsOf({ paths, values }: Given): Options {
  const get = <T>(name: string, otherwise: T): T =>
    values[name] === undefined ? otherwise : (values[name] as T)
  return {
    paths,
    help: get('help', false),
    version: get('version', false),
    lang: get<Lang | null>('lang', null),
    format: get<Options['format']>('format', 'text'),
    pictures: get<Options['pictures']>('pictures', 'strip'),
    output: get<string | null>('output', null),
    strict: get('strict', false),
    quiet: get('quiet', false),
    doctor: get('doctor', false),
    reveal: get('reveal', false),
    explain: get('explain', false),
    ocr: get<Options['ocr']>('ocr', 'paddle'),
    ocrBackend: get<Options['ocrBackend']>('ocrBackend', null),
    rules: get<string[]>('rules', []),
    packs: get<string[]>('pack', []),
    jobs: get<number | null>('jobs', null),
    timeout: get('timeout', DEFAULT_TIMEOUT_S) * 1000,
    memory: get('maxMemory', DEFAULT_MEMORY_MB) * 1024 ** 2,
    limits: {
      ...defaultLimits,
      pages: get('maxPages', defaultLimits.pages),
      parts: get('maxParts', defaultLimits.parts),
      pixels: get('maxPixels', defaultLimits.pixels),
      bytes: get('maxBytes', defaultLimits.bytes),
      depth: get('maxDepth', defaultLimits.depth),
      ratio: get('maxRatio', defaultLimits.ratio),
    },
    today: get<string | null>('today', null),
    stdinName: get<string | null>('stdinName', null),
    config: get<string | null>('config', null),
    policy: get<string | null>('policy', null),
  }
}
