/** `secscan doctor`: does this installation see what it must see? An audit runs it first and keeps what it says. */
import { examine } from '../../doctor/index.js'
import { asJson, asText } from '../../doctor/told.js'
import { toolVersion } from '../../version.js'
import { rulesFor, setupFor } from '../prepare.js'
import { localDay } from '../today.js'
import { type Command, wantsJson } from './command.js'

export const doctor: Command = async ({ prepared, lang, print }) => {
  const { options } = prepared
  const levelled = await rulesFor(prepared)
  const today = options.today ?? localDay(new Date())
  const setup = setupFor(prepared, levelled, today, Boolean(process.env['SECSCAN_DEBUG']))
  const checkup = await examine({ setup, limits: { silence: options.timeout, memory: options.memory } })
  const { rules, hash } = levelled.ruleset
  const around = {
    tool: { name: 'secscan', version: toolVersion() },
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    engine: options.ocr,
    rules: { count: rules.length, hash },
    today,
  }
  await print(wantsJson(prepared) ? asJson(checkup, around, lang) : asText(checkup, around, lang))
  return checkup.ok ? 0 : 2
}
