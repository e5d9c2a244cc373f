/** The judgement: the same words as a mark and as a mention, told apart by where and how they stand. */
import { describe, expect, test } from 'vitest'
import type { Line, Page } from '../../src/types.js'
import { codes, judge, outcome } from './judge.js'
import { line, page, paper, type Row, row, span, text } from './pages.js'

const notice: readonly string[] = [
  '青禾县人民政府文件',
  '青政发〔2018〕26号',
  '关于做好春季植树工作的通知',
  '各乡镇要提前备好苗木，落实浇水管护责任，确保栽一棵、活一棵。',
]
const laidOut: readonly Row[] = [
  ['青禾县人民政府文件', 150, 204, 34],
  ['青政发〔2018〕26号', 220, 290],
  ['关于做好春季植树工作的通知', 130, 350, 22],
  ['各乡镇要提前备好苗木，落实浇水管护责任，确保栽一棵、', 111, 420],
  ['活一棵，栽一片、成一片。', 79, 449],
]
const withHead = (...rows: Row[]): Page => paper([...rows, ...laidOut])
const cells = (...rows: string[]): Line[] =>
  rows.flatMap((cellRow, at) =>
    cellRow.split('|').map((one, column) => line(one, { part: 'cell', cell: { table: 0, row: at, column } })),
  )

describe('the head of the page', () => {
  test.each<[string, Page]>([
    ['the mark in line 2', withHead(['机密★20年', 79, 134])],
    [
      'copy number, mark and urgency stacked',
      withHead(['000012', 79, 105], ['秘密★1年', 79, 134], ['特急', 79, 163]),
    ],
    ['the three on one line', withHead(['000012 机密★10年 特急', 79, 134])],
    ['the level alone', withHead(['绝　密', 79, 134])],
    ['a boxed level at the right', withHead(['【秘密】', 450, 110])],
    ['a level beside a receiving stamp', withHead(['机密', 79, 134], ['收文第23号', 420, 130, 12])],
    ['OCR that lost the star', withHead(['机密10年', 79, 134])],
    ['OCR that read the star as a character', withHead(['机密女2O年', 79, 134])],
    ['OCR that read the level wrongly', withHead(['秘蜜★5年', 79, 134])],
    ['a mark cut in three boxes', withHead(['机', 79, 134], ['密', 100, 135], ['★20年', 118, 133])],
    ['two marks, one struck out', withHead(['机密★20年 秘密★10年', 79, 134], ['变更密级', 79, 163])],
  ])('%s blocks', (_, given) => {
    expect(outcome(given)).toBe('block')
  })

  test.each(['“机密★20年”是什么意思？', '机密★20年是什么意思', '《绝密》影评', '绝密、机密、秘密怎么区分'])(
    'a title about marks publishes: %s',
    (title) => {
      expect(outcome(text([title, ...notice.slice(3)].join('\n')))).toBe('publish')
      expect(outcome(paper([[title, 150, 110, 22], ...laidOut.slice(3)]))).toBe('publish')
    },
  )
})

describe('running text', () => {
  const wrapped = (last: string): Page =>
    paper([
      ['读懂标志', 240, 110, 22],
      ['常有人问文件首页左上角的标志应当怎样写才算规范，多数', 111, 200],
      ['人凭着记忆写，写出来的样子各不相同，其实最常见的就是', 79, 229],
      [last, 79, 258],
    ])

  test('a mark that falls alone on the last line of a paragraph is a mention', () => {
    expect(outcome(wrapped('机密★20年'))).toBe('publish')
    expect(codes(judge(wrapped('机密★20年')).mentions[0])).toContain('match.running')
  })

  test('the same after a finished paragraph is a mark', () => {
    const rows: Row[] = [
      ['各乡镇要落实责任。', 111, 200],
      ['机密★20年', 79, 270],
      ['关于有关情况的报告', 200, 320, 22],
    ]
    expect(outcome(paper(rows))).toBe('block')
  })

  test('a sentence that OCR cut into boxes is still a sentence', () => {
    const rows: Row[] = [
      ['他在封面上标注了', 79, 300],
      ['机密★20年', 215, 301],
      ['几个字，随后送交登记。', 300, 299],
    ]
    expect(outcome(paper(rows))).toBe('publish')
  })

  test('text broken by hand at a fixed width is read as running on', () => {
    const prose = '读懂标志，其实并不难，只要记住它由三个部分组成就可以'
    expect(outcome(text([prose, prose, prose, '机密★20年', '以上。'].join('\n')))).toBe('publish')
  })

  test.each([
    '他把机密★10年的文件带回了家。',
    '本市妇女10年来收入翻番，男女10年差距缩小，太20年间。',
    '服务★★★★★，秘密花园值得再来。',
    '投标人应当保守采购人秘密★，否则取消资格。',
  ])('%s publishes', (sentence) => {
    expect(outcome(text(sentence))).toBe('publish')
  })
})

