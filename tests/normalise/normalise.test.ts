/** Normalised text, its gaps, and the way home. */
import { describe, expect, test } from 'vitest'
import { normalise } from '../../src/normalise/index.js'
import { gapBefore, homeOf, seam, spanOf, type View } from '../../src/view.js'
import { line, page, paper, span, text } from '../match/pages.js'

const home = (view: View, offset: number): string => {
  const found = homeOf(view, offset)
  return spanOf(view, found)!.text[found.offset]!
}

describe('characters', () => {
  test.each([
    ['full-width digits and letters', '机密★２０年Ａ', '机密★20年A'],
    ['full-width punctuation', '密级：（机密）', '密级:(机密)'],
    ['radicals that NFKC leaves alone', '绝密★⻓期', '绝密★长期'],
    ['variants of one character', '祕密★5年', '秘密★5年'],
    ['mathematical digits beyond the first plane', '机密★𝟐𝟎年', '机密★20年'],
    ['zero-width characters', '机\u200b密\u2060★\ufeff10年', '机密★10年'],
    ['bidi controls and soft hyphens', '\u202e机\u00ad密\u202c', '机密'],
    ['spelt-out characters', '㈠ № 5', '(一) No 5'],
    ['stars of other shapes', '⭐⭑✰✶🟉🟊\u{f0ab}⛤', '★★★★★★★★'],
    ['asterisks of other shapes', '✱✳∗⁎🞲', '*****'],
    ['ticks of symbol fonts', '🗹🗷', '☑☒'],
    ['a tag character', '机\u{e0041}密', '机密'],
  ])('%s are folded', (_, from, to) => {
    expect(normalise(text(from)).text).toBe(to)
  })

  test.each(['……', '①机密', '“机密”', '《绝密》', '★☆', '㐂𠀀'])('%s stays as it stands', (content) => {
    expect(normalise(text(content)).text).toBe(content)
  })

  test('a lone surrogate and an empty line do no harm', () => {
    expect(normalise(text('机\ud83d密\n\n\u200b\n尾')).text).toBe('机\ud83d密\n尾')
  })
})

describe('white space', () => {
  test('between Chinese characters it goes and leaves a gap of its width', () => {
    const view = normalise(text('秘　密 长期'))
    expect(view.text).toBe('秘密长期')
    expect([1, 2, 3].map((offset) => gapBefore(view, offset))).toEqual([2, 1, 0])
  })

  test('elsewhere a run of it is one space, remembered when wide', () => {
    const view = normalise(text('No.  12 份'))
    expect(view.text).toBe('No. 12 份')
    expect(gapBefore(view, 4)).toBe(2)
  })

  test('at the ends of a line it is dropped', () => {
    expect(normalise(text('　　机密　\n 附件 ')).text).toBe('机密\n附件')
  })
})

describe('lines', () => {
  test('runs of a line are joined', () => {
    const view = normalise(page([{ spans: ['机', '密★', '10年'].map((run) => span(run)) }]))
    expect(view.text).toBe('机密★10年')
    expect(homeOf(view, 3)).toEqual({ line: 0, span: 2, offset: 0 })
  })

  test('pieces close together on one row are one row, pieces far apart are two', () => {
    const near = paper([
      ['机', 80, 110],
      ['密★10年', 98, 111],
    ])
    expect(normalise(near).text).toBe('机密★10年')
    const far = paper([
      ['机密', 80, 110],
      ['特急', 300, 110],
    ])
    expect(normalise(far).text).toBe('机密\n特急')
  })

  test('the full lines of a paragraph flow on, the short last one included', () => {
    const view = normalise(
      paper([
        ['这里讲首页左上角的标志怎样书写才算规范大家常常写错其实正', 80, 200],
        ['确的写法并不复杂只要记住三个部分就可以了请看下面这个例子', 80, 229],
        ['机密★20年', 80, 258],
      ]),
    )
    expect(view.rows.map((row) => row.continues)).toEqual([false, true, true])
    expect(view.text).not.toContain('\n')
  })

  test('a heading, a list and a head line do not flow on', () => {
    const view = normalise(
      paper([
        ['000012', 80, 110],
        ['机密★20年', 80, 139],
        ['青禾县人民政府文件', 150, 220, 30],
        ['各乡镇人民政府：', 80, 330],
        ['一、提高认识。', 112, 359],
      ]),
    )
    expect(view.rows.some((row) => row.continues)).toBe(false)
  })

  test('a mark set against the right edge does not flow into the urgency under it', () => {
    const full = '各单位要对照任务清单逐项梳理，明确完成时限和责任人，按月报送工'
    const rows = [['秘密', 513, 60], ['特急', 513, 84], [full, 49, 110], [full, 49, 134]] as const // prettier-ignore
    expect(normalise(paper([...rows])).text).toMatch(/^秘密\n特急\n/u)
  })

  test('lines of one paragraph number flow on without layout', () => {
    const view = normalise(
      page([line('标注为机密', { paragraph: 3 }), line('★10年的文件', { paragraph: 3 })]),
    )
    expect(view.text).toBe('标注为机密★10年的文件')
  })

  test('a column of single characters reads downwards', () => {
    expect(normalise(text('机\n密\n★\n10\n年\n关于工作的报告')).text).toBe('机密★10年\n关于工作的报告')
    const rows = ['机', '密', '十', '年'].map((one, index) => [one, 500, 60 + index * 20] as const)
    expect(normalise(paper(rows)).text).toBe('机密十年')
  })

  test('table cells are never joined', () => {
    const cell = (column: number) => ({ cell: { table: 0, row: 0, column } })
    expect(normalise(page([line('机', cell(0)), line('密', cell(1))])).text).toBe('机\n密')
  })

  test('a break inside a span ends the passage', () => {
    const view = normalise(page([line('机密★10年\n关于工作的报告')]))
    expect(view.text).toBe('机密★10年\n关于工作的报告')
    expect(view.rows).toHaveLength(2)
  })
})

describe('visibility', () => {
  const deleted = { sight: 'hidden', hiddenBy: 'deleted-revision' } as const

  test('unseen runs of a line are read by themselves, and what can be seen without them', () => {
    const spans = [span('青禾县'), span('机', deleted), span('密★10年', deleted), span('文件')]
    const view = normalise(page([{ spans }, line('正文')]))
    expect(view.text).toBe('青禾县文件\n机密★10年\n正文')
    expect(view.rows.map((row) => row.fragment)).toEqual([false, true, false])
  })

  test('a seam parts unseen runs that were not next to each other', () => {
    const spans = [span('机', deleted), span('会'), span('密', deleted)]
    const view = normalise(page([{ spans }]))
    expect(view.text).toBe('会\n机密')
    expect(gapBefore(view, 3)).toBe(seam)
  })
})

test('every character leads home to the one it came from', () => {
  const source = '　　密　级：机\u200b密★２０年（第㈠号）№５，ＡＢ Ｃ  尾'
  const view = normalise(page([{ spans: [span(source.slice(0, 9)), span(source.slice(9))] }]))
  const astray = [...view.text].filter(
    (unit, offset) => unit !== ' ' && !home(view, offset).normalize('NFKC').includes(unit),
  )
  expect(view.text).toBe('密级:机密★20年(第(一)号)No5,AB C 尾')
  expect(astray).toEqual([])
})
