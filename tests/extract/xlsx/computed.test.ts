/** Formulas whose value nobody stored. */
import { describe, expect, it } from 'vitest'
import { cellsIn, computed, joinsText } from '../../../src/extract/xlsx/computed.js'

const cells: Readonly<Record<string, string>> = { Z1: '机密', Z2: '★10', A1: '' }
const value = (formula: string) => computed(formula, (name) => cells[name] ?? null)

describe('what is literal is computed', () => {
  it.each([
    ['"机密"&"★"&"10年"', '机密★10年'],
    ['=Z1&Z2&"年"', '机密★10年'],
    ['$Z$1&z2&"年"', '机密★10年'],
    ['CONCATENATE(Z1,"★",10,"年")', '机密★10年'],
    ['_xlfn.CONCAT("机密",Z2)&"年"', '机密★10'.concat('年')],
    ['_xlfn.TEXTJOIN("",TRIM("1"),Z1,"★20年")', '机密★20年'],
    ['_xlfn.UNICHAR(26426)&_xlfn.UNICHAR(23494)', '机密'],
    ['TEXT(10,"""机密★""0""年""")', '机密★10年'],
    ['("秘"&("密"))&REPT("★",1)', '秘密★'],
    ['"说""明"', '说"明'],
    ['A1&"公告"', '公告'],
  ])('%s', (formula, text) => expect(value(formula)).toBe(text))
})

describe('what is not known stays unknown', () => {
  it.each([
    'B9&"年"',
    'Sheet2!A1&"年"',
    'VLOOKUP(A1,B1:C9,2)&"年"',
    '"甲"&',
    '("甲"',
    'REPT("甲",5000)',
    '1+1',
    'SUM(A1:A3)',
  ])('%s', (formula) => expect(value(formula)).toBeNull())

  it('however deep or long it is', () => {
    expect(value(`${'('.repeat(40)}"甲"${')'.repeat(40)}`)).toBeNull()
    expect(value(Array.from({ length: 300 }, () => '"甲"').join('&'))).toBeNull()
  })
})

it('only what puts words together can say what no cell says', () => {
  expect(['A1&B1', 'CONCATENATE(A1,B1)', 'SUBSTITUTE(A1,"甲","密")'].map(joinsText)).toEqual([
    true,
    true,
    true,
  ])
  expect(['SUM(A1:A9)', 'A1*2', '"R&D"', 'IF(A1>2,"是","否")'].map(joinsText)).toEqual([
    false,
    false,
    false,
    false,
  ])
})

it('names the cells it needs', () => {
  expect(cellsIn('$Z$1&Z2&"A9"')).toEqual(['Z1', 'Z2'])
})
