/** Ordinary pages that look nothing like a cover-up and must stay silent, by the millimetre. */
import { area, blankPaper, setParagraphs } from '../../../corpus/paper.mjs'
import {
  archiveStamp,
  bars,
  barcode,
  curve,
  handwriting,
  logo,
  pie,
  signature,
  squareCode,
} from './figures.mjs'

/**
 * @typedef {import('../../../corpus/paper.mjs').Paper & {photographs?: [number, number, number, number][]}} Page
 *   photographs in mm, pasted in where the page is drawn
 * @typedef {(content: object, faces: object, chance: import('../../../corpus/random.mjs').Chance) => Page} Layout
 */

const put = (paper, text, x, y, size, face, more = {}) =>
  paper.printed.push({ text, x, y, size, face, ...more })
const block = (paper, x, y, width, height, colour) => paper.strokes.push({ x, y, width, height, colour })
const title = (paper, content, faces, y, more = {}) =>
  put(paper, content.title.replace(/^关于|的[^的]*$/g, ''), 105, y, 22, faces.title, {
    align: 'center',
    bold: true,
    ...more,
  })
const text = (paper, content, faces, y, count = 3) =>
  setParagraphs(paper, content.paragraphs.slice(0, count), { face: faces.body, y, size: 14, pitch: 9 })

/** @type {Layout} */
function report(content, faces, chance) {
  const paper = blankPaper()
  title(paper, content, faces, chance.pick([20, 30, 40]))
  const top = chance.pick([36, 50, 60])
  const figure = chance.pick(['bars', 'bars', 'curve', 'pie'])
  if (figure === 'bars') paper.art.push(bars(28, top, 150, 80, chance))
  if (figure === 'curve') paper.art.push(curve(28, top, 150, 70, chance))
  if (figure === 'pie') paper.art.push(pie(28, top, 70, chance), bars(110, top, 75, 70, chance))
  text(paper, content, faces, top + 90, 4)
  return paper
}

/** A table with a coloured or grey head, often striped. @type {Layout} */
function shadedTable(content, faces, chance) {
  const paper = blankPaper()
  title(paper, content, faces, 24)
  const [head, ink] = chance.pick([
    ['#1f5fa8', '#fff'],
    ['#d9d9d9', '#000'],
    ['#808080', '#fff'],
    ['#333', '#fff'],
    ['#ffd966', '#000'],
    ['#bfbfbf', '#000'],
    ['#c00000', '#fff'],
  ])
  const [top, high] = [chance.pick([38, 50]), chance.pick([8, 10, 12])]
  const columns = [28, 44, 92, 128, 184]
  block(paper, 28, top, 156, high, head)
  ;['序号', '项目', '金额', '备注'].forEach((word, i) =>
    put(paper, word, (columns[i] + columns[i + 1]) / 2, top + (high - 4) / 2, 12, faces.mark, {
      align: 'center',
      colour: ink,
      bold: true,
    }),
  )
  const stripe = chance.is(0.5) ? chance.pick(['#eef3fa', '#f2f2f2', '#e2e2e2']) : null
  const merged = chance.is(0.4)
  for (let row = 1; row <= 14; row++) {
    const y = top + row * high
    if (stripe && row % 2 === 0) block(paper, 28, y, 156, high, stripe)
    if (merged && row % 5 === 0) {
      block(paper, 28, y, 156, high, chance.pick(['#c6c6c6', '#9dc3e6']))
      put(paper, '小计', 32, y + (high - 4) / 2, 12, faces.body)
    } else
      [
        String(row),
        chance.pick(['管网检修', '台账登记', '隐患排查']),
        `${chance.whole(1, 90)}.${chance.whole(0, 9)}万元`,
        chance.pick(['', '已完成', '在建']),
      ].forEach((word, i) =>
        put(paper, word, (columns[i] + columns[i + 1]) / 2, y + (high - 4) / 2, 12, faces.body, {
          align: 'center',
        }),
      )
    block(paper, 28, y, 156, 0.2, '#444')
  }
  // Empty cells filled with grey, as forms have them.
  if (chance.is(0.5))
    for (const column of [1, 2]) block(paper, columns[column] + 2, top + 15.5 * high, 30, high - 2, '#dcdcdc')
  return paper
}

