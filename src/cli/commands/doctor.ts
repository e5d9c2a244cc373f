/** `secscan doctor`: does this installation see what it must see? An audit runs it first and keeps what it says. */
import { asJson, asText } from '../../doctor/told.js'
import { checkUp } from '../check-up.js'
import { type Command, wantsJson } from './command.js'

export const doctor: Command = async ({ prepared, lang, print }) => {
  const { checkup, around } = await checkUp(prepared)
  await print(wantsJson(prepared) ? asJson(checkup, around, lang) : asText(checkup, around, lang))
  return checkup.ok ? 0 : 2
}
