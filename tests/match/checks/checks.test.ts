/** Numbers that prove themselves by date, area and check digit. */
import { describe, expect, test } from 'vitest'
import { holds } from '../../../src/condition.js'
import type { Condition } from '../../../src/types.js'
import { isBankCard, isLabelledBankCard, luhn } from '../../../src/match/checks/bank-card.js'
import { checks } from '../../../src/match/checks/index.js'
import { dayToCome } from '../../../src/match/checks/day-to-come.js'
import { identityNumber } from '../../../src/match/checks/identity-number.js'
import { isMobileNumber } from '../../../src/match/checks/mobile-number.js'
import { ofAnotherOrgan } from '../../../src/match/checks/other-organ.js'
import { isPassportNumber } from '../../../src/match/checks/passport-number.js'
import { pastYear } from '../../../src/match/checks/past-year.js'
import { isCreditCode, isUnprovedIdentityNumber } from '../../../src/match/checks/unproved-identity-number.js'
import { isWeakMask } from '../../../src/match/checks/weak-mask.js'

/** Whether what a check answers holds on the day, for a publisher. */
const on = (checked: boolean | Condition, day = '2026-05-01', organs: readonly string[] = []) =>
  typeof checked === 'boolean' ? checked : holds(checked, { day, organs })

describe('identity numbers', () => {
  test.each(['11010519491231002X', '11010519491231002x', '110105 19491231 002X', '110105491231002'])(
    '%s is one',
    (number) => expect(on(identityNumber(number))).toBe(true),
  )
  test.each([
    ['110105194912310021', 'the check digit is wrong'],
    ['11010519491331002X', 'there is no month 13'],
    ['11010519490230002X', 'there is no 30 February'],
    ['99010519491231002X', 'no province has this code'],
    ['110105204912310026', 'it was born in the future'],
    ['110105491331002', 'the old form has a wrong month'],
    ['1101051949123100', 'it is too short'],
  ])('%s is none: %s', (number) => expect(on(identityNumber(number))).toBe(false))
})

describe('bank cards', () => {
  test('a UnionPay number with a right last digit is one, with any other last digit none', () => {
    const right = [...'0123456789'].filter((digit) => isBankCard(`622202000000000123${digit}`))
    expect(right).toEqual(['0'])
  })
  test('one digit repeated is a placeholder', () => {
    expect(isBankCard('6222222222222222')).toBe(false)
    expect(isLabelledBankCard('4444444444444444')).toBe(false)
  })
  test.each([
    ['4000000000000002', false, true],
    ['5100000000000008', false, true],
    ['9558800000000000000', false, true],
    ['6222020000000007', true, false],
    // Also the identity number of somebody from Gansu.
    ['620102199003071109', false, true],
    ['4578926832815618', false, false],
  ])('%s: by itself %s, under a label %s', (number, alone, labelled) => {
    expect([isBankCard(number), isLabelledBankCard(number)]).toEqual([alone, labelled])
  })
  test('ranges end where their issuers do', () => {
    const isIssued = (first: string): boolean =>
      [...'0123456789'].some((digit) => isLabelledBankCard(`${first}00000000000${digit}`))
    expect(
      ['2220', '2221', '2720', '2721', '3527', '3528', '3589', '3590', '5099', '5599', '5600'].map(isIssued),
    ).toEqual([false, true, true, false, false, true, true, false, false, true, false])
  })
  test('Luhn is counted from the right', () => expect(luhn('79927398713')).toBe(true))
})

test.each([
  ['13912340567', true],
  ['+86 139-1234-0567', true],
  ['12912340567', false],
  ['13800000000', false],
  ['13812345678', false],
])('mobile number %s: %s', (number, wanted) => expect(isMobileNumber(number)).toBe(wanted))

test.each([
  ['2019年普通高等学校招生', true],
  ['2025-2026学年期末考试', false],
  ['2026年考试', false],
  ['语文', false],
])('%s is over: %s', (words, wanted) => expect(on(pastYear(words))).toBe(wanted))

