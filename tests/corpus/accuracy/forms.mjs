/** What must be found: every way a document is marked as not to be published, from domain knowledge, not from rules. */
import * as marks from '../marks.mjs'

const han = (number) =>
  '零一二三四五六七八九'[number] ?? `${number >= 20 ? '二三'[Math.floor(number / 10) - 2] : ''}十`
const wide = (text) => text.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0) + 0xfee0))
const years = { 绝密: [30, 20], 机密: [20, 10], 秘密: [10, 5, 3] }
const levelled = (make) => (chance) => {
  const level = chance.pick(marks.levels)
  return make(level, chance.pick(years[level]), chance)
}
const secret = 'state-secret-mark'

/** Written forms of LEVEL★TERM and what offices make of it. @type {Record<string, (chance: any) => string>} */
const written = {
  standard: (chance) => marks.levelMark(chance),
  'level only': levelled((level) => level),
  'level spread': levelled((level) => `${level[0]}　${level[1]}`),
  'level and star': levelled((level) => `${level}★`),
  'date before': levelled(
    (level, _, chance) =>
      `${level}★${chance.whole(2027, 2039)}.${chance.whole(1, 12)}.${chance.whole(1, 28)}前`,
  ),
  condition: levelled(
    (level, _, chance) =>
      `${level}★${chance.pick(['会议召开前', '公布前', '任务完成前', '方案发布前', '工程竣工前'])}`,
  ),
  months: levelled((level, _, chance) => `${level}★${chance.whole(2, 11)}个月`),
  'full-width digits': levelled((level, term) => `${level}★${wide(String(term))}年`),
  'Han numeral': levelled((level, term) => `${level}★${han(term)}年`),
  brackets: levelled((level) => `【${level}】`),
  'round brackets': levelled((level) => `（${level}）`),
  'bracketed term': levelled((level, term) => `${level}★（${term}年）`),
  'hollow star': levelled((level, term) => `${level}☆${term}年`),
  asterisk: levelled((level, term) => `${level}*${term}年`),
  'middle dot': levelled((level, term) => `${level}·${term}年`),
  'no star': levelled((level, term) => `${level} ${term}年`),
  long: levelled((level) => `${level}★长期`),
}
/** Signs and forms a reader of pictures is not asked to give back to the letter. */
const loose = [
  'hollow star',
  'asterisk',
  'middle dot',
  'no star',
  'Han numeral',
  'brackets',
  'round brackets',
  'bracketed term',
]

const redHeads = ['general', 'general', 'letter', 'order', 'minutes', 'brief']
const anywhere = [...redHeads, 'notice', 'table', 'web', 'slide', 'map', 'cover']

/**
 * @typedef {object} Form
 * @property {string[]} kinds rules of which one must speak
 * @property {string[]} layouts
 * @property {(content: any, chance: any, part: string) => any} change what the form adds to an ordinary document
 * @property {boolean} [exact] the mark must come back to the letter
 */
const marked = Object.entries(written).map(([name, write]) => [
  name,
  {
    kinds: [secret],
    layouts: anywhere,
    exact: !loose.includes(name),
    change: (_, chance) => ({
      mark: write(chance),
      copy: chance.is(0.5) ? String(chance.whole(1, 400)).padStart(6, '0') : null,
    }),
  },
])

const field = (name, label, values, kinds) => [
  name,
  {
    kinds,
    layouts: ['approval', 'fieldLine'],
    change: (_, chance) => ({ fields: [[label, chance.pick(values)]] }),
  },
]
const noted = (name, notes, kinds) => [
  name,
  {
    kinds,
    layouts: ['general', 'letter', 'notice', 'web'],
    change: (_, chance) => ({ note: chance.pick(notes) }),
  },
]
const cornered = (
  name,
  texts,
  kinds,
  layouts = ['general', 'letter', 'brief', 'minutes', 'notice', 'slide', 'cover'],
) => [name, { kinds, layouts, change: (_, chance) => ({ mark: chance.pick(texts) }) }]

const internal = {
  dev: [...marks.internalMarks, '内部文件', '不得外传', '内部，注意保存', '阅后退回'],
  test: [
    '内部材料　妥善保管',
    '内部资料　用后收回',
    '内部参考　注意保存',
    '工作秘密',
    '严禁外传',
    '会后退还',
    '内部资料',
  ],
}
const commercial = ['核心商密★长期', '普通商密★3年', '核心商密★5年', '山海集团·普通商密·3年']

/** @type {Record<string, Form>} */
export const forms = Object.fromEntries([
  ...marked,
  field('level field', '密级', ['机密', '秘密', '绝密', '秘密★5年'], [secret]),
  field('level and term field', '密级及保密期限', ['秘密★3年', '机密★10年'], [secret]),
  field('disclosure field', '公开属性', ['不予公开', '免予公开'], ['not-for-publication']),
  noted('not public', [...marks.closedAttributes, '（此件不予公开）'], ['not-for-publication']),
  noted(
    'limited',
    ['（此件发至县团级）', '（此件发至县、团级）', '（发至省军级）'],
    ['limited-distribution'],
  ),
  [
    'internal',
    {
      kinds: ['internal-mark'],
      layouts: ['general', 'letter', 'brief', 'minutes', 'notice', 'slide', 'cover'],
      change: (_, chance, part) => ({ mark: chance.pick(internal[part]) }),
    },
  ],
  cornered('commercial', commercial, ['commercial-secret-mark'], ['notice', 'cover', 'slide', 'table']),
  [
    'telegram',
    {
      kinds: ['cipher-telegram'],
      layouts: ['cipherTelegram'],
      change: (content, chance) => ({
        number: marks.cipherNumber(content.place[0], chance),
        urgency: chance.pick(marks.telegramUrgencies),
      }),
    },
  ],
  [
    'telegram number',
    {
      kinds: ['cipher-telegram'],
      layouts: ['general', 'letter'],
      change: (content, chance) => ({ number: marks.cipherNumber(content.place[0], chance) }),
    },
  ],
  [
    'future exam',
    {
      kinds: [secret],
      layouts: ['examSheet'],
      exact: true,
      change: (content, chance) => ({
        mark: `${chance.pick(['绝密', '机密'])}★${chance.pick(['启用前', '启用前', '考试结束前'])}`,
        exam: `${chance.whole(2027, 2031)}年${chance.pick([`${content.place}初中学业水平考试`, '普通高等学校招生全国统一考试', '全国硕士研究生招生考试'])}`,
      }),
    },
  ],
])

/** How a mark is written on papers in traditional characters. */
export const traditionalMarks = ['絕密★長期', '機密★20年', '祕密★5年', '秘密★10年', '機密★10年', '絕密★30年']
/** And in columns that run down, where numbers are Han. */
export const columnMarks = ['机密★二十年', '秘密★十年', '绝密★长期', '秘密★五年', '机密★十年']
