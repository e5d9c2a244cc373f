/** Where a report goes: the terminal, a pipe, or a file written whole or not at all. */
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { UsageError } from '../errors.js'
import type { Sink } from '../report/reporter.js'
import { draftIn, removeIfStopped } from './drafts.js'

export interface OutputSink extends Sink {
  /** Puts the finished file in its place, or takes the half-written one away. */
  finish(whole: boolean): Promise<void>
}

export interface OutputStyle {
  readonly colour: boolean
  readonly columns: number
  readonly quiet: boolean
  readonly brief?: boolean
}

/**
 * `before` runs ahead of every write (a progress line must not stand in the way).
 * A reader that goes away (`| head`) ends the output, not the run: the exit code must still be right.
 */
export function streamOutput(
  stream: Writable,
  look: OutputStyle,
  before: () => void = () => undefined,
): OutputSink {
  let gone = false
  stream.on('error', () => {
    gone = true
  })
  const write = (text: string) =>
    new Promise<void>((resolve) => {
      if (gone || text === '') resolve()
      else {
        before()
        stream.write(text, () => resolve())
      }
    })
  return { ...look, write, finish: async () => undefined }
}

/** Mode 0600: a report says where the secrets are. Written beside its target, then renamed over it. */
export async function fileOutput(path: string, look: OutputStyle): Promise<OutputSink> {
  const failed = (error: unknown) => {
    const why = (error as NodeJS.ErrnoException).code ?? 'unknown'
    return new UsageError({ code: 'cli.output-failed', args: { path, why } })
  }
  const draft = await draftIn(dirname(path))
  const forget = removeIfStopped(draft)
  const handle = await open(draft, 'wx', 0o600).catch((error: unknown) => {
    forget()
    throw failed(error)
  })
  return {
    ...look,
    colour: false,
    write: async (text) => void (await handle.write(text)),
    finish: async (whole) => {
      await handle.close()
      forget()
      if (!whole) await rm(draft, { force: true })
      else
        await rename(draft, path).catch(async (error: unknown) => {
          await rm(draft, { force: true })
          throw failed(error)
        })
    },
  }
}
