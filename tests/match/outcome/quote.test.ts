/** What a finding shows: little, and nothing that was hidden or is anybody's number. */
import { expect, test } from 'vitest'
import { maskPersonal } from '../../../src/match/outcome/quote.js'
import { judge } from '../judge.js'
import { page, span, text } from '../pages.js'

test('the quote keeps the characters of the document', () => {
  expect(judge(text('机　密★２０年')).hits[0]!.quote).toBe('机　密★２０年')
})

test('at most twenty characters stand on either side', () => {
  const long = '前'.repeat(50)
  const { hits } = judge(text(`${long}。本件为机密文件。${'后'.repeat(50)}`))
  expect(hits[0]!.quote).toMatch(/^….{20}本件为机密文件.{20}…$/u)
})

test('beside a hidden mark nothing else is shown', () => {
  const hidden = { sight: 'hidden', hiddenBy: 'same-colour' } as const
  const spans = [span('本'), span('件为机密文件，另附名单', hidden)]
  const { hits } = judge(page([{ spans: [span('机密★10年', hidden)] }]))
  expect(hits.find((hit) => hit.rule === 'state-secret-mark')!.quote).toBe('机密★10年')
  for (const hit of judge(page([{ spans }])).hits) expect(hit.quote).not.toContain('名单')
})

test('text beside a visible mark is shown only as far as it is visible', () => {
  const covered = { sight: 'covered', hiddenBy: 'under-shape' } as const
  const { hits } = judge(page([{ spans: [span('密级：机密'), span('　王某某', covered)] }]))
  const hit = hits.find((one) => one.rule === 'state-secret-mark')
  expect(hit!.quote).not.toContain('王')
})

test('hidden runs between visible ones are left out', () => {
  const hidden = { sight: 'hidden', hiddenBy: 'same-colour' } as const
  const { hits } = judge(page([{ spans: [span('密级：'), span('王某某', hidden), span('机密')] }]))
  const hit = hits.find((one) => one.rule === 'state-secret-mark')
  expect(hit!.quote).toBe('密级：机密')
})

test('a number that reaches out of the quote is left out of it, not cut in two', () => {
  const { hits } = judge(text('名单中110105194912310021一栏经办人的意见：本件为机密文件。'))
  const { quote } = hits.find(({ rule }) => rule === 'state-secret-mark')!
  expect(quote).not.toMatch(/[0-9]/u)
})

test.each([
  ['号码11010519491231002X。', '号码110105********002X。'],
  ['号码１１０１０５１９４９１２３１００２Ｘ。', '号码１１０１０５********００２Ｘ。'],
  ['11010519491231002x', '110105********002x'],
  ['卡 6222 0200 0000 0001 230', '卡 622202*********1230'],
  ['电话139-1234-0567', '电话139****0567'],
  ['机密★20年', '机密★20年'],
  ['青政发〔2018〕26号', '青政发〔2018〕26号'],
])('%s is shown as %s', (given, shown) => expect(maskPersonal(given)).toBe(shown))

test('an identity number is never quoted whole', () => {
  const { hits } = judge(text('林某某 11010519491231002X 13912340567'))
  expect(hits.map((hit) => hit.rule)).toEqual(['identity-number', 'mobile-number'])
  for (const hit of hits) {
    expect(hit.quote).not.toContain('19491231')
    expect(hit.quote).not.toContain('12340567')
  }
})
