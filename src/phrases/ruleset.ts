/** What is wrong with a rule file or a pack. */
export const rulesetPhrases = {
  'rules.unreadable': { zh: '读不了规则文件 {file}：{why}', en: 'cannot read the rule file {file}: {why}' },
  'rules.no-index': {
    zh: '文件夹 {folder} 里没有列出规则的 index.yaml；用 secscan rules new 规则名 {folder} 建立',
    en: 'the folder {folder} has no index.yaml that lists its rules; make one with: secscan rules new ID {folder}',
  },
  'rules.not-yaml': {
    zh: '{file} 第 {line} 行不是正确的 YAML：{why}',
    en: '{file}:{line} is not valid YAML: {why}',
  },
  'rules.unknown-key': {
    zh: '{file} 第 {line} 行：不认识的键 {key}',
    en: '{file}:{line}: unknown key {key}',
  },
  'rules.unknown-key-near': {
    zh: '{file} 第 {line} 行：不认识的键 {key}，是不是想写 {near}？',
    en: '{file}:{line}: unknown key {key}, did you mean {near}?',
  },
  'rules.unknown-word-near': {
    zh: '{file} 第 {line} 行：不认识“{value}”，是不是想写 {near}？',
    en: '{file}:{line}: unknown word {value}, did you mean {near}?',
  },
  'rules.bad-value': {
    zh: '{file} 第 {line} 行：{where} 的值不对（{zh}）',
    en: '{file}:{line}: {where} has a wrong value ({en})',
  },
  'rules.unknown-family': {
    zh: '{file} 第 {line} 行：没有名为 {family} 的规则类型，可用：{near}',
    en: '{file}:{line}: no family of rules is called {family}; try {near}',
  },
  'rules.unknown-macro': {
    zh: '{file}：没有名为 {name} 的语法片段，最接近的是 {near}',
    en: '{file}: no piece of grammar is called {name}; the nearest is {near}',
  },
  'rules.macro-loop': {
    zh: '{file}：语法片段互相引用成环：{pattern}',
    en: '{file}: pieces of grammar in a loop: {pattern}',
  },
  'rules.unknown-advice': {
    zh: '{file}：advice 里没有 {name}，最接近的是 {near}',
    en: '{file}: no advice is called {name}; the nearest is {near}',
  },
  'rules.unknown-check': {
    zh: '{file}：没有名为 {name} 的校验，最接近的是 {near}',
    en: '{file}: no check is called {name}; the nearest is {near}',
  },
  'rules.bad-pattern': {
    zh: '{file}：正则表达式写错了（{why}）：{pattern}',
    en: '{file}: bad regular expression ({why}): {pattern}',
  },
  'rules.no-keywords': {
    zh: '{file}：{name} 没有关键词（keywords 或 digits），无法预先筛选',
    en: '{file}: {name} has neither keywords nor digits to be found by',
  },
  'rules.no-grammar': {
    zh: '{file}：缺少 grammar 和 weights 文件',
    en: '{file}: no grammar and weights files',
  },
  'rules.unlisted': { zh: '{file} 没有列入 index.yaml', en: '{file} is not listed in index.yaml' },
  'rules.missing': {
    zh: 'index.yaml 列出的 {file} 不存在',
    en: '{file}, listed in index.yaml, does not exist',
  },
  'rules.twice': { zh: '规则 {id} 重复（{file}）', en: 'rule {id} is there twice ({file})' },
  'rules.unknown-pack': {
    zh: '没有名为 {name} 的规则包，可用：{near}',
    en: 'no pack is called {name}; try {near}',
  },
  'rules.none': { zh: '没有可用的规则', en: 'there are no rules' },
} as const
