/** Papers without a red head: notice, table, exam paper, web page, slide, map sheet. */
import { area, blankPaper, point, setParagraphs } from '../paper.mjs'
import { setBody, setCorner } from './head.mjs'

export const put = (paper, text, x, y, size, face, more = {}) =>
  paper.printed.push({ text, x, y, size, face, ...more })

export function notice(content, faces) {
  const paper = blankPaper()
  setCorner(paper, content, faces)
  const top = content.mark || content.urgency || content.copy ? 68 : 42
  put(paper, content.title, 105, top, 22, faces.title, { align: 'center', bold: true, role: 'title' })
  setBody(paper, content, faces, top + 18)
  return paper
}

export function box(paper, x, y, width, height, colour = '#000', thick = 0.3) {
  paper.strokes.push({ x, y, width, height: thick, colour })
  paper.strokes.push({ x, y: y + height, width: width + thick, height: thick, colour })
  paper.strokes.push({ x, y, width: thick, height, colour })
  paper.strokes.push({ x: x + width, y, width: thick, height, colour })
}

/** A list with ruled cells; the mark stands above it at the left, as on any first page. */
export function table(content, faces, chance) {
  const paper = blankPaper()
  setCorner(paper, { ...content, urgency: null }, faces, { pitch: 8 })
  const subject = content.title.replace(/^关于|的[^的]*$/g, '')
  put(paper, `${subject}任务表`, 105, 62, 20, faces.title, { align: 'center', bold: true, role: 'title' })
  const columns = [28, 44, 112, 150, 184]
  const rows = [['序号', '任务内容', '责任单位', '完成时限']]
  const tasks = chance.some(
    ['入户走访', '管网检修', '台账登记', '隐患排查', '物资采购', '培训演练', '验收评估'],
    6,
  )
  tasks.forEach((task, index) =>
    rows.push([
      String(index + 1),
      `${task}及资料归档`,
      chance.pick(['水务局', '教育局', '财政局', '住建局']),
      `${chance.whole(3, 12)}月底前`,
    ]),
  )
  rows.forEach((cells, row) =>
    cells.forEach((text, column) => {
      const [x, next] = [columns[column], columns[column + 1]]
      box(paper, x, 78 + row * 12, next - x, 12)
      const face = row === 0 ? faces.mark : faces.body
      put(paper, text, (x + next) / 2, 78 + row * 12 + 3.6, 13, face, { align: 'center' })
    }),
  )
  const under = 78 + rows.length * 12 + 6
  setParagraphs(paper, content.paragraphs.slice(0, 3), { face: faces.body, y: under, size: 14 })
  if (content.note) put(paper, content.note, area.left, 255, 14, faces.body, { role: 'field' })
  return paper
}

/** 试卷: the label left above the title, subject below, then instructions and questions. */
export function exam(content, faces, chance) {
  const paper = blankPaper()
  const label = content.mark ? `${content.mark.replace(/\s/g, '').slice(0, 2)}★启用前` : null
  if (label) put(paper, label, area.left, 30, 14, faces.mark, { role: 'mark' })
  const year = label ? 2031 : chance.whole(2009, 2022)
  put(paper, `${year}年${content.place}初中学业水平考试`, 105, 42, 20, faces.title, {
    align: 'center',
    bold: true,
    role: 'title',
  })
  const subject = chance.pick(['语文', '数学', '物理', '历史'])
  put(paper, `${subject}试题`, 105, 54, 24, faces.head, { align: 'center', bold: true })
  const rules = [
    '注意事项：',
    '1．答题前，考生先将自己的姓名、准考证号填写清楚。',
    '2．选择题用铅笔填涂，非选择题用黑色签字笔书写。',
  ]
  const under = setParagraphs(paper, rules, { face: faces.body, y: 70, size: 12, indent: '', pitch: 8 })
  const questions = chance
    .some(content.paragraphs, 4)
    .map((sentence, index) => `${index + 1}．阅读下面的句子，回答问题。${sentence}（4分）`)
  setParagraphs(paper, questions, { face: faces.body, y: under + 4, size: 12, indent: '', pitch: 8 })
  return { ...paper, mark: label }
}

