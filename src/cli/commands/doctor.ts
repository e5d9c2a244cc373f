/** `secscan doctor`: does this installation see what it must see? An audit runs it first and keeps what it says. */
import { asJson, asText } from '../../doctor/told.js'
import { checkUp } from '../check-up.js'
import { type Command, wantsJson } from './command.js'

export const doctor: Command = async ({ settings, host, lang, print }) => {
  const { checkup, around } = await checkUp(settings, host)
  await print(wantsJson(settings) ? asJson(checkup, around, lang) : asText(checkup, around, lang))
  return checkup.ok ? 0 : 2
}
