/** `secscan rules explain ID`: all a person needs to know of one rule. */
import { UsageError } from '../../errors.js'
import { type Chapter, exampleWords, signalWords } from '../../handbook/words.js'
import { nearest } from '../../nearest.js'
import { type PhraseCode, say } from '../../phrases/index.js'
import { punctuation } from '../../phrases/punctuation.js'
import type { Pack } from '../../ruleset/load.js'
import type { Lang } from '../../types.js'
import type { Command } from './command.js'
import { everyRule } from './every-rule.js'

export const explainRule: Command = async ({ words, settings, lang, print }) => {
  const [id] = words
  if (id === undefined) throw new UsageError({ code: 'cli.needs-word', args: { usage: 'rules explain ID' } })
  const { packs, chapters } = await everyRule(settings)
  const chapter = chapters.find(({ rule }) => rule.id === id)
  if (!chapter) {
    const ids = chapters.map(({ rule }) => rule.id)
    throw new UsageError({ code: 'rules.unknown-id', args: { id, near: nearest(id, ids) ?? '-' } })
  }
  const pack = packs.find(({ name }) => name === chapter.rule.pack)!
  await print(`${explanation(chapter, pack, lang).join('\n')}\n`)
  return 0
}

function explanation({ rule, reach, examples }: Chapter, pack: Pack, lang: Lang): string[] {
  const level = say({ code: `level.${rule.level}` }, lang)
  const now = reach === rule.level ? '' : ` → ${say({ code: `level.${reach}` }, lang)}`
  const { name, title, version, date } = pack
  const source = say({ code: rule.unproven ? 'handbook.own' : 'handbook.supplied' }, lang)
  const signal = signalWords(rule, lang)
  return [
    `${rule.id}  ${rule.title[lang]}`,
    field('handbook.level', `${level}${now}`, lang),
    say({ code: 'handbook.pack', args: { name, title: title[lang], version, date } }, lang),
    ...(pack.on ? [] : [say({ code: 'handbook.pack-off', args: { name } }, lang)]),
    field('handbook.source', source, lang),
    '',
    field('handbook.why', rule.why[lang], lang),
    ...(rule.basis ? [field('report.basis', rule.basis[lang], lang)] : []),
    field('report.advice', rule.advice[lang], lang),
    ...(signal === null ? [] : ['', signal]),
    ...list('handbook.finds', examples?.hit ?? [], lang),
    ...list('handbook.lets-through', examples?.miss ?? [], lang),
  ]
}

function field(code: PhraseCode, value: string, lang: Lang): string {
  return `${say({ code }, lang)}${punctuation[lang].colon}${value}`
}

function list(code: PhraseCode, examples: NonNullable<Chapter['examples']>['hit'], lang: Lang): string[] {
  if (examples.length === 0) return []
  return ['', `【${say({ code }, lang)}】`, ...examples.map((example) => ` - ${exampleWords(example, lang)}`)]
}