/** @type {Layout} */
function deck(content, faces, chance) {
  const paper = blankPaper(254, 143)
  const dark = chance.is(0.4)
  paper.tint = dark
    ? chance.pick(['#0b2545', '#222', '#7b1e1e'])
    : chance.pick(['#fff', '#f3f7fb', '#fdf6ec'])
  const ink = dark ? '#fff' : '#222'
  if (chance.is(0.6))
    block(paper, 0, 0, 254, chance.between(14, 26), chance.pick(['#1f5fa8', '#c00000', '#2e7d32']))
  put(paper, content.title.replace(/^关于|的[^的]*$/g, ''), 127, 7, 26, faces.title, {
    align: 'center',
    bold: true,
    colour: '#fff',
  })
  const colours = chance.some(['#1f5fa8', '#ed7d31', '#2e7d32', '#8064a2', '#7f7f7f'], 3)
  const style = chance.pick(['boxes', 'photo', 'chart', 'arrows'])
  if (style === 'boxes' || style === 'arrows')
    colours.forEach((colour, i) => {
      block(paper, 18 + i * 76, 44, 66, style === 'arrows' ? 12 : 26, colour)
      if (style === 'boxes' || chance.is(0.5))
        put(paper, chance.pick(['摸底排查', '集中整治', '总结验收']), 51 + i * 76, 46, 16, faces.mark, {
          align: 'center',
          colour: '#fff',
        })
    })
  if (style === 'photo')
    paper.photographs = [
      [18, 34, 100, 66],
      [132, 34, 100, 66],
    ]
  if (style === 'chart') paper.art.push(bars(20, 34, 200, 66, chance))
  setParagraphs(paper, content.paragraphs.slice(0, 2), {
    face: faces.body,
    y: 104,
    x: 18,
    width: 218,
    size: 15,
    pitch: 9,
    indent: '',
    colour: ink,
  })
  return paper
}

/** News with photographs at the head. @type {Layout} */
function news(content, faces, chance) {
  const paper = blankPaper()
  const top = chance.pick([14, 30, 46])
  title(paper, content, faces, top === 14 ? 110 : 14)
  const wide = chance.pick([182, 120, 80])
  paper.photographs = [[14, top, wide, wide * chance.between(0.45, 0.7)]]
  if (wide < 100) paper.photographs.push([110, top + 5, 70, 45])
  text(paper, content, faces, 160, 4)
  return paper
}

/** Screens of a portal: dark bar, buttons, a banner. @type {Layout} */
function portal(content, faces, chance) {
  const paper = blankPaper()
  const tone = chance.pick(['#1f5fa8', '#b71c1c', '#263238'])
  block(paper, 0, 0, 210, 10, tone)
  put(paper, `${content.place}人民政府`, 10, 2.6, 14, faces.mark, { colour: '#fff' })
  paper.photographs = [[0, 10, 210, 34]]
  block(paper, 0, 44, 210, 8, chance.pick([tone, '#e8eef6']))
  ;['首页', '要闻', '公开', '服务', '互动'].forEach((word, i) =>
    put(paper, word, 14 + i * 38, 46, 12, faces.mark, { colour: chance.pick(['#fff', '#333']) }),
  )
  for (let i = 0; i < 4; i++) {
    block(paper, 12 + i * 48, 58, 42, 12, chance.pick(['#4a90d9', '#e67e22', '#27ae60', '#95a5a6']))
    put(
      paper,
      chance.pick(['办事大厅', '依申请公开', '领导信箱', '在线访谈']),
      33 + i * 48,
      61.5,
      13,
      faces.mark,
      { align: 'center', colour: '#fff' },
    )
  }
  setParagraphs(paper, content.paragraphs, { face: faces.body, y: 78, x: 12, width: 186, size: 12, pitch: 8 })
  return paper
}

