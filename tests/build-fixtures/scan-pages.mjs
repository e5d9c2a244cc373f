/** Cases of one file whose pages carry the text: PDF with text, scans, a fax, turned scans. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { picturePdf } from '../corpus/picture-pdf.mjs'
import { chanceFrom } from '../corpus/random.mjs'
import { sealOn } from '../corpus/seal.mjs'
import { mentions, sentences } from '../corpus/words.mjs'
import { paperOf, writePdf } from './scan-papers.mjs'
import { faxPng, greyJpeg } from './scan-pictures.mjs'

const marked = { mark: '机密★10年', copy: '000042', urgency: null, note: null }
const lesson = [mentions[0], mentions[1], mentions[7], mentions[4], sentences[4]]
const open = { note: '（此件公开发布）', urgency: null }

/** A case of one text PDF. */
const pdf = (file, paper, rules, what) => (folder) => {
  writePdf([paper()], join(folder, file), file.replace(/\.pdf$/, ''))
  return { args: [file], rules, what }
}
/** A case of one grey JPEG. */
const jpeg = (file, seed, paper, rules, what, options) => async (folder) => {
  writeFileSync(join(folder, file), await greyJpeg(paper(), seed, options))
  return { args: [file], rules, what }
}

const markedPage = (seed) => () => paperOf(seed, 'marked', 'general', marked, 'ming', true)

/** A marked paper with a seal over its mark, so many millimetres right of its edge and below. */
function sealed(seed, layout, right, below) {
  const paper = paperOf(seed, 'marked', layout, { ...marked, copy: null }, 'hei')
  const { x, y, align } = paper.printed.find((line) => line.role === 'mark')
  sealOn(paper, chanceFrom(seed), { x: align === 'right' ? x - right : x + right, y: y + below })
  return paper
}

export const pageCases = {
  'marked-pdf': pdf(
    '通知.pdf',
    markedPage('marked-pdf'),
    ['state-secret-mark'],
    'red-head notice, level and term in the corner',
  ),
  'mention-pdf': pdf(
    '保密知识问答.pdf',
    () => paperOf('mention-pdf', 'mention', 'notice', { title: '保密知识问答', paragraphs: lesson }, 'sung'),
    [],
    'teaching text that quotes 机密★20年',
  ),
  'public-pdf': pdf(
    '公告.pdf',
    () => paperOf('public-pdf', 'public', 'notice', open, 'hei'),
    [],
    'notice for publication',
  ),
  'plain-telegram-pdf': pdf(
    '放假安排.pdf',
    () =>
      paperOf('plain-telegram-pdf', 'plain-telegram', 'plainTelegram', {
        number: '禾政办发明电〔2024〕12号',
      }),
    [],
    'plain telegram of the 发明电 series',
  ),
  'marked-scan': jpeg(
    '扫描件.jpg',
    'marked-scan',
    markedPage('marked-scan'),
    ['state-secret-mark'],
    'grey scan of a marked notice',
  ),
  'mention-scan': jpeg(
    '宣传册.jpg',
    'mention-scan',
    () => paperOf('mention-scan', 'mention', 'notice', { title: '定密标志怎样写' }, 'hei'),
    [],
    'scan of a teaching text',
  ),
  'public-scan': jpeg(
    '通知.jpg',
    'public-scan',
    () => paperOf('public-scan', 'public', 'general', open, 'ming', true),
    [],
    'scan of a published red-head notice with its seal',
  ),
  'telegram-scan': jpeg(
    '电报.jpg',
    'telegram-scan',
    () => paperOf('telegram-scan', 'telegram', 'cipherTelegram', { number: '云委密电〔2021〕3号' }),
    ['cipher-telegram'],
    'scan of a cipher telegram without a level',
  ),
  'plain-telegram-scan': jpeg(
    '明电.jpg',
    'plain-telegram-scan',
    () =>
      paperOf(
        'plain-telegram-scan',
        'plain-telegram',
        'plainTelegram',
        { number: '云政办发明电〔2024〕12号' },
        'hei',
      ),
    [],
    'scan of a plain telegram',
  ),
  'internal-scan': jpeg(
    '纪要.jpg',
    'internal-scan',
    () => paperOf('internal-scan', 'internal', 'minutes', { mark: '内部资料　注意保存', urgency: null }),
    ['internal-mark'],
    'scan of minutes marked for internal use',
  ),
  'turned-90': jpeg(
    '横放.jpg',
    'turned-90',
    markedPage('turned-90'),
    ['state-secret-mark'],
    'a marked scan lying on its side',
    { quarters: 1 },
  ),
  'turned-180': jpeg(
    '倒放.jpg',
    'turned-180',
    markedPage('turned-180'),
    ['state-secret-mark'],
    'a marked scan upside down',
    { quarters: 2 },
  ),
  'marked-fax': async (folder) => {
    const paper = paperOf(
      'marked-fax',
      'marked',
      'letter',
      { mark: '秘密★5年', copy: null, urgency: null },
      'hei',
    )
    writeFileSync(join(folder, '传真.png'), await faxPng(paper, 'marked-fax'))
    return { args: ['传真.png'], rules: ['state-secret-mark'], what: '1-bit fax of a marked letter' }
  },
  'sealed-fax': async (folder) => {
    const paper = sealed('sealed-fax', 'general', 20, 0)
    writeFileSync(join(folder, '盖章传真.png'), await faxPng(paper, 'sealed-fax', 130))
    return {
      args: ['盖章传真.png'],
      rules: ['state-secret-mark'],
      what: '1-bit fax, the star of a black seal on the level',
    }
  },
  'sealed-letter': jpeg(
    '盖章函.jpg',
    'sealed-letter',
    () => sealed('sealed-letter', 'letter', 15, 2),
    ['state-secret-mark'],
    'grey copy, a seal over the level and across the rule of the head',
  ),
  'scanned-pdf': async (folder) => {
    const first = paperOf('scanned-1', 'public', 'general', open)
    const second = paperOf('scanned-2', 'marked', 'notice', { ...marked, copy: null }, 'hei')
    const pages = [
      await greyJpeg(first, 'scanned-1', { dpi: 110 }),
      await greyJpeg(second, 'scanned-2', { dpi: 110 }),
    ]
    await picturePdf(pages, join(folder, '会议材料.pdf'))
    return {
      args: ['会议材料.pdf'],
      rules: ['state-secret-mark'],
      what: 'picture-only PDF, the mark on its second page',
    }
  },
}
