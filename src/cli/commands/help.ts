/** `secscan help`: the same as `--help`. */
import { helpIn } from '../help.js'
import type { Command } from './command.js'

export const help: Command = async ({ lang, print, commands }) => {
  await print(helpIn(lang, commands))
  return 0
}