/** Big bold type, coloured bands, a rule as thick as a finger. @type {Layout} */
function poster(content, faces, chance) {
  const paper = blankPaper()
  const band = chance.pick(['#c00000', '#111', '#1f5fa8'])
  if (chance.is(0.5)) block(paper, 0, chance.pick([0, 12]), 210, chance.between(4, 40), band)
  put(
    paper,
    chance.pick(['一二一活动', '通知公告', '二十一条', '安全生产月']),
    105,
    56,
    chance.whole(48, 80),
    faces.mark,
    { align: 'center', bold: true, colour: chance.pick(['#000', '#c00000']) },
  )
  block(paper, 28, 92, 154, chance.between(0.7, 3), chance.pick(['#000', '#c00000', '#888']))
  // Section titles with a coloured block before them.
  for (let i = 0; i < 3; i++) {
    block(paper, 28, 104 + i * 50, chance.pick([2, 4]), 7, band)
    put(paper, chance.pick(['活动时间', '活动内容', '参加对象']), 36, 104.5 + i * 50, 18, faces.mark, {
      bold: true,
    })
    setParagraphs(paper, content.paragraphs.slice(i, i + 1), { face: faces.body, y: 114 + i * 50 })
  }
  return paper
}

/** Lines under a highlighter, words underlined or struck. @type {Layout} */
function highlighted(content, faces, chance) {
  const paper = blankPaper()
  title(paper, content, faces, chance.pick([30, 42, 60]))
  text(paper, content, faces, 76, 5)
  const lines = paper.printed.slice(1)
  for (const line of chance.some(lines, Math.min(5, lines.length))) {
    const [x, width] = [line.x + chance.between(0, 30), chance.between(30, 110)]
    const colour = chance.pick(['#ffff00', '#b6ff6a', '#ffb3d9', '#aee4ff', '#ffd27a', '#d9d9d9'])
    paper.art.push(
      `<div style="left:${x}mm;top:${line.y - 0.8}mm;width:${width}mm;height:6.6mm;background:${colour};mix-blend-mode:multiply"></div>`,
    )
  }
  if (chance.is(0.5))
    paper.art.push(
      `<div style="left:40mm;top:${paper.printed[0].y - 1}mm;width:120mm;height:9mm;background:#ffff00;mix-blend-mode:multiply"></div>`,
    )
  if (chance.is(0.5)) block(paper, 40, lines[1].y + 2.6, 60, 0.5, '#c00000')
  return paper
}

/** A copy of a document that has been through hands: notes on top, stamps, labels with codes. @type {Layout} */
function handled(content, faces, chance) {
  const paper = blankPaper()
  put(paper, `${content.organ}文件`, 105, 72, 40, faces.head, {
    align: 'center',
    bold: true,
    colour: '#d40000',
  })
  put(paper, content.number, 105, 100, 16, faces.body, { align: 'center' })
  block(paper, 28, 112, 156, 0.7, '#d40000')
  title(paper, content, faces, 122)
  text(paper, content, faces, 140, 5)
  if (chance.is(0.6))
    paper.art.push(handwriting(28, chance.pick([20, 34, 46]), 110, chance.pick([9, 13]), chance))
  if (chance.is(0.4))
    paper.art.push(archiveStamp(chance.pick([28, 80, 140]), chance.pick([12, 24, 44]), chance))
  const squared = chance.is(0.5)
  if (squared)
    paper.art.push(squareCode(chance.pick([28, 160]), chance.pick([14, 36]), chance.pick([16, 22]), chance))
  else if (chance.is(0.5)) paper.art.push(barcode(chance.pick([28, 130]), 20, 52, 16, chance))
  if (chance.is(0.5)) paper.art.push(signature(120, 225, 40, 14, chance))
  return paper
}

