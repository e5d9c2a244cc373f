/** One line on a terminal's stderr that says what is being checked and how far it has come; nothing anywhere else. */
import type { Writable } from 'node:stream'
import type { Input } from '../inputs/index.js'
import { say } from '../phrases/index.js'
import type { Reached } from '../pool/file.js'
import type { Lang } from '../types.js'

export interface Progress {
  /** Said at once, before anything is loaded. */
  prepare(): void
  show(input: Input, index: number, total: number | null): void
  reached(input: Input, reached: Reached): void
  clear(): void
}

const CLEAR_LINE = '\r\u001b[2K'
/** What is left is told from so many pages and milliseconds on: the first pages wait for the engine. */
const FIRST_PAGES = 4
const FIRST_MS = 3000
/** Lines follow one another no faster. */
const LEAST_MS = 100

const silent: Progress = {
  prepare: () => undefined,
  show: () => undefined,
  reached: () => undefined,
  clear: () => undefined,
}

export function openProgress(
  stream: Writable & { readonly isTTY?: boolean },
  lang: Lang,
  quiet: boolean,
  now: () => number = Date.now,
): Progress {
  if (!stream.isTTY || quiet) return silent
  const begun = new Map<string, { at: number; words: string }>()
  let last = 0
  const write = (words: string) => void stream.write(`${CLEAR_LINE}${words}`)
  return {
    prepare: () => write(say({ code: 'cli.preparing' }, lang)),
    show(input, index, total) {
      const name = input.path.replace(/[\u0000-\u001f\u007f]/g, '·')
      const words = say({ code: 'cli.progress', args: { done: index + 1, total: total ?? '…', name } }, lang)
      begun.set(input.path, { at: now(), words })
      // Those that are done are told nothing of any more.
      if (begun.size > KEPT) begun.delete(begun.keys().next().value!)
      write(words)
    },
    reached(input, reached) {
      const file = begun.get(input.path)
      if (!file || now() - last < LEAST_MS) return
      last = now()
      write(file.words + reachedWords(reached, last - file.at, lang))
    },
    clear: () => void stream.write(CLEAR_LINE),
  }
}

/** Files whose words are kept: more than are under way at once. */
const KEPT = 64

function reachedWords({ pages, of, parts }: Reached, elapsed: number, lang: Lang): string {
  const told = [
    of === null
      ? pages > 1 && say({ code: 'cli.pages', args: { pages } }, lang)
      : say({ code: 'cli.pages-of', args: { pages: Math.min(pages, of), of } }, lang),
    parts > 0 && say({ code: 'cli.parts', args: { parts } }, lang),
    of !== null && leftWords(pages, of, elapsed, lang),
  ]
  return told.filter((words) => words !== false && words !== '').join('')
}

function leftWords(pages: number, of: number, elapsed: number, lang: Lang): string {
  if (pages < FIRST_PAGES || pages >= of || elapsed < FIRST_MS) return ''
  const seconds = Math.ceil(((elapsed / pages) * (of - pages)) / 1000)
  const args = { minutes: Math.ceil(seconds / 60), seconds }
  return say({ code: seconds > 90 ? 'cli.left-minutes' : 'cli.left-seconds', args }, lang)
}
