import { describe, expect, it } from 'vitest'
import { guessLang } from '../../src/cli/lang.js'

describe('the language of the report', () => {
  it.each([
    [{}, 'zh'],
    [{ LANG: 'C' }, 'zh'],
    [{ LANG: 'C.UTF-8' }, 'zh'],
    [{ LANG: 'POSIX' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.GB18030' }, 'zh'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, 'zh'],
    [{ LC_ALL: '', LANG: 'en_US.UTF-8' }, 'en'],
  ])('%o speaks %s', (env, lang) => {
    expect(guessLang({ env, platform: 'linux' })).toBe(lang)
  })
})