describe('lists, specimens and questions', () => {
  test.each([
    '密级分为：\n绝密\n机密\n秘密',
    '标志样式如下：\n机密★10年\n绝密★长期\n秘密★6个月\n以上样式由定密责任人审核。',
    '1. 国家秘密的标志是（ ）\nA．机密★20年\nB．机密☆20年\nC．【机密】\nD．机密',
    '密级：□公开　□秘密　□机密　□绝密',
    '密级：公开/内部/秘密/机密/绝密',
    '密室主题：\n绝密档案★★★★\n机密行动★★★',
    'const levels = ["公开", "秘密", "机密", "绝密"]',
    '第三章　秘密\n她把信压在箱底。',
  ])('%s publishes', (content) => {
    expect(outcome(text(content))).toBe('publish')
  })

  test('a ticked level blocks', () => {
    expect(outcome(text('密级：□公开　□秘密　☑机密　□绝密'))).toBe('block')
  })
})

test('a question about marks introduces its answer; another question does not', () => {
  expect(outcome(text('国家秘密标志的正确写法是？\n机密★10年'))).not.toBe('block')
  expect(outcome(text('下列哪项是国家秘密标志（　　）。\n机密★10年\n内部'))).not.toBe('block')
  expect(outcome(text('会议几点开始？\n机密★10年'))).toBe('block')
})

test('a line below that calls it a specimen makes it one', () => {
  const lesson = ['定密小课堂', '绝密★长期', '上图是国家秘密标志的规范写法，你学会了吗？']
  expect(outcome(text(lesson.join('\n')))).not.toBe('block')
  expect(outcome(text([...lesson.slice(0, 2), '上图书馆借阅室开放时间调整。'].join('\n')))).toBe('block')
})

test('a caption introduces the head it shows', () => {
  const specimen = ['图1　公文首页版式', '000001', '机密★1年', '特急', '×××××文件', '×××〔2012〕10号']
  expect(outcome(text(specimen.join('\n')))).not.toBe('block')
  expect(outcome(text(specimen.slice(1).join('\n')))).toBe('block')
})

test('a full stop that OCR read as a colon introduces nothing', () => {
  const rows: Row[] = [
    ['全年新增公共停车位一百个：', 80, 400],
    ['公开方式：不予公开', 80, 460],
  ]
  expect(outcome(paper(rows, { channel: 'ocr' }))).toBe('block')
})

describe('fields and tables', () => {
  test.each<[string, string, Page]>([
    ['a label and its value', 'block', text('项目名称：库区改造　　密级：机密　　编号：7')],
    ['a value under its label', 'block', text('密级：\n机密\n编号：7\n关于有关情况的报告')],
    ['a declaration', 'block', text('本文件密级为秘密，请妥善保管。')],
    ['a value right of its label', 'block', page(cells('名称|库区改造', '密级|秘密'))],
    ['a register', 'block', page(cells('名称|密级', '甲|秘密', '乙|公开', '丙|秘密'))],
    ['a register without secrets', 'publish', page(cells('名称|密级', '甲|公开', '乙|/', '丙|无'))],
    [
      'a table that explains levels',
      'publish',
      page(cells('密级|期限', '绝密|30年', '机密|20年', '秘密|10年')),
    ],
    ['kinds of audit', 'publish', page(cells('序号|类型', '1|内部', '2|外部', '3|内部'))],
    ['a property named 密级', 'block', page([line('秘密', { part: 'metadata', label: '密级' })])],
    [
      'a property named 密级 that says 公开',
      'publish',
      page([line('公开', { part: 'metadata', label: '密级' })]),
    ],
    [
      'key words of an article',
      'publish',
      page([line('保密,机密,普法', { part: 'metadata', label: 'Keywords' })]),
    ],
    ['structured data', 'block', text('{"title":"报告","密级":"机密"}')],
  ])('%s: %s', (_, wanted, given) => {
    expect(outcome(given)).toBe(wanted)
  })

  test('a scanned table is read by the column its heading stands over', () => {
    const rows: Row[] = [
      ['名称', 120, 200],
      ['密级', 400, 200],
      ['库区改造报告', 90, 240],
      ['机密', 400, 241],
      ['水情简报', 100, 280],
      ['秘密', 400, 281],
    ]
    const { hits } = judge(paper(rows, { channel: 'ocr' }))
    expect(hits.map((hit) => hit.level)).toEqual(['block', 'block'])
    expect(codes(hits[0])).toContain('match.field-cell')
  })
})

