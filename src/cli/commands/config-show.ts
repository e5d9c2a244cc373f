/** `secscan config show`: every setting that has an effect, and where it was said. */
import { columnsOf, padded } from '../../handbook/words.js'
import { say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { SettingOrigin } from '../../settings/layer.js'
import { whereOf } from '../../settings/layer.js'
import type { SettingEntry } from '../../settings/merge.js'
import type { Lang } from '../../types.js'
import { rulesFor } from '../../run/rules.js'
import { type Command, wantsJson } from './command.js'

export const showConfig: Command = async ({ settings, lang, print }) => {
  // Settings that no run would accept are not shown as if they held.
  await rulesFor(settings)
  const { entries } = settings
  await print(wantsJson(settings) ? asJson(entries) : asText(entries, lang))
  return 0
}

function asText(entries: readonly SettingEntry[], lang: Lang): string {
  const rows = entries.map(({ key, value, origin }) => [
    key,
    valueWords(value, lang),
    originWords(origin, lang),
  ])
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => columnsOf(row[column]!))))
  return rows
    .map(
      ([key, value, origin]) =>
        `${padded(key!, widths[0]!)}  ${padded(value!, Math.min(widths[1]!, 48))}  ${origin}\n`,
    )
    .join('')
}

function valueWords(value: unknown, lang: Lang): string {
  if (value === null) return say({ code: 'settings.machine' }, lang)
  if (Array.isArray(value))
    return value.length > 0 ? value.join(punctuation[lang].list) : say({ code: 'settings.nothing' }, lang)
  return String(value)
}

function originWords(origin: SettingOrigin, lang: Lang): string {
  return say({ code: `settings.${origin.kind}`, args: { where: whereOf(origin) } }, lang)
}

function asJson(entries: readonly SettingEntry[]): string {
  return `${JSON.stringify(entries, null, 2)}\n`
}
