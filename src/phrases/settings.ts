/** What is said about settings, policies, waivers and the user's own rules. */
export const settingsPhrases = {
  'rules.slow': {
    zh: '自定规则“{rule}”在这里用时太长，没有查完。请用 secscan rules test 检查它的正则表达式',
    en: 'your rule "{rule}" took too long here and was not finished; check its patterns with secscan rules test',
  },
} as const
