/** One line on a terminal's stderr that says what is being checked; nothing anywhere else. */
import type { Writable } from 'node:stream'
import type { Input } from '../inputs/index.js'
import { say } from '../phrases/index.js'
import type { Lang } from '../types.js'

export interface Progress {
  show(input: Input, index: number, total: number | null): void
  clear(): void
}

const CLEAR_LINE = '\r\u001b[2K'

export function openProgress(
  stream: Writable & { readonly isTTY?: boolean },
  lang: Lang,
  quiet: boolean,
): Progress {
  if (!stream.isTTY || quiet) return { show: () => undefined, clear: () => undefined }
  return {
    show: (input, index, total) => {
      const args = {
        done: index + 1,
        total: total ?? '…',
        name: input.path.replace(/[\u0000-\u001f\u007f]/g, '·'),
      }
      stream.write(`${CLEAR_LINE}${say({ code: 'cli.progress', args }, lang)}`)
    },
    clear: () => void stream.write(CLEAR_LINE),
  }
}
