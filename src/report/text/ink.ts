/** The colours of the text report; none when the output is not a terminal or NO_COLOR is set. */
import { Chalk, type ChalkInstance } from 'chalk'

export interface TerminalColours {
  readonly bad: ChalkInstance
  readonly doubt: ChalkInstance
  readonly good: ChalkInstance
  readonly faint: ChalkInstance
  readonly strong: ChalkInstance
}

export function openInk(colour: boolean): TerminalColours {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  return {
    bad: chalk.bold.red,
    doubt: chalk.bold.yellow,
    good: chalk.bold.green,
    faint: chalk.dim,
    strong: chalk.bold,
  }
}
