/** Where the reports of a run go: the screen, or a file whose name chooses the format, with the verdict on the screen. */
import { open } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { UsageError } from '../errors.js'
import { say } from '../phrases/index.js'
import { reporters } from '../report/index.js'
import type { Settings } from '../settings/index.js'
import type { Lang } from '../types.js'
import type { Io } from './check.js'
import { fileOutput, type OutputStyle, streamOutput } from './sink.js'

type Format = keyof typeof reporters

/** Endings of names by the format they ask for. */
const endings: Readonly<Record<string, Format>> = {
  html: 'html',
  htm: 'html',
  json: 'json',
  txt: 'text',
  log: 'text',
  '': 'text',
}
const KNOWN = '.html .json .txt'

/** `--format` has the last word, then the name of the file, then the settings. Throws UsageError for a name of another kind. */
export function formatFor({ options: { format, output }, entries }: Settings): Format {
  const isAsked = entries.some(({ key, origin }) => key === 'format' && origin.kind === 'flag')
  if (output === null || isAsked) return format
  const suffix = extname(output).slice(1).toLowerCase()
  const chosen = endings[suffix]
  if (chosen === undefined) throw new UsageError({ code: 'cli.output-kind', args: { suffix, known: KNOWN } })
  return suffix === '' ? format : chosen
}

export interface Screen {
  readonly stdout: Writable
  readonly cwd: string
  readonly look: OutputStyle
  /** Takes the progress line away before anything is written. */
  readonly clear: () => void
}

export interface Outputs {
  readonly outputs: Io['outputs']
  /** What the screen says once the report stands in its file; empty where there is none. */
  written(lang: Lang): string
}

/** With `--output` the report goes to the file and the screen shows the headlines. */
export async function openOutputs(settings: Settings, screen: Screen): Promise<Outputs> {
  const { output } = settings.options
  const { stdout, cwd, look, clear } = screen
  const reporter = await reporters[formatFor(settings)]()
  if (output === null) {
    return { outputs: [{ reporter, output: streamOutput(stdout, look, clear) }], written: () => '' }
  }
  const path = resolve(cwd, output)
  const isReplaced = await holdsReport(path, output)
  const file = await fileOutput(path, { ...look, quiet: false })
  return {
    outputs: [
      { reporter, output: file },
      {
        reporter: await reporters.text(),
        output: streamOutput(stdout, { ...look, quiet: true, brief: !look.quiet }, clear),
      },
    ],
    written: (lang) =>
      `${say({ code: isReplaced ? 'cli.replaced' : 'cli.written', args: { path: output } }, lang)}\n`,
  }
}

/** Enough to tell a report by. */
const HEAD_BYTES = 4096

/** Whether a report stands there already. Throws UsageError for a file that is none: it might be the document itself. */
async function holdsReport(path: string, output: string): Promise<boolean> {
  const handle = await open(path, 'r').catch(() => null)
  if (!handle) return false
  try {
    if (!(await handle.stat()).isFile()) return false
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    if (bytesRead === 0) return false
    if (isReport(buffer.toString('utf8', 0, bytesRead))) return true
    throw new UsageError({ code: 'cli.output-exists', args: { path: output } })
  } finally {
    await handle.close()
  }
}

/** As the reporters begin: a page that names its maker, an object of schema 1, a line that warns or gives the verdict. */
const isReport = (head: string): boolean =>
  /^\s*\{\s*"schema":\s*1/.test(head) || /^(?:\u001b\[\d+m)*[×!√] /u.test(head) || head.includes('secscan')
