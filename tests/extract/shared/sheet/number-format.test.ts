/** What a number format makes of a value: the section that shows it, and the words in that section. */
import { describe, expect, it } from 'vitest'
import { shownNumber, shownText } from '../../../../src/extract/shared/sheet/number-format.js'

const number = (value: number, format: string) => shownNumber(value, format, false)

describe('the section that shows a number', () => {
  it.each([
    [1, '[=1]"公开";[=2]"秘密";"机密"', '公开'],
    [2, '[=1]"公开";[=2]"秘密";"机密"', '秘密'],
    [3, '[=1]"公开";[=2]"秘密";"机密"', '机密'],
    [100, '[>=100]"机密★"0"年";0', '机密★100年'],
    [99.5, '[>=100]"机密★"0"年";0', '99.5'],
    [-1, '[<0]"负";[>0]"正";"零"', '负'],
    [0, '[<0]"负";[>0]"正";"零"', '零'],
    [5, '[<>5]"甲";"乙"', '乙'],
    [5, '[<=5]"甲";"乙"', '甲'],
    [7, '[Red][>5]"甲"0;"乙"', '甲7'],
    [7, '0"[=1]"', '7[=1]'],
    [10, '"机密★"0"年"', '机密★10年'],
    [-10, '0;"秘密★"0"年"', '秘密★10年'],
    [0, '0;0;"内部"', '内部'],
    [3, '0;"机密★"@', '3'],
  ])('%s under %s is %s', (value, format, shown) => expect(number(value, format)).toBe(shown))
})

describe('the section that shows text', () => {
  it.each([
    ['10年', '0;0;0;"机密★"@', '机密★10年'],
    ['10年', '0;"机密★"@', '机密★10年'],
    ['10年', '"机密★"@', '机密★10年'],
    ['10年', '0;0;0', '10年'],
    ['10年', ';;;', ''],
  ])('%s under %s is %s', (text, format, shown) => expect(shownText(text, format)).toBe(shown))
})