describe('places off the page', () => {
  const beside = (one: Line): Page => page([one, ...notice.map((each) => line(each))])
  test.each<[string, string, Page]>([
    ['a header', 'block', beside(line('机密★10年', { part: 'header' }))],
    ['a footer', 'block', beside(line('内部资料，请勿外传', { part: 'footer' }))],
    [
      'a comment that talks about the mark',
      'block',
      beside(line('原稿机密★10年，上网前去掉', { part: 'comment' })),
    ],
    ['a comment that teaches', 'publish', beside(line('要举例说明，如“机密★10年”', { part: 'comment' }))],
    ['alternative text', 'block', beside(line('机密★10年', { part: 'alt' }))],
    ['a sheet name', 'block', beside(line('机密', { part: 'sheet-name' }))],
    ['a header that is a sentence', 'publish', beside(line('讲义：机密★10年怎样写', { part: 'header' }))],
  ])('%s: %s', (_, wanted, given) => {
    expect(outcome(given)).toBe(wanted)
  })

  test('a deleted mark inside a line blocks, a deleted word of a sentence is for review', () => {
    const deleted = { sight: 'hidden', hiddenBy: 'deleted-revision' } as const
    const mark = [span('青禾县'), span('机密★1', deleted), span('0年', deleted), span('通知')]
    expect(outcome(page([{ spans: mark }]))).toBe('block')
    const word = [span('本规定所称'), span('秘密', deleted), span('机密事项，是指')]
    expect(outcome(page([{ spans: word }]))).toBe('review')
  })

  test.each([
    ['the unseen text layer of a scan', 'ocr-layer', false],
    ['what a page is written in', 'markup', false],
    ['a hidden run', 'hidden-attribute', true],
  ] as const)('%s: %s is a hiding place: %s', (_, hiddenBy, expected) => {
    const { hits } = judge(paper([['机密★10年', 79, 134]], { sight: 'hidden', hiddenBy }))
    const mark = hits.find(({ rule }) => rule === 'state-secret-mark')
    expect(mark?.level).toBe('block')
    expect(codes(mark).includes('match.hidden')).toBe(expected)
    expect(hits.some(({ rule }) => rule === 'concealed-text')).toBe(expected)
  })

  test.each([
    ['[机密]三季度安排.pdf', 'block'],
    ['计划-秘密.doc', 'block'],
    ['名册（内部）.xlsx', 'block'],
    ['机密文件丢失案例.docx', 'publish'],
    ['绝密★启用前 2019年高考数学.pdf', 'publish'],
  ])('the file name %s: %s', (name, wanted) => {
    expect(outcome(page([line(name, { part: 'name' }, { channel: 'name' })]))).toBe(wanted)
  })
})

describe('several documents in one picture', () => {
  test('a head far down a long picture is a head', () => {
    const shift = ([content, x, y, size]: Row): Row => [content, x, y + 3000, size ?? 16]
    const rows = [
      ...laidOut.map(([content, x, y]): Row => [content, x, y]),
      shift(['机　密', 79, 134]),
      ...laidOut.map(shift),
    ]
    const tall = { ...paper(rows, { channel: 'ocr' }), height: 6000 }
    expect(outcome(tall)).toBe('block')
  })

  test('each document of a photograph has its own corner', () => {
    const second = [
      row(['秘密', 700, 60]),
      ...laidOut.map(([content, x, y, size]) => row([content, x + 600, y, size ?? 16])),
    ]
    const lines = [
      ...laidOut.map((one) => ({ ...row(one), sheetInPicture: 0 })),
      ...second.map((one) => ({ ...one, sheetInPicture: 1 })),
    ]
    expect(outcome(page(lines, { width: 1200, height: 842 }))).toBe('block')
  })
})

describe('exam papers', () => {
  const exam = (title: string): Page => text(`绝密★启用前\n${title}\n语文试题`)
  test.each([
    ['2018年普通高等学校招生全国统一考试', 'publish'],
    ['2031年普通高等学校招生全国统一考试', 'block'],
    ['2026年普通高等学校招生全国统一考试', 'block'],
    ['青禾中学高三年级第二次模拟考试', 'publish'],
    ['全国硕士研究生招生考试', 'block'],
  ])('%s: %s', (title, wanted) => {
    expect(outcome(exam(title), '2026-05-01')).toBe(wanted)
  })
})

test('what makes it a mark is said', () => {
  const [hit] = judge(withHead(['机密★20年', 79, 134])).hits
  expect(codes(hit)).toEqual(
    expect.arrayContaining([
      'match.shows-star',
      'match.shows-term',
      'match.alone-on-line',
      'match.first-lines',
      'match.top-left',
      'match.official-head',
    ]),
  )
})

test('the place of a hit is the box of the mark, not of its line', () => {
  const [hit] = judge(withHead(['000012 机密★10年 特急', 79, 134])).hits
  const [step] = hit!.place
  expect(step.pageSize).toEqual([595, 842])
  expect(step.box![0]).toBeGreaterThan(79)
  expect(step.box![0] + step.box![2]).toBeLessThan(79 + 11.5 * 16)
})

test('a page of nothing but marks is told in few findings', () => {
  const { hits } = judge(text('机密★10年\n'.repeat(1000)))
  expect(hits).toHaveLength(200)
  expect(codes(hits.at(-1))).toContain('match.and-more')
})