/** A portal page printed or photographed: trail of headings, article, its facts in small type. */
export function web(content, faces, chance) {
  const paper = blankPaper()
  const sans = faces.mark
  paper.strokes.push({ x: 0, y: 0, width: 210, height: 16, colour: '#1f5fa8' })
  put(paper, `${content.place}人民政府门户网站`, 14, 5, 16, sans, { colour: '#fff', bold: true })
  put(paper, '首页 > 政务公开 > 通知公告', 14, 22, 10.5, sans, { colour: '#555' })
  if (content.mark) put(paper, content.mark, 20, 31, 13, sans, { role: 'mark' })
  put(paper, content.title, 105, 40, 20, sans, { align: 'center', bold: true, role: 'title' })
  put(
    paper,
    `发布时间：${content.date}　来源：${content.organ}　浏览次数：${chance.whole(20, 900)}`,
    105,
    52,
    10.5,
    sans,
    {
      align: 'center',
      colour: '#666',
    },
  )
  paper.strokes.push({ x: 14, y: 59, width: 182, height: 0.3, colour: '#bbb' })
  const options = { face: faces.body, y: 64, x: 20, width: 170, size: 13, pitch: 8.6 }
  const under = setParagraphs(paper, content.paragraphs, options)
  if (content.note) put(paper, content.note, 20, under + 4, 13, faces.body, { role: 'field' })
  put(paper, `${content.organ}主办　网站标识码 3300000001`, 105, 280, 10, sans, {
    align: 'center',
    colour: '#777',
  })
  return paper
}

/** A slide, 16:9, printed on its own sheet of 254 × 143 mm; by practice the mark is in the same corner. */
export function slide(content, faces) {
  const paper = blankPaper(254, 143)
  paper.tint = '#f3f7fb'
  paper.strokes.push({ x: 0, y: 26, width: 254, height: 0.8, colour: '#2a5caa' })
  if (content.mark) put(paper, content.mark, 10, 6, 14, faces.mark, { role: 'mark' })
  put(paper, content.title.replace(/^关于|的[^的]*$/g, ''), 127, content.mark ? 14 : 10, 26, faces.title, {
    align: 'center',
    bold: true,
    role: 'title',
  })
  // Bullets are drawn, as slide programs draw them: no reader is asked to give them back as letters.
  let top = 36
  for (const sentence of content.paragraphs.slice(0, 4)) {
    paper.strokes.push({ x: 12, y: top + 4, width: 2.2, height: 2.2, colour: '#2a5caa' })
    top = setParagraphs(paper, [sentence], {
      face: faces.body,
      y: top,
      x: 18,
      width: 218,
      size: 17,
      pitch: 10.5,
      indent: '',
    })
  }
  put(paper, content.organ, 244, 134, 11, faces.body, { align: 'right' })
  return paper
}

/** A map sheet: the mark after or under the title (1990 rule art. 3), a frame, a few names, a legend. */
export function map(content, faces, chance) {
  const paper = blankPaper(297, 210)
  put(paper, `${content.place}区域分布示意图`, 148, 12, 24, faces.title, {
    align: 'center',
    bold: true,
    role: 'title',
  })
  if (content.mark) put(paper, content.mark, 148, 26, 14, faces.mark, { align: 'center', role: 'mark' })
  box(paper, 14, 36, 268, 150, '#333', 0.6)
  const lines = Array.from({ length: 5 }, () => riverPath(chance)).join('')
  paper.art.push(
    `<svg style="left:14mm;top:36mm" width="268mm" height="150mm" viewBox="0 0 268 150">${lines}</svg>`,
  )
  const spots = ['东湾', '石桥', '南坪', '柳坡', '上庄', '双井', '河口', '塔山']
  spots.forEach((name, index) => put(paper, name, chance.between(30, 260), 50 + index * 15, 12, faces.body))
  put(paper, '图例：河流　比例尺：五万分之一', 16, 190, 11, faces.body)
  put(paper, content.organ, 282, 190, 11, faces.body, { align: 'right' })
  return paper
}

function riverPath(chance) {
  const at = () => `${chance.between(0, 268).toFixed(0)} ${chance.between(0, 150).toFixed(0)}`
  return `<path d="M${at()} C${at()} ${at()} ${at()}" fill="none" stroke="#4a7fb5" stroke-width="${(14 * point) / 10}"/>`
}
