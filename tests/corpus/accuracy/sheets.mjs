/** Further sheets of paper: cover, approval form, field line, exam paper, leaflet, portal page, table of levels. */
import { setBody } from '../layouts/head.mjs'
import { box, put } from '../layouts/plain.mjs'
import { area, blankPaper, setParagraphs, widthOf } from '../paper.mjs'

const right = area.left + area.width
const heading = (paper, text, y, size, face) =>
  put(paper, text, 105, y, Math.min(size, 440 / widthOf(text)), face, {
    align: 'center',
    bold: true,
    role: 'title',
  })

/** Report cover: mark top-left, title in the middle, organ and date below. */
export function cover(content, faces) {
  const paper = blankPaper()
  if (content.copy) put(paper, content.copy, right, 34, 14, faces.body, { align: 'right', role: 'copy' })
  if (content.mark) put(paper, content.mark, area.left, 34, 16, faces.mark, { role: 'mark' })
  heading(paper, content.title.replace(/^关于|的[^的]*$/g, ''), 100, 26, faces.title)
  put(paper, '研究报告', 105, 122, 22, faces.title, { align: 'center' })
  put(paper, content.organ, 105, 230, 16, faces.body, { align: 'center' })
  put(paper, content.date, 105, 242, 16, faces.body, { align: 'center' })
  return paper
}

/** A ruled form of label and value in neighbouring cells. */
export function approval(content, faces) {
  const paper = blankPaper()
  heading(paper, `${content.title.replace(/^关于/, '')}登记表`, 36, 20, faces.title)
  const rows = [
    ['标题', content.title],
    ['拟稿单位', content.organ],
    ['文号', content.number],
    ...content.fields,
    ['日期', content.date],
  ]
  rows.forEach(([label, value], index) => {
    const y = 56 + index * 14
    box(paper, area.left, y, 40, 14)
    box(paper, area.left + 40, y, area.width - 40, 14)
    put(paper, label, area.left + 20, y + 4.4, 14, faces.mark, { align: 'center' })
    const role = content.fields.some(([name]) => name === label) ? 'mark' : undefined
    put(paper, value, area.left + 44, y + 4.4, Math.min(14, 300 / widthOf(value)), faces.body, {
      ...(role && { role }),
    })
  })
  const under = 56 + rows.length * 14 + 10
  setParagraphs(paper, content.paragraphs.slice(0, 3), { face: faces.body, y: under, size: 14 })
  return paper
}

/** Fields in one or two rows above the title, label and value parted by a colon. */
export function fieldLine(content, faces, chance) {
  const paper = blankPaper()
  const apart = chance.is(0.5)
  content.fields.forEach(([label, value], index) =>
    put(
      paper,
      `${label}：${value}`,
      area.left + (apart ? 0 : index * 52),
      36 + (apart ? index * 9 : 0),
      14,
      faces.mark,
      { role: 'mark' },
    ),
  )
  heading(paper, content.title, 72, 22, faces.title)
  setBody(paper, content, faces, 92)
  return paper
}

/** 试卷: label left above the heading, subject, instructions, questions. */
export function examSheet(content, faces, chance) {
  const paper = blankPaper()
  put(paper, content.mark, area.left, 28, 14, faces.mark, { role: 'mark' })
  heading(paper, content.exam, 42, 20, faces.title)
  put(paper, `${chance.pick(['语　文', '数　学', '物　理', '历　史', '英　语'])}`, 105, 56, 24, faces.head, {
    align: 'center',
    bold: true,
  })
  const rules = [
    '注意事项：',
    '1．答卷前，先在答题卡上写清姓名和考号。',
    '2．考试结束后，将试卷和答题卡一并交回。',
  ]
  const under = setParagraphs(paper, rules, { face: faces.body, y: 74, size: 12, indent: '', pitch: 8 })
  const questions = content.paragraphs
    .slice(0, 4)
    .map((sentence, index) => `${index + 1}．下面的句子有几处停顿？${sentence}（5分）`)
  setParagraphs(paper, questions, { face: faces.body, y: under + 4, size: 12, indent: '', pitch: 8 })
  return paper
}

/** A teaching sheet: name of the column in the corner, title, a line under it, text. */
export function leaflet(content, faces, chance) {
  const paper = blankPaper()
  put(paper, chance.pick(['保密小课堂', '学习园地', '宣传手册', '知识窗']), area.left, 30, 14, faces.mark)
  heading(paper, content.title, 46, 24, faces.title)
  if (content.kicker)
    put(paper, content.kicker, chance.is(0.5) ? 105 : area.left, 64, 15, faces.kai, {
      align: chance.is(0.5) ? 'center' : 'left',
    })
  setParagraphs(paper, content.paragraphs, { face: faces.body, y: 80, size: 15, pitch: 10 })
  return paper
}

/** A portal page with its bar of headings and the tags under the article. */
export function portal(content, faces) {
  const paper = blankPaper()
  const sans = faces.mark
  paper.strokes.push({ x: 0, y: 0, width: 210, height: 16, colour: '#9c1f1f' })
  put(paper, `${content.place}融媒体中心`, 14, 5, 16, sans, { colour: '#fff', bold: true })
  content.navigation.forEach((word, index) =>
    put(paper, word, 14 + index * 31, 20, 12, sans, { colour: '#222' }),
  )
  paper.strokes.push({ x: 0, y: 28, width: 210, height: 0.4, colour: '#9c1f1f' })
  put(paper, '当前位置：首页 > 新闻 > 正文', 14, 32, 10.5, sans, { colour: '#555' })
  heading(paper, content.title, 42, 20, sans)
  put(paper, `发布时间：${content.date}　来源：${content.organ}`, 105, 54, 10.5, sans, {
    align: 'center',
    colour: '#666',
  })
  const under = setParagraphs(paper, content.paragraphs, {
    face: faces.body,
    y: 64,
    x: 20,
    width: 170,
    size: 13,
    pitch: 8.6,
  })
  put(paper, '标签：', 20, under + 6, 11, sans, { colour: '#555' })
  content.tags.forEach((word, index) =>
    put(paper, word, 36 + index * 26, under + 6, 11, sans, { colour: '#1f5fa8' }),
  )
  return paper
}

/** A table that explains the levels. */
export function levelTable(content, faces) {
  const paper = blankPaper()
  heading(paper, content.title, 36, 22, faces.title)
  const { rows } = content
  const wide = area.width / rows[0].length
  rows.forEach((cells, row) =>
    cells.forEach((text, column) => {
      box(paper, area.left + column * wide, 56 + row * 12, wide, 12)
      put(paper, text, area.left + (column + 0.5) * wide, 59.6 + row * 12, 13, faces.body, {
        align: 'center',
      })
    }),
  )
  setParagraphs(paper, content.paragraphs, { face: faces.body, y: 64 + rows.length * 12, size: 15 })
  return paper
}
