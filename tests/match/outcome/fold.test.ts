/** Unseen text is told once per document and rule. */
import { describe, expect, test } from 'vitest'
import { findingId } from '../../../src/identity.js'
import { settle as settled } from '../../../src/match/outcome/settle.js'
import type { Hit } from '../../../src/types.js'
import { judge, matchers } from '../judge.js'
import { line, page } from '../pages.js'

let ids = 0
const naming = (hit: Hit): string => findingId(hit, ids++, 'hash')
/** Findings with what they quote. */
const settle = (hits: readonly Hit[], name = naming) =>
  settled(hits, name).map(({ finding, excerpt: { quote, evidence } }) => ({ ...finding, quote, evidence }))
const hidden = { sight: 'hidden', hiddenBy: 'hidden-attribute' } as const

const hiddenPage = (texts: readonly string[], number = 1) =>
  page(
    texts.map((text) => line(text, {}, hidden)),
    { number, place: [{ name: 'a.docx', page: number }] },
  )

describe('hidden runs of one document', () => {
  const hits = [
    ...judge(hiddenPage(['此段仅供内部审核', '另一段也看不见'])).hits,
    ...judge(hiddenPage(['第三段在次页'], 2)).hits,
  ]

  test('are one finding that counts them and leads to the first', () => {
    const [one, ...others] = settle(hits, naming)
    expect(others).toEqual([])
    expect(one).toMatchObject({ rule: 'concealed-text', level: 'review', quote: '' })
    expect(one!.evidence.at(-1)).toEqual({ code: 'match.folded', args: { count: 3 } })
    expect(one!.places).toHaveLength(3)
    expect(one!.places[2]![0]!.page).toBe(2)
  })

  test('have another id as soon as one of them says something else', () => {
    const [one] = settle(hits, naming)
    const [other] = settle([...hits.slice(0, 2), { ...hits[2]!, term: '改过的一段' }], naming)
    expect(other!.id).not.toBe(one!.id)
  })

  test('stay apart from those of another document', () => {
    const elsewhere = hits.map((hit) => ({ ...hit, place: [{ name: 'b.docx' }] as const }))
    expect(settle([...hits, ...elsewhere], naming)).toHaveLength(2)
  })
})

test('each covered text that blocks is a finding of its own', () => {
  const covered = { sight: 'covered', hiddenBy: 'under-shape', fitted: true } as const
  const { hits } = judge(page(['北原县粮库三号仓', '临水镇五号桥'].map((text) => line(text, {}, covered))))
  expect(settle(hits, naming).map(({ rule }) => rule)).toEqual(['covered-text', 'covered-text'])
})

test('a comment is for a person to look at, a comment in source code is not', () => {
  const office = judge(page([line('此处数字请业务科再核一下', { part: 'comment' })])).hits
  expect(office.map(({ rule, level }) => [rule, level])).toEqual([['comment-text', 'review']])
  const code = { sight: 'hidden', hiddenBy: 'comment' } as const
  expect(judge(page([line('页脚由脚本生成，勿改', { part: 'comment' }, code)])).hits).toEqual([])
})

test('what a web page does not display is no finding by itself', () => {
  const menu = { sight: 'hidden', hiddenBy: 'not-displayed' } as const
  expect(judge(page([line('您访问的链接即将离开本网站', {}, menu)])).hits).toEqual([])
  expect(judge(page([line('机密★10年', {}, menu)])).hits.map(({ level }) => level)).toEqual(['block'])
})

test('linked files that are not there are one finding that names the first five', () => {
  const hits = Array.from({ length: 7 }, (_, at) =>
    matchers.remark('link-missing', [{ name: 'a.html', line: at + 1 }], {
      code: 'link.missing',
      args: { name: `${at}.png` },
    }),
  ).flat()
  const [one, ...others] = settle(hits, naming)
  expect(others).toEqual([])
  expect(one!.evidence.map(({ args }) => args)).toEqual([
    ...[0, 1, 2, 3, 4].map((at) => ({ name: `${at}.png` })),
    { count: 7 },
  ])
})