test('every check is known by a name rules can write', () => {
  expect(Object.keys(checks).toSorted()).toEqual(Object.keys(checks))
})

test.each([
  ['2026年5月1日', true],
  ['2026.4.30', false],
  ['2025年12月30日至2026年5月3日', true],
  ['5月9日', true],
  ['3月9日', false],
  ['下周', false],
])('a day to come: %s %s', (text, wanted) => expect(on(dayToCome(text))).toBe(wanted))

test.each([
  ['E41029375', true],
  ['EA7302918', true],
  ['C70318264', true],
  ['H7031826401', true],
  ['E11111111', false],
  ['A41029375', false],
  ['E4102937', false],
])('a passport or travel permit: %s %s', (text, wanted) => expect(isPassportNumber(text)).toBe(wanted))

test('an organ is another where the publishers are named and it is none of them', () => {
  expect(on(ofAnotherOrgan('青禾县林草局文件'))).toBe(false)
  expect(on(ofAnotherOrgan('青禾县 林草局文件'), '', ['青禾县'])).toBe(false)
  expect(on(ofAnotherOrgan('临江市文件'), '', ['青禾县'])).toBe(true)
})

test('what a check leaves open changes on its day and not before', () => {
  expect(['2026-12-31', '2027-01-01'].map((day) => on(pastYear('2025-2026学年'), day))).toEqual([false, true])
  expect(['2026-05-01', '2026-05-02'].map((day) => on(dayToCome('2026年5月1日'), day))).toEqual([true, false])
  expect(['2030-03-09', '2030-03-10'].map((day) => on(dayToCome('3月9日'), day))).toEqual([true, false])
  const unborn = identityNumber('110105204912310026')
  expect(['2048-12-31', '2049-01-01'].map((day) => on(unborn, day))).toEqual([false, true])
})

test('a condition on who publishes holds no text', () => {
  expect(JSON.stringify(ofAnotherOrgan('青禾县林草局文件'))).not.toMatch(/\p{Script=Han}/u)
})

describe('numbers under the name of an identity number', () => {
  test.each([
    ['110105194912310021', true, 'its check digit is wrong'],
    ['110105194913310027', true, 'there is no month 13'],
    ['629923199001010000', true, 'a table sheet lost its last digits'],
    ['11010519491231002X', false, 'it is right'],
    ['123456789012345678', false, 'it is a placeholder'],
    ['111111111111111111', false, 'it is a placeholder'],
    ['1101051949123100', false, 'it is too short'],
  ])('%s counts: %s, for %s', (number, counts) => expect(isUnprovedIdentityNumber(number)).toBe(counts))

  test('made of digits alone a credit code is no mistake', () => {
    const first = '91350100123450008'
    const code = [...'0123456789'].map((digit) => `${first}${digit}`).find(isCreditCode)
    expect([isCreditCode('91350100M000100Y43'), isCreditCode('91350100M000100Y44')]).toEqual([true, false])
    expect(code === undefined || !isUnprovedIdentityNumber(code)).toBe(true)
  })
})

describe('masks', () => {
  test.each([
    ['11010519491231**2X', true],
    ['110105194912***02X', true],
    ['110105194912****2X', false],
    ['1101051949123×00XX', true],
    ['110105********002X', false],
    ['11****************', false],
    ['11010519491231****', false],
    ['991234567890123***', false],
    ['1391234**67', true],
    ['1391234567*', true],
    ['139123***67', false],
    ['139****0567', false],
    ['1500*800*12', false],
    ['2391234**67', false],
    ['6222020000000001**0', true],
    ['622202000000****230', false],
    ['9222020000000001**0', false],
    ['11010519491231002X', false],
  ])('of %s too little is hidden: %s', (text, weak) => expect(isWeakMask(text)).toBe(weak))
})
