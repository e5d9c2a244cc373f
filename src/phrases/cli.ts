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
  'cli.preparing': { zh: '正在准备…', en: 'getting ready…' },
  'cli.pages': { zh: '，已看 {pages} 页', en: ', {pages} pages read' },
  'cli.pages-of': { zh: '，已看 {pages}/{of} 页', en: ', {pages}/{of} pages read' },
  'cli.parts': { zh: '，已打开内嵌文件 {parts} 个', en: ', {parts} embedded files opened' },
  'cli.left-seconds': { zh: '，大约还要 {seconds} 秒', en: ', about {seconds} s left' },
  'cli.left-minutes': { zh: '，大约还要 {minutes} 分钟', en: ', about {minutes} min left' },
  'cli.written': { zh: '报告已写入：{path}', en: 'report written to {path}' },
  'cli.replaced': {
    zh: '报告已写入：{path}（替换了原有的报告）',
    en: 'report written to {path}, replacing the report that was there',
  },
  'cli.output-exists': {
    zh: '{path} 已经存在，而且不是 secscan 的报告，没有覆盖；请换一个文件名',
    en: '{path} exists and is no report of secscan; it was not overwritten, choose another name',
  },
  'cli.output-kind': {
    zh: '写不了 .{suffix} 格式的报告；文件名请用：{known}',
    en: 'there is no report in the format .{suffix}; names may end in: {known}',
  },
  'cli.progress': { zh: '正在检查 {done}/{total}：{name}', en: 'checking {done}/{total}: {name}' },
} as const
