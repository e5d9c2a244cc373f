/** The rule handbook as Markdown: what the secrecy office reads, checks and prints. */
import { say } from '../phrases/index.js'
import { punctuation } from '../phrases/punctuation.js'
import type { Pack } from '../ruleset/load.js'
import type { Lang } from '../types.js'
import { type Chapter, exampleWords, signalWords } from './words.js'

export interface Handbook {
  readonly packs: readonly Pack[]
  readonly chapters: readonly Chapter[]
}

/** One page a pack, one section a rule; `lang` decides every word of it. */
export function handbookMarkdown({ packs, chapters }: Handbook, lang: Lang): string {
  const intro = [
    `# ${say({ code: 'handbook.title' }, lang)}`,
    say({ code: 'handbook.intro' }, lang),
    say({ code: 'handbook.levels' }, lang),
    contents(chapters, lang),
  ]
  const parts = packs.flatMap((pack) => [
    packHeading(pack, lang),
    ...chapters.filter(({ rule }) => rule.pack === pack.name).map((chapter) => section(chapter, lang)),
  ])
  return `${[...intro, ...parts].join('\n\n')}\n`
}

function contents(chapters: readonly Chapter[], lang: Lang): string {
  const head = (['handbook.rule', 'handbook.level', 'handbook.name'] as const).map((code) =>
    say({ code }, lang),
  )
  const rows = chapters.map(({ rule }) => {
    const level = say({ code: `level.${rule.level}` }, lang)
    return `| [${rule.id}](#${rule.id}) | ${level} | ${rule.title[lang]} |`
  })
  return [`| ${head.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n')
}

function packHeading({ name, title, version, date, on }: Pack, lang: Lang): string {
  const words = say({ code: 'handbook.pack', args: { name, title: title[lang], version, date } }, lang)
  return on ? `## ${words}` : `## ${words}\n\n${say({ code: 'handbook.pack-off', args: { name } }, lang)}`
}

function section({ rule, examples }: Chapter, lang: Lang): string {
  const signal = signalWords(rule, lang)
  const facts = [
    item('handbook.level', say({ code: `level.${rule.level}` }, lang), lang),
    item('handbook.why', rule.why[lang], lang),
    ...(rule.basis ? [item('report.basis', rule.basis[lang], lang)] : []),
    item('report.advice', rule.advice[lang], lang),
    ...(signal === null ? [] : [`- ${escaped(signal)}`]),
  ]
  const lists = [
    { code: 'handbook.finds', all: examples?.hit ?? [] },
    { code: 'handbook.lets-through', all: examples?.miss ?? [] },
  ] as const
  const told = lists
    .filter(({ all }) => all.length > 0)
    .map(({ code, all }) => {
      const lines = all.map((example) => `- ${escaped(exampleWords(example, lang))}`)
      return `${say({ code }, lang)}${lang === 'zh' ? '：' : ':'}\n\n${lines.join('\n')}`
    })
  return [`### ${rule.id}`, `**${rule.title[lang]}**`, facts.join('\n'), ...told].join('\n\n')
}

function item(code: Parameters<typeof say>[0]['code'], value: string, lang: Lang): string {
  return `- **${say({ code }, lang)}**${punctuation[lang].colon}${escaped(value)}`
}

/** Examples are text, whatever signs they are made of. */
const escaped = (text: string) => text.replace(/[\\`*_[\]<>|~#]/g, '\\$&')
