/** What the command line says: wrong use, progress. */
export const cliPhrases = {
  'cli.no-inputs': {
    zh: '没有可检查的文件：文件夹是空的，或没有写要检查什么。例：secscan 通知.pdf',
    en: 'nothing to check: the folder is empty, or no file was named. Example: secscan notice.pdf',
  },
  'cli.missing': { zh: '找不到文件：{path}', en: 'no such file: {path}' },
  'cli.unknown-option': { zh: '不认识的选项 {option}{hint}', en: 'unknown option {option}{hint}' },
  'cli.did-you-mean': { zh: '，是不是想写 {name}？', en: ', did you mean {name}?' },
  'cli.bad-choice': {
    zh: '选项 {option} 不能是“{value}”，只能是：{choices}',
    en: 'option {option} cannot be "{value}"; one of: {choices}',
  },
  'cli.missing-value': { zh: '选项 {option} 后面要写一个值', en: 'option {option} needs a value' },
  'cli.bad-number': {
    zh: '选项 {option} 要写一个正整数',
    en: 'option {option} needs a whole number above 0',
  },
  'cli.output-failed': { zh: '写不了报告文件 {path}：{why}', en: 'cannot write the report {path}: {why}' },
  'cli.bug': {
    zh: '程序内部出错，检查没有完成（设置环境变量 SECSCAN_DEBUG=1 可查看详情）：{why}',
    en: 'internal error, the check was not completed (set SECSCAN_DEBUG=1 for details): {why}',
  },
  'cli.progress': { zh: '正在检查 {done}/{total}：{name}', en: 'checking {done}/{total}: {name}' },
} as const
