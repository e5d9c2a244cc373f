/** What must be published: documents that speak of marks, look like marked ones, or have nothing to do with them. */
import * as marks from '../marks.mjs'
import { wordingOf } from './wording.mjs'

const some = (chance, list, count) => chance.some(list, Math.min(count, list.length))
/** In the order in which they were written, as articles of a rule are. */
const inOrder = (list, chosen) => list.filter((each) => chosen.includes(each))

const talk = (name, layouts, count = 5) => [
  name,
  {
    layouts,
    change: (_, chance, part) => {
      const { titles, paragraphs } = wordingOf(part)[name]
      return { title: chance.pick(titles), paragraphs: inOrder(paragraphs, some(chance, paragraphs, count)) }
    },
  },
]

/**
 * @typedef {{layouts: string[], change: (content: any, chance: any, part: string) => any}} Harmless
 * @type {Record<string, Harmless>}
 */
export const harmless = Object.fromEntries([
  [
    'ordinary',
    {
      layouts: [
        'general',
        'general',
        'letter',
        'order',
        'minutes',
        'brief',
        'notice',
        'table',
        'web',
        'slide',
        'map',
      ],
      change: (_, chance) => ({ note: chance.is(0.5) ? chance.pick(marks.openAttributes) : null }),
    },
  ],
  [
    'plain telegram',
    {
      layouts: ['plainTelegram'],
      change: (content, chance) => ({
        number: marks.plainNumber(content.place[0], chance),
        urgency: chance.pick(marks.telegramUrgencies),
      }),
    },
  ],
  talk('law', ['notice', 'web', 'notice']),
  talk('teaching', ['notice', 'web', 'slide', 'leaflet']),
  talk('works', ['notice', 'web', 'leaflet']),
  talk('contract', ['notice', 'web']),
  [
    'quoted',
    {
      layouts: ['leaflet', 'leaflet', 'web', 'slide'],
      change: (_, chance, part) => {
        const { quoted, teaching } = wordingOf(part)
        return {
          title: chance.pick(quoted.titles),
          kicker: chance.is(0.6) ? chance.pick(quoted.kickers) : null,
          paragraphs: some(chance, teaching.paragraphs, 4),
        }
      },
    },
  ],
  [
    'names',
    {
      layouts: ['general', 'notice', 'web'],
      change: (_, chance, part) => {
        const { titles, numbers, paragraphs } = wordingOf(part).names
        return {
          title: chance.pick(titles),
          number: chance.pick(numbers),
          paragraphs: some(chance, paragraphs, 4),
        }
      },
    },
  ],
  [
    'portal',
    {
      layouts: ['portal'],
      change: (_, chance, part) => {
        const { titles, paragraphs, navigation, tags } = wordingOf(part).portal
        return {
          title: chance.pick(titles),
          paragraphs: some(chance, paragraphs, 4),
          navigation: chance.pick(navigation),
          tags: chance.pick(tags),
        }
      },
    },
  ],
  [
    'past exam',
    {
      layouts: ['examSheet'],
      change: (content, chance, part) => {
        const { headings, mocks } = wordingOf(part).pastExams
        const exam = chance.is(0.6) ? chance.pick(headings) : chance.pick(mocks)
        return {
          mark: chance.pick(['绝密★启用前', '绝密★启用前', '机密★启用前', '绝密★考试结束前']),
          exam: chance.is(0.3) ? `${content.place}${exam}` : exam,
        }
      },
    },
  ],
  [
    'negative field',
    {
      layouts: ['approval', 'fieldLine'],
      change: (_, chance, part) => {
        const { titles, negatives } = wordingOf(part).fields
        return {
          title: chance.pick(titles),
          fields: [
            ['密级', chance.pick(negatives)],
            ['保密期限', '/'],
            ['公开属性', '主动公开'],
          ],
        }
      },
    },
  ],
  [
    'level table',
    {
      layouts: ['levelTable'],
      change: (_, chance, part) => {
        const { titles, paragraphs } = wordingOf(part).teaching
        return {
          title: chance.pick(titles),
          paragraphs: some(chance, paragraphs, 2),
          rows: chance.is(0.5)
            ? [
                ['密级', '绝密', '机密', '秘密'],
                ['最长期限', '三十年', '二十年', '十年'],
              ]
            : [
                ['密级', '最长期限', '损害程度'],
                ['绝密', '30年', '特别严重'],
                ['机密', '20年', '严重'],
                ['秘密', '10年', '损害'],
              ],
        }
      },
    },
  ],
])
