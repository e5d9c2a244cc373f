/** Family `head`: tells that something was taken out of an official head; two together weigh more than one. */
import type { HeadRule, Level } from '../../types.js'
import { headTells, type HeadWords } from '../page/head-tells.js'
import type { Matcher } from '../matcher.js'
import { severity } from '../outcome/overlap.js'

export function compileHead(rule: HeadRule): Matcher {
  const words = Object.fromEntries(
    Object.entries(rule.words).map(([name, source]) => [
      name,
      new RegExp(source, name === 'telegramField' ? 'gu' : 'u'),
    ]),
  ) as unknown as HeadWords
  const alone: Level = severity[rule.alone] < severity[rule.level] ? rule.alone : rule.level
  return {
    rule,
    triggers: [],
    search(context) {
      const told = headTells(context, words)
      // A copy number without a level has a rule of its own.
      const [first] = told.filter(({ tell }) => tell !== 'copy-number-alone')
      if (!first) return []
      const kinds = [...new Set(told.map(({ tell }) => tell))]
      const evidence = kinds.map((tell) => ({ code: `match.tell.${tell}` }) as const)
      const level = kinds.length > 1 ? rule.level : alone
      return [{ rule, level, start: first.start, end: first.end, term: kinds.join(), score: 0, evidence }]
    },
  }
}
