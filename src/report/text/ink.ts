/** The colours of the text report; none when the output is not a terminal or NO_COLOR is set. */
import { Chalk, type ChalkInstance } from 'chalk'

export interface Ink {
  readonly bad: ChalkInstance
  readonly doubt: ChalkInstance
  readonly good: ChalkInstance
  readonly faint: ChalkInstance
  readonly strong: ChalkInstance
}

export function openInk(colour: boolean): Ink {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  return {
    bad: chalk.bold.red,
    doubt: chalk.bold.yellow,
    good: chalk.bold.green,
    faint: chalk.dim,
    strong: chalk.bold,
  }
}

/** Control characters in names and quotes must not reach the terminal: they could rewrite what the reader sees. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·')
}
