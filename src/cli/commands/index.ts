/** The commands beside the check itself. Adding one is one file and one line here; each loads when it is asked for. */
import { UsageError } from '../../errors.js'
import type { Command, CommandLine } from './command.js'

export const commandLines: readonly CommandLine[] = [
  { words: ['rules', 'list'], usage: { zh: 'secscan rules list', en: 'secscan rules list' }, help: { zh: '列出全部规则', en: 'every rule, with its level' }, load: () => import('./rules-list.js').then(({ listRules }) => listRules) }, // prettier-ignore
  { words: ['rules', 'explain'], usage: { zh: 'secscan rules explain 编号', en: 'secscan rules explain ID' }, help: { zh: '解释一条规则：查什么、放行什么、依据', en: 'what a rule finds and lets through, and its basis' }, load: () => import('./rules-explain.js').then(({ explainRule }) => explainRule) }, // prettier-ignore
  { words: ['rules', 'test'], usage: { zh: 'secscan rules test [目录]', en: 'secscan rules test [DIR]' }, help: { zh: '让规则用自己的例子证明自己', en: 'let rules prove their own examples' }, load: () => import('./rules-test.js').then(({ testRules }) => testRules) }, // prettier-ignore
  { words: ['rules', 'new'], usage: { zh: 'secscan rules new 编号 [目录]', en: 'secscan rules new ID [DIR]' }, help: { zh: '写一条新规则的样板', en: 'a rule to start from' }, load: () => import('./rules-new.js').then(({ newRule }) => newRule) }, // prettier-ignore
  { words: ['config', 'show'], usage: { zh: 'secscan config show', en: 'secscan config show' }, help: { zh: '列出全部设置和它们的出处', en: 'every setting and where it was said' }, load: () => import('./config-show.js').then(({ showConfig }) => showConfig) }, // prettier-ignore
  { words: ['doctor'], usage: { zh: 'secscan doctor', en: 'secscan doctor' }, help: { zh: '自检：这台机器上的 secscan 靠不靠得住', en: 'check up this installation' }, load: () => import('./doctor.js').then(({ doctor }) => doctor) }, // prettier-ignore
  { words: ['help'], usage: { zh: 'secscan help', en: 'secscan help' }, help: { zh: '本说明', en: 'this text' }, load: () => import('./help.js').then(({ help }) => help) }, // prettier-ignore
  { words: ['completion'], usage: { zh: 'secscan completion bash|zsh|fish', en: 'secscan completion bash|zsh|fish' }, help: { zh: '给终端用的命令补全脚本', en: 'a completion script for the shell' }, load: () => import('./completion.js').then(({ completion }) => completion) }, // prettier-ignore
]

export interface Called {
  readonly load: () => Promise<Command>
  readonly words: readonly string[]
}

/**
 * The command the first words name; null where they name files. `rules` with a word it does not know is a file or
 * folder of that name, if there is one; so is `doctor`.
 */
export async function commandIn(
  paths: readonly string[],
  isThere: (path: string) => Promise<boolean>,
): Promise<Called | null> {
  const [first = '', second] = paths
  const known = commandLines.filter(({ words }) => words[0] === first)
  if (known.length === 0) return null
  const double = known.find(({ words }) => words[1] !== undefined && words[1] === second)
  if (double) return { load: double.load, words: paths.slice(2) }
  if (await isThere(first)) return null
  const alone = known.find(({ words }) => words[1] === undefined)
  if (alone) return { load: alone.load, words: paths.slice(1) }
  const choices = known.map(({ words }) => words[1]).join(' | ')
  throw new UsageError({ code: 'cli.unknown-command', args: { command: first, choices } })
}
