/** `secscan rules list`: every rule by pack, with its level in this run. */
import type { Chapter } from '../../handbook/words.js'
import { padded } from '../../handbook/words.js'
import { say } from '../../phrases/index.js'
import type { Pack } from '../../ruleset/load.js'
import type { Lang } from '../../types.js'
import { type Command, wantsJson } from './command.js'
import { everyRule, type EveryRule } from './every-rule.js'

export const listRules: Command = async ({ settings, lang, print }) => {
  const all = await everyRule(settings)
  await print(wantsJson(settings) ? listJson(all, lang) : listText(all, lang))
  return 0
}

function listText({ packs, chapters }: EveryRule, lang: Lang): string {
  const width = Math.max(...chapters.map(({ rule }) => rule.id.length))
  return packs
    .map((pack) => {
      const own = chapters.filter(({ rule }) => rule.pack === pack.name)
      return [packLine(pack, lang), ...own.map((chapter) => ruleLine(chapter, width, lang))].join('\n')
    })
    .join('\n\n')
    .concat('\n')
}

function packLine({ name, title, version, date, on }: Pack, lang: Lang): string {
  const line = say({ code: 'handbook.pack', args: { name, title: title[lang], version, date } }, lang)
  return on ? line : `${line} · ${say({ code: 'handbook.pack-off', args: { name } }, lang)}`
}

const LEVEL_COLUMNS = 24

function ruleLine({ rule, reach }: Chapter, width: number, lang: Lang): string {
  const own = say({ code: `level.${rule.level}` }, lang)
  const now = say({ code: `level.${reach}` }, lang)
  const level = reach === rule.level ? own : `${own} → ${now}`
  return `  ${padded(rule.id, width)}  ${padded(level, LEVEL_COLUMNS)}  ${rule.title[lang]}`
}

function listJson({ packs, chapters }: EveryRule, lang: Lang): string {
  const rules = chapters.map(({ rule: { id, pack, level, title }, reach }) => ({
    id,
    pack,
    level,
    reach,
    title: title[lang],
  }))
  const titled = packs.map((pack) => ({ ...pack, title: pack.title[lang] }))
  return `${JSON.stringify({ packs: titled, rules }, null, 2)}\n`
}
