/** Marks as they are printed: state-secret level and term, work secrets, urgency, numbers, attributes. */

export const levels = ['绝密', '机密', '秘密']
const terms = {
  绝密: ['30年', '20年', '长期', '启用前', ''],
  机密: ['20年', '10年', '15年', '长期', '6个月', '会议结束前', ''],
  秘密: ['10年', '5年', '3年', '1年', '6个月', '公布前', ''],
}

/**
 * The three legal forms (GB/T 9704-2012 7.2.2, 国家秘密定密管理规定): term, date, condition; the term may be
 * left out. Two-character levels are often spread over three or four squares.
 */
export function levelMark(chance) {
  const level = chance.pick(levels)
  const term = chance.is(0.12) ? releaseDate(chance) : chance.pick(terms[level])
  const spread = chance.is(0.35) ? `${level[0]}　${level[1]}` : level
  const gap = chance.is(0.2) ? ' ' : ''
  return `${spread}${gap}★${gap}${term}`.trim()
}

function releaseDate(chance) {
  const year = chance.whole(2026, 2040)
  return `${year}年${chance.whole(1, 12)}月${chance.whole(1, 28)}日`
}

/** The mark as it must come back from a reader: level, star and term without spaces. */
export function bareMark(mark) {
  return mark.replace(/\s/g, '')
}

export const internalMarks = [
  '内部资料　注意保存',
  '内部资料 会后收回',
  '内部事项　注意保管',
  '内部文件　不得外传',
  '工作秘密　注意保管',
  '会后收回',
]
export const closedAttributes = [
  '公开属性：不予公开',
  '公开方式：不予公开',
  '（此件不公开）',
  '信息公开选项：不予公开',
]
export const openAttributes = [
  '（此件公开发布）',
  '（此件主动公开）',
  '公开属性：主动公开',
  '公开方式：主动公开',
]
export const urgencies = ['特急', '加急']
export const telegramUrgencies = ['特提', '特急', '加急', '平急']

/** Year brackets as typed: the standard's hexagonal ones and what people use instead. */
export const brackets = ['〔〕', '〔〕', '〔〕', '〔〕', '［］', '[]', '（）']

export function docNumber(code, series, chance) {
  const [open, close] = chance.pick(brackets)
  return `${code}${series}${open}${chance.whole(2008, 2025)}${close}${chance.whole(1, 189)}号`
}

const cipherSeries = ['政密电', '委密电', '政办密电', '委办密电', '办密传发电', '政密发电']
const plainSeries = ['政办发明电', '政发明电', '办发明电', '委办明电', '府办发电', '政明电']
export const cipherNumber = (code, chance) => docNumber(code, chance.pick(cipherSeries), chance)
export const plainNumber = (code, chance) => docNumber(code, chance.pick(plainSeries), chance)