/** Forms, answer sheets, certificates. @type {Layout} */
function form(content, faces, chance) {
  const paper = blankPaper()
  const style = chance.pick(['answers', 'certificate', 'fields', 'cover'])
  title(paper, content, faces, 24)
  if (style === 'answers') {
    for (let i = 0; i < 24; i++) block(paper, 6, 12 + i * 11, 6, 3, '#000')
    for (const [x, y] of [
      [14, 10],
      [190, 10],
      [14, 280],
      [190, 280],
    ])
      block(paper, x, y, 7, 4.5, '#000')
    for (let row = 0; row < 12; row++)
      for (let i = 0; i < 16; i++)
        block(paper, 30 + i * 9, 60 + row * 8, 6, 3, chance.is(0.25) ? '#222' : '#f4c7c7')
  } else if (style === 'certificate') {
    paper.tint = chance.pick(['#fbf3df', '#eef6f0'])
    paper.art.push(
      `<div style="left:12mm;top:12mm;width:182mm;height:269mm;border:2mm double ${chance.pick(['#b8860b', '#8b0000'])}"></div>`,
    )
    paper.photographs = [[140, 60, 35, 45]]
    text(paper, content, faces, 120, 3)
  } else if (style === 'fields') {
    for (let row = 0; row < 10; row++) {
      put(paper, chance.pick(['姓名', '单位', '联系方式', '申请事项']), 30, 50 + row * 14, 14, faces.body)
      block(
        paper,
        62,
        48 + row * 14,
        chance.pick([40, 110]),
        9,
        chance.pick(['#eeeeee', '#e0e0e0', '#dbe5f1']),
      )
    }
  } else {
    paper.art.push(logo(chance.pick([28, 90, 160]), chance.pick([14, 30]), chance.pick([10, 16, 24]), chance))
    block(paper, 28, 110, 154, 40, chance.pick(['#1f5fa8', '#7f1d1d', '#374151']))
    put(paper, `${content.place}年鉴`, 105, 122, 36, faces.title, {
      align: 'center',
      colour: '#fff',
      bold: true,
    })
    put(paper, content.date, 105, 240, 16, faces.body, { align: 'center' })
  }
  return paper
}

/** Columns of small type with boxed notices and a masthead, as a newspaper has. @type {Layout} */
function paperOfTheDay(content, faces, chance) {
  const paper = blankPaper()
  put(paper, `${content.place}日报`, 14, 12, 54, faces.head, {
    bold: true,
    colour: chance.pick(['#c00000', '#000']),
  })
  block(paper, 14, 36, 182, 1.2, '#000')
  put(
    paper,
    chance.pick(['全力打好防汛主动仗', '三夏生产一线见闻', '老旧小区换新颜']),
    105,
    42,
    chance.whole(30, 44),
    faces.mark,
    { align: 'center', bold: true },
  )
  paper.photographs = chance.is(0.7) ? [[14, 62, 88, 58]] : []
  for (let column = 0; column < 3; column++) {
    const y = column < 2 && paper.photographs.length > 0 ? 126 : 62
    setParagraphs(paper, [...content.paragraphs, ...content.paragraphs].slice(column, column + 5), {
      face: faces.body,
      y,
      x: 14 + column * 62,
      width: 58,
      size: 9,
      pitch: 4.6,
    })
  }
  block(paper, 76, 236, 56, 8, chance.pick(['#000', '#c00000', '#bbb']))
  put(paper, '遗失声明', 104, 238, 12, faces.mark, { align: 'center', colour: '#fff' })
  return paper
}

/** A letter head with emblem, watermark and small print. @type {Layout} */
function letterhead(content, faces, chance) {
  const paper = blankPaper()
  paper.art.push(logo(28, 16, chance.pick([12, 18]), chance))
  put(paper, `${content.place}建设发展有限公司`, 64, 20, 18, faces.title)
  block(paper, 28, 38, 156, chance.pick([0.4, 1, 2.2]), chance.pick(['#1f5fa8', '#000']))
  paper.art.push(
    `<div style="left:40mm;top:110mm;font:${chance.whole(60, 90)}pt serif;color:#000;opacity:${chance.pick([0.05, 0.09, 0.14])};transform:rotate(-30deg)">${content.place}</div>`,
  )
  text(paper, content, faces, area.top + 20, 5)
  paper.art.push(signature(120, 205, 44, 16, chance))
  return paper
}

/** @type {Record<string, Layout>} */
export const ordinaryLayouts = {
  report,
  shadedTable,
  deck,
  news,
  portal,
  poster,
  highlighted,
  handled,
  form,
  paperOfTheDay,
  letterhead,
}
