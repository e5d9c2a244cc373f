/** Menus stand in a line and are written alike; what stands apart from them is no entry. */
import { describe, expect, test } from 'vitest'
import { outcome } from '../judge.js'
import { paper, type Row } from '../pages.js'

const names = ['东湾', '石桥', '南坪', '柳坡', '上庄', '双井', '河口']
const scattered = names.map((name, index): Row => [name, 90 + ((index * 173) % 400), 190 + index * 60])
const listed = names.map((name, index): Row => [name, 79, 130 + index * 24])

describe('a level among short words', () => {
  test.each(['机密', '绝密★', '【秘密】', '秘密★10年', '绝密 20年'])(
    'is a mark over names scattered over a map: %s',
    (mark) => {
      const title: Row = ['东湖区分布示意', 200, 60, 22]
      expect(outcome(paper([title, [mark, 270, 100], ...scattered]))).toBe('block')
    },
  )

  test('is an entry of a list set in one column', () => {
    expect(outcome(paper([['国内', 79, 82], ['机密', 79, 106], ...listed]))).toBe('publish')
  })

  test('is an entry of a bar', () => {
    const bar = ['国内', '国际', '机密', '谍战', '悬疑'].map((word, index): Row => [
      word,
      79 + index * 60,
      60,
    ])
    expect(outcome(paper(bar))).toBe('publish')
  })
})
