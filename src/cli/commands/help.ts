/** `secscan help`: the same as `--help`. */
import { helpIn } from '../help.js'
import type { Command } from './command.js'

export const help: Command = async ({ lang, print }) => {
  await print(helpIn(lang))
  return 0
}
