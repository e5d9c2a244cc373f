/** `main(argv, process) → exit code`; the only file that prints. */
import type { Readable, Writable } from 'node:stream'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Called, commandIn } from './cli/commands/index.js'
import { help } from './cli/help.js'
import type { Soundness } from './cli/check-up.js'
import { guessLang } from './cli/lang.js'
import { type Options, optionsOf, readFlags } from './cli/options.js'
import { prepare, type Prepared } from './cli/prepare.js'
import { openProgress } from './cli/progress.js'
import { type Io, run } from './cli/run.js'
import { fileOutput, type Look, type Output, streamOutput } from './cli/sink.js'
import { UsageError } from './errors.js'
import { say } from './phrases/index.js'
import type { Lang, Said } from './types.js'
import { toolVersion } from './version.js'

/** What `main` needs of `process`. */
export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  cwd(): string
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
}

export async function main(argv: readonly string[], host: Host): Promise<number> {
  let lang = langOf(argv, host)
  try {
    const given = readFlags(argv)
    const asked = optionsOf(given)
    if (asked.help) return print(host.stdout, help[lang])
    if (asked.version) return print(host.stdout, `${toolVersion()}\n`)
    const prepared = await prepare(given, { cwd: host.cwd(), env: host.env })
    lang = prepared.options.lang ?? lang
    const command = await commandIn(given.paths, (path) => isThere(resolve(host.cwd(), path)))
    if (command) return await obey(command, prepared, lang, host)
    return await perform(prepared, lang, host)
  } catch (error) {
    await print(host.stderr, `secscan: ${sayError(error, lang)}\n`)
    if (host.env['SECSCAN_DEBUG'] && error instanceof Error) await print(host.stderr, `${error.stack}\n`)
    return 2
  }
}

/** Found before the options are parsed, so that even their errors come in the right language. */
function langOf(argv: readonly string[], host: Host): Lang {
  const asked = argv[argv.indexOf('--lang') + 1]
  return argv.includes('--lang') && (asked === 'zh' || asked === 'en') ? asked : guessLang(host)
}

async function obey({ load, words }: Called, prepared: Prepared, lang: Lang, host: Host): Promise<number> {
  const command = await load()
  return command({ words, prepared, lang, cwd: host.cwd(), print: (text) => print(host.stdout, text) })
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

async function perform(prepared: Prepared, lang: Lang, host: Host): Promise<number> {
  const { options } = prepared
  const look: Look = {
    colour: host.stdout.isTTY === true && !host.env['NO_COLOR'],
    columns: host.stdout.columns ?? 80,
    quiet: options.quiet,
  }
  const checked = options.doctor ? await firstCheckUp(prepared, lang) : null
  if (checked?.refusal) {
    await print(host.stderr, checked.refusal)
    return 2
  }
  const progress = openProgress(host.stderr, lang, options.quiet)
  const outputs = await openOutputs(options, look, host, progress.clear)
  let whole = false
  try {
    const io = { ...ioFor(host, outputs, progress, lang), ...(checked && { checkup: checked.record }) }
    const code = await run(prepared, lang, io)
    whole = true
    return code
  } finally {
    progress.clear()
    for (const { output } of outputs) await output.finish(whole)
  }
}

/** Loaded only when asked for: starting up counts. */
async function firstCheckUp(prepared: Prepared, lang: Lang): Promise<Soundness> {
  const { soundness } = await import('./cli/check-up.js')
  return soundness(prepared, lang)
}

/** With `--output` the report goes to the file and the screen shows the headlines. */
async function openOutputs(
  options: Options,
  look: Look,
  host: Host,
  clear: () => void,
): Promise<Io['outputs']> {
  if (!options.output) return [{ format: options.format, output: streamOutput(host.stdout, look, clear) }]
  const file: Output = await fileOutput(resolve(host.cwd(), options.output), { ...look, quiet: false })
  const screen = streamOutput(host.stdout, { ...look, quiet: true }, clear)
  return [
    { format: options.format, output: file },
    { format: 'text', output: screen },
  ]
}

function ioFor(
  host: Host,
  outputs: Io['outputs'],
  progress: ReturnType<typeof openProgress>,
  lang: Lang,
): Io {
  return {
    cwd: host.cwd(),
    stdin: host.stdin,
    now: new Date(),
    debug: Boolean(host.env['SECSCAN_DEBUG']),
    outputs,
    onMissing: (path) =>
      void print(host.stderr, `secscan: ${say({ code: 'cli.missing', args: { path } }, lang)}\n`),
    onStart: progress.show,
  }
}

function sayError(error: unknown, lang: Lang): string {
  if (error instanceof UsageError) return say(withHint(error.said, lang), lang)
  return say({ code: 'cli.bug', args: { why: error instanceof Error ? error.message : String(error) } }, lang)
}

function withHint(said: Said, lang: Lang): Said {
  if (said.code !== 'cli.unknown-option') return said
  const near = said.args?.['near']
  const hint = near ? say({ code: 'cli.did-you-mean', args: { name: near } }, lang) : ''
  return { code: said.code, args: { ...said.args, hint } }
}

async function print(stream: Writable, text: string): Promise<number> {
  await new Promise<void>((resolve) => stream.write(text, () => resolve()))
  return 0
}
