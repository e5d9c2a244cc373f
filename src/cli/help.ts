/** The help a person can learn the tool from; the options come from the settings table. */
import { columnsOf, padded } from '../handbook/words.js'
import type { Setting } from '../settings/kinds.js'
import { settings } from '../settings/table.js'
import type { Bilingual, Lang } from '../types.js'
import type { CommandLine } from './commands/command.js'

const opening: Bilingual = {
  zh: `secscan：发布前保密检查。告诉你一份文件能不能发布，为什么，接下来怎么办。

用法
  secscan 通知.pdf                     检查一个文件
  secscan 通知.pdf 附件.docx           检查几个文件
  secscan 待发布/                      检查一个文件夹（通知和附件算一次发布）
  secscan - --stdin-name 通知.docx     从标准输入读取`,
  en: `secscan: check documents before they are posted. Says publish or block, why, and what to do next.

Usage
  secscan notice.pdf                   check one file
  secscan notice.pdf annex.docx        check several files
  secscan outbox/                      check a folder (a notice with its attachments is one posting)
  secscan - --stdin-name notice.docx   read standard input`,
}

const closing: Bilingual = {
  zh: `结论和退出码
  0  可以发布（可能有须人工核对的内容，见报告）
  1  禁止发布：发现了不能发布的内容
  2  没能完成要求的检查：文件找不到、选项写错、程序出错
  3  禁止发布：没有发现问题，但有内容没能检查（加密、损坏、不认识的格式）

没有标志不等于不涉密，本工具不代替保密审查。`,
  en: `Verdicts and exit codes
  0  OK to publish (there may be places to check, see the report)
  1  do not publish: something was found
  2  secscan could not do what was asked: missing file, wrong option, internal error
  3  do not publish: nothing found, but something could not be inspected

The absence of a mark does not mean the absence of a secret; this tool does not replace a secrecy review.`,
}

const options: Bilingual = { zh: '选项', en: 'Options' }

export function helpIn(lang: Lang, known: readonly CommandLine[]): string {
  const commands = known.map(({ usage, help }) => `  ${padded(usage[lang], COMMAND_COLUMNS)}${help[lang]}`)
  const rows = settings.map(([, setting]) => optionLines(setting, lang))
  return `${[opening[lang], ...commands, '', options[lang], ...rows, '', closing[lang]].join('\n')}\n`
}

const COMMAND_COLUMNS = 37
const FLAG_COLUMNS = 26
const PAGE_COLUMNS = 100

/** The flag in a column of its own; what is too long stands on a line before its explanation. */
function optionLines(setting: Setting, lang: Lang): string {
  const written = `  ${flagWords(setting, lang)}`
  const lines = wrapped(setting.help[lang], PAGE_COLUMNS - FLAG_COLUMNS)
  const indent = ' '.repeat(FLAG_COLUMNS)
  const fits = columnsOf(written) < FLAG_COLUMNS
  const first = fits ? `${padded(written, FLAG_COLUMNS)}${lines[0]}` : `${written}\n${indent}${lines[0]}`
  return [first, ...lines.slice(1).map((line) => indent + line)].join('\n')
}

function flagWords({ flag, short, choices, value }: Setting, lang: Lang): string {
  const names = short ? `-${short}, ${flag}` : flag
  if (choices) return `${names} ${choices.join('|')}`
  return value ? `${names} ${value[lang]}` : names
}

/** Chinese may be broken anywhere but before its punctuation, English between words. */
function wrapped(text: string, columns: number): string[] {
  const lines = ['']
  for (const piece of text.match(/[!-~]+ ?|.[，。；：、）！？]*/gu) ?? []) {
    const line = lines.at(-1)!
    if (columnsOf(line + piece.trimEnd()) <= columns) lines[lines.length - 1] = line + piece
    else lines.push(piece)
  }
  return lines.map((line) => line.trimEnd())
}
