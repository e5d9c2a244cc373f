/** A rule file to start from: every key a person needs, with a word on each, and examples that hold as they stand. */
import { openYaml, type Yaml } from '../yaml.js'

/** Passes `rules test` as it is; every line is meant to be changed. */
export function ruleTemplate(id: string): string {
  return `# A rule of your own. Change every line, then run: secscan rules test <this folder>
id: ${id}
# mark: words that count only where a mark stands (alone in the head, in a header, in a field …)
# pattern: a shape of text that counts wherever it stands
family: pattern
# block: may not be published; review: a person must look first; note: for the record
level: review
title: { zh: 项目代号, en: Project code }
why:
  zh: 项目代号只在内部使用，出现在对外的文件里说明文件可能没有整理过。
  en: Project codes are for internal use; one in a public document says it may not have been edited for publication.
# Instrument, year and article, if there is one; leave it out rather than guess.
# basis: { zh: 《……办法》（2020年）第三条, en: '…, article 3' }
# What to do. Begin with what not to do; never tell anyone to remove a mark.
advice:
  zh: 不要带着项目代号发布。请项目负责人确认可以公开。
  en: Do not publish with the code on it. Have the project's owner confirm that it may be public.
# A JavaScript regular expression over normalised text (full-width digits and letters are ASCII).
pattern: '(?<![0-9A-Za-z])QH-[0-9]{4}(?![0-9])'
# Words one of which must occur, joined by |: the pattern runs only near them.
keywords: 'QH-'
# Text around a match that rules it out: 24 characters before, the match between two U+0000, 8 after.
# except: ['样品[^\\\\u0000]{0,4}\\\\u0000']
# What must be found and what must not; at: where it stands (body, head, header, footer, field, cell, file-name …).
examples:
  hit:
    - 本期工作对应项目QH-1024，经费已到位。
    - { text: QH-1024实施方案.docx, at: file-name }
  miss:
    - 会议室编号QH-12，请提前预约。
    - 设备型号QH-10245已停产。
`
}

/** An index.yaml for a folder that has none. */
export const indexTemplate = (
  today: string,
): string => `# The packs and rule files of this folder. A file that is not listed, or listed and missing, is an error.
packs:
  own:
    title: { zh: 本单位规则, en: Rules of our own }
    version: 1.0.0
    date: '${today}'
    # false: only with --pack own
    default: true
    rules: []
`

/** The index with one more rule in its first pack; comments stay as they are. */
export function listedIn(index: string, file: string): string {
  const document = openYaml().parseDocument(index)
  const packs = document.toJS() as { packs?: Record<string, unknown> } | null
  const [first] = Object.keys(packs?.packs ?? {})
  const rules =
    first === undefined ? null : (document.getIn(['packs', first, 'rules']) as Yaml.YAMLSeq | undefined)
  if (!rules) return index
  rules.flow = false
  rules.add(file)
  return document.toString({ lineWidth: 0 })
}
