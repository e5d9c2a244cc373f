/** Numbers of automatic lists as they are set: ST_NumberFormat (ECMA-376 part 1, 17.18.59) and MSONFC ([MS-OSHARED] 2.2.1.3). */

/** Names of ST_NumberFormat that are drawn otherwise than in Arabic figures. */
type Writer = (value: number) => string

const figures = '〇一二三四五六七八九'
const legalFigures = '零壹贰叁肆伍陆柒捌玖'

/** 10 is 十, 21 二十一, 105 一百〇五 (or 一百零五). */
function counted(value: number, digits: string, units: string, zero: string, keepsOne: boolean): string {
  if (value === 0) return zero
  if (value > 99_999) return String(value)
  let written = ''
  for (const [index, digit] of [...String(value)].entries()) {
    const unit = String(value).length - 1 - index
    if (digit !== '0') written += digits[Number(digit)]! + (unit > 0 ? units[unit - 1]! : '')
    else if (!written.endsWith(zero)) written += zero
  }
  written = written.endsWith(zero) ? written.slice(0, -1) : written
  return keepsOne || value > 19 || value < 10 ? written : written.replace(digits[1]!, '')
}

const one =
  (first: number, last: number): Writer =>
  (value) =>
    value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value)
const among =
  (letters: string): Writer =>
  (value) => {
    const all = [...letters]
    return value < 1 ? String(value) : all[(value - 1) % all.length]!
  }
const positional =
  (digits: string): Writer =>
  (value) =>
    String(value).replace(/\d/g, (digit) => [...digits][Number(digit)]!)
/** a to z, then aa, bb … (17.18.59, lowerLetter). */
const letters =
  (first: number): Writer =>
  (value) =>
    value < 1
      ? String(value)
      : String.fromCharCode(first + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)))

const romans = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const // prettier-ignore
function roman(value: number): string {
  if (value < 1 || value > 4_999) return String(value)
  let [left, written] = [value, '']
  for (const [worth, sign] of romans) for (; left >= worth; left -= worth) written += sign
  return written
}

const chinese: Writer = (value) => counted(value, figures, '十百千万', '〇', false)
const simplified: Writer = (value) => counted(value, figures.replace('〇', '零'), '十百千万', '零', false)
const legal: Writer = (value) => counted(value, legalFigures, '拾佰仟万', '零', true)

const writers: Readonly<Record<string, Writer>> = {
  none: () => '',
  bullet: () => '',
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: letters(65),
  lowerLetter: letters(97),
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: positional('０１２３４５６７８９'),
  decimalFullWidth2: positional('０１２３４５６７８９'),
  decimalEnclosedCircle: one(0x2460, 20),
  decimalEnclosedCircleChinese: one(0x2460, 20),
  decimalEnclosedFullstop: one(0x2488, 20),
  decimalEnclosedParen: one(0x2474, 20),
  ideographEnclosedCircle: one(0x3280, 10),
  numberInDash: (value) => `- ${value} -`,
  ideographDigital: positional(figures),
  japaneseDigitalTenThousand: positional(figures),
  taiwaneseDigital: positional('○一二三四五六七八九'),
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  chineseCounting: chinese,
  chineseCountingThousand: simplified,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  ideographTraditional: among('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: among('子丑寅卯辰巳午未申酉戌亥'),
}

/** `format`: a name of ST_NumberFormat; unknown ones are set in Arabic figures. */
export function listNumber(value: number, format: string): string {
  return (writers[format] ?? String)(value)
}

/** MSONFC numbers under the names of ST_NumberFormat; the rest are Arabic figures. */
const byCode: Readonly<Record<number, string>> = {
  1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 10: 'ideographDigital',
  11: 'japaneseCounting', 14: 'decimalFullWidth', 16: 'japaneseLegal', 17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle', 19: 'decimalFullWidth2', 22: 'decimalZero', 23: 'bullet',
  26: 'decimalEnclosedFullstop', 27: 'decimalEnclosedParen', 28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle', 30: 'ideographTraditional', 31: 'ideographZodiac',
  33: 'taiwaneseCounting', 34: 'ideographLegalTraditional', 35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital', 37: 'chineseCounting', 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand',
  57: 'numberInDash', 255: 'none',
} // prettier-ignore

export const listFormat = (code: number): string => byCode[code] ?? 'decimal'
