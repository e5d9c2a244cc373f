/** What fields show by their code alone, code by code. */
import { describe, expect, test } from 'vitest'
import { fieldWords } from '../../../../src/extract/shared/paragraph/field-words.js'

describe('fields drawn from their code', () => {
  test.each([
    [String.raw` eq \o\ac(○,密) `, '密', []],
    [String.raw` eq \o\ac(□,号) `, '号', []],
    [String.raw`EQ \o(\s\up 5(内部),\s\do 2(资料★))`, '内部资料★', []],
    [String.raw`EQ \o(\s\up 5(内), \s\do 2(部))`, '内部', []],
    [String.raw`EQ \* jc2 \* "Font:宋体" \* hps16 \o\ad(\s\up 15(jī),机)`, '机', ['jī']],
    [String.raw`EQ \* jc0 \* "Font:Calibri" \* hps22 \o(\s\up 10(nèibù),内部)`, '内部', ['nèibù']],
    [String.raw`EQ \o\ad(\s\up 9(内部),资料)`, '资料', ['内部', '内部资料']],
    [String.raw`EQ \x(内部资料)`, '内部资料', []],
    [String.raw`EQ \x\to\bo(内部资料)`, '内部资料', []],
    [String.raw`EQ \f(1,2)`, '1/2', []],
    [String.raw`EQ \b(密)`, '(密)', []],
    [String.raw`EQ \b\bc\[(密)`, '[密]', []],
    [String.raw`EQ \b\lc\<\rc\>(密)`, '<密>', []],
    [String.raw`EQ \a\ac\co1(甲,乙)`, '甲\n乙', []],
    [String.raw`EQ \s\up8(甲)乙`, '甲乙', []],
    [String.raw`EQ \r(3,x)`, '3x', []],
    [String.raw`EQ (甲)\,乙`, '(甲),乙', []],
    [String.raw`EQ \o(甲（乙,丙）)`, '甲（乙丙）', []],
    [String.raw`EQ \o((甲,乙),丙)`, '(甲,乙)丙', []],
    ['MACROBUTTON NoMacro 内部资料', '内部资料', []],
    ['MACROBUTTON  AcceptAll [点此填写]', '[点此填写]', []],
    ['GOTOBUTTON Ziel 下一页', '下一页', []],
    [String.raw`SYMBOL 9733 \u \f "宋体" \s 16`, '★', []],
    [String.raw`SYMBOL 0x2605`, '★', []],
    [String.raw`SYMBOL 171 \f "Wingdings" \s 16`, '★', []],
  ])('%s', (code, text, beside) => {
    expect(fieldWords(code)).toEqual({ text, beside, always: true })
  })
})

describe('fields that have no result yet', () => {
  test.each([
    ['QUOTE "内部" "资料"', '内部 资料'],
    [String.raw`FILLIN "名称？" \d "内部资料" \o`, '内部资料'],
    ['IF 1 = 1 "内部资料" "公开"', '内部资料'],
    ['IF 2 > 10 "内部资料" "公开"', '公开'],
    ['IF 甲 <> 乙 “内部资料” “公开”', '内部资料'],
    ['TITLE "内部资料"', '内部资料'],
  ])('%s', (code, text) => {
    expect(fieldWords(code)).toEqual({ text, beside: [], always: false })
  })
})

test.each([
  'PAGE',
  String.raw`PAGE \* MERGEFORMAT`,
  'HYPERLINK "http://例.cn"',
  'REF 密级',
  'EQ',
  'SYMBOL',
  '',
  'DATE \\@ "yyyy年"',
  'TOC \\o "1-3"',
  'IF 1 = 1',
])('%s shows nothing by itself', (code) => {
  expect(fieldWords(code)).toBeNull()
})

test('codes that nest without end are read as far as they go', () => {
  expect(fieldWords(`EQ ${'\\o('.repeat(5_000)}内部`)).not.toBeUndefined()
  expect(fieldWords(`EQ ${'\\s\\up1\\up1'.repeat(3_000)}(`)).toBeNull()
  expect(fieldWords(`MACROBUTTON x ${'长'.repeat(70_000)}`)).toBeNull()
})
