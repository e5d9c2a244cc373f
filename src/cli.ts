/** `main(argv, process) → exit code`; the only file that prints. */
import type { Readable, Writable } from 'node:stream'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { check, type Io } from './cli/check.js'
import type { CheckupOutcome } from './cli/check-up.js'
import { type Called, commandIn, commandLines } from './cli/commands/index.js'
import { readFlags } from './cli/flags.js'
import { guessLang } from './cli/lang.js'
import { openProgress, type Progress } from './cli/progress.js'
import { openOutputs } from './cli/outputs.js'
import type { OutputStyle } from './cli/sink.js'
import { UsageError } from './errors.js'
import { say } from './phrases/index.js'
import type { Host } from './run/open.js'
import { settingsFor } from './run/settings.js'
import type { Settings } from './settings/index.js'
import type { Lang, Phrase } from './types.js'
import { toolVersion } from './version.js'

/** What `main` needs of `process`. */
export interface Shell {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  cwd(): string
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
}

export async function main(argv: readonly string[], shell: Shell): Promise<number> {
  let lang = langOf(argv, shell)
  try {
    const { paths, flags } = readFlags(argv)
    if (flags.help) return print(shell.stdout, (await import('./cli/help.js')).helpIn(lang, commandLines))
    if (flags.version) return print(shell.stdout, `${toolVersion()}\n`)
    const settings = await settingsFor(flags, { cwd: shell.cwd(), env: shell.env })
    lang = settings.options.lang ?? lang
    const command = await commandIn(paths, (path) => isThere(resolve(shell.cwd(), path)))
    if (command) return await obey(command, settings, lang, shell)
    if (argv.length === 0) return await showHelp(lang, shell)
    return await perform(paths, settings, lang, shell)
  } catch (error) {
    await print(shell.stderr, `secscan: ${sayError(error, lang)}\n`)
    if (shell.env['SECSCAN_DEBUG'] && error instanceof Error) await print(shell.stderr, `${error.stack}\n`)
    return 2
  }
}

/** Found before the options are parsed, so that even their errors come in the right language. */
function langOf(argv: readonly string[], shell: Shell): Lang {
  const asked = argv[argv.indexOf('--lang') + 1]
  return argv.includes('--lang') && (asked === 'zh' || asked === 'en') ? asked : guessLang(shell)
}

/** Nothing was asked for: whoever wrote a script that names no file must not take that for a pass. */
async function showHelp(lang: Lang, shell: Shell): Promise<number> {
  await print(shell.stdout, (await import('./cli/help.js')).helpIn(lang, commandLines))
  return 2
}

function hostOf({ env }: Shell): Host {
  return { now: () => new Date(), debug: Boolean(env['SECSCAN_DEBUG']) }
}

async function obey({ load, words }: Called, settings: Settings, lang: Lang, shell: Shell): Promise<number> {
  const command = await load()
  const host = hostOf(shell)
  return command({
    words,
    settings,
    lang,
    host,
    commands: commandLines,
    cwd: shell.cwd(),
    print: (text) => print(shell.stdout, text),
  })
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

async function perform(
  paths: readonly string[],
  settings: Settings,
  lang: Lang,
  shell: Shell,
): Promise<number> {
  const { options } = settings
  const look: OutputStyle = {
    colour: shell.stdout.isTTY === true && !shell.env['NO_COLOR'],
    columns: shell.stdout.columns ?? 80,
    quiet: options.quiet,
  }
  const checked = options.doctor ? await firstCheckUp(settings, lang, shell) : null
  if (checked?.refusal) {
    await print(shell.stderr, checked.refusal)
    return 2
  }
  const progress = openProgress(shell.stderr, lang, options.quiet)
  progress.prepare()
  const screen = { stdout: shell.stdout, cwd: shell.cwd(), look, clear: progress.clear }
  const { outputs, written } = await openOutputs(settings, screen).catch((error: unknown) => {
    progress.clear()
    throw error
  })
  let whole = false
  try {
    const io = { ...ioFor(shell, outputs, progress, lang), ...(checked && { checkup: checked.record }) }
    const code = await check(paths, settings, lang, io)
    whole = true
    return code
  } finally {
    progress.clear()
    for (const { output } of outputs) await output.finish(whole)
    if (whole) await print(shell.stdout, written(lang))
  }
}

/** Loaded only when asked for: starting up counts. */
async function firstCheckUp(settings: Settings, lang: Lang, shell: Shell): Promise<CheckupOutcome> {
  const { soundness } = await import('./cli/check-up.js')
  return soundness(settings, lang, hostOf(shell))
}

function ioFor(shell: Shell, outputs: Io['outputs'], progress: Progress, lang: Lang): Io {
  return {
    ...hostOf(shell),
    cwd: shell.cwd(),
    stdin: shell.stdin,
    outputs,
    onMissing: (path) =>
      void print(shell.stderr, `secscan: ${say({ code: 'cli.missing', args: { path } }, lang)}\n`),
    onStart: progress.show,
    onReached: progress.reached,
  }
}

function sayError(error: unknown, lang: Lang): string {
  if (error instanceof UsageError) return say(withHint(error.said, lang), lang)
  return say({ code: 'cli.bug', args: { why: error instanceof Error ? error.message : String(error) } }, lang)
}

function withHint(said: Phrase, lang: Lang): Phrase {
  if (said.code !== 'cli.unknown-option') return said
  const near = said.args?.['near']
  const hint = near ? say({ code: 'cli.did-you-mean', args: { name: near } }, lang) : ''
  return { code: said.code, args: { ...said.args, hint } }
}

async function print(stream: Writable, text: string): Promise<number> {
  await new Promise<void>((resolve) => stream.write(text, () => resolve()))
  return 0
}
