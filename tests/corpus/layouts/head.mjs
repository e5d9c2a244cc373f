/** Red heads: general format, letter, order, minutes and brief (GB/T 9704-2012 chapters 7 and 10). */
import { area, blankPaper, brokenLines, point, setParagraphs } from '../paper.mjs'

const red = '#d40000'
/** y of type-area line `index` (1-based) for type of 16 pt. */
const onLine = (index) => area.top + (index - 1) * area.pitch + (area.pitch - 16 * point) / 2

/**
 * 份号, 密级和保密期限, 紧急程度 flush left on lines of their own, in that order (7.2.1–7.2.3). Without a copy
 * number the level stands on line 2 as the standard draws it, or moves up as typists do; some set it `right`.
 */
export function setCorner(paper, content, faces, options = {}) {
  const { first = onLine(1), pitch = area.pitch, keepLine = false, right = false } = options
  const rows = [content.copy, content.mark, content.urgency]
  let row = !content.copy && content.mark && keepLine ? 1 : 0
  rows.forEach((text, index) => {
    if (!text) return
    const role = ['copy', 'mark', 'urgency'][index]
    const face = role === 'copy' ? faces.body : faces.mark
    const [x, align] = right ? [area.left + area.width, 'right'] : [area.left, 'left']
    paper.printed.push({ text, x, y: first + row * pitch, size: 16, face, role, align })
    row += 1
  })
}

const middle = 105
function centred(paper, text, y, size, face, more = {}) {
  paper.printed.push({ text, x: middle, y, size, face, align: 'center', ...more })
}

/** Size in points at which `text` fills at most `width` mm, never over `most` points. */
const fitting = (text, width, most) => Math.min(most, width / ([...text].length * point))

function title(paper, content, faces, y) {
  const units = Math.floor(area.width / (22 * point))
  const lines = brokenLines(content.title, units - 2, '')
  lines.forEach((text, index) =>
    centred(paper, text, y + index * 12, 22, faces.title, { bold: true, role: 'title' }),
  )
  return y + lines.length * 12
}

/** Body, signature, date and 附注 under `y`; paragraphs that would leave the page are not printed. */
export function setBody(paper, content, faces, y, options = {}) {
  const { bottom = 262, addressee = true, pitch = area.pitch, size = 16 } = options
  let top = y
  const set = (paragraph, indent) => {
    const needed = brokenLines(paragraph, 28, indent).length * pitch
    if (top + needed > bottom - 4 * pitch) return
    top = setParagraphs(paper, [paragraph], { face: faces.body, y: top, indent, pitch, size })
  }
  if (addressee) set(content.addressee, '')
  for (const paragraph of content.paragraphs) set(paragraph)
  const right = area.left + area.width - 4 * size * point
  const lines = [content.organ, content.date]
  lines.forEach((text, index) =>
    paper.printed.push({
      text,
      x: right,
      y: top + (index + 0.7) * pitch,
      size,
      face: faces.body,
      align: 'right',
    }),
  )
  paper.signature = { x: right - 25, y: top + pitch * 1.4 }
  if (content.note)
    paper.printed.push({
      text: content.note,
      x: area.left + 2 * size * point,
      y: top + 2.8 * pitch,
      size,
      face: faces.body,
      role: 'field',
    })
  return top + 4 * pitch
}

function redHead(paper, text, number, faces, headTop) {
  const size = fitting(text, area.width - 8, 58)
  centred(paper, text, headTop, size, faces.head, { bold: true, colour: red, role: 'head' })
  const numberTop = headTop + size * point + 10
  centred(paper, number, numberTop, 16, faces.body, { role: 'number' })
  const rule = numberTop + 16 * point + 4
  paper.strokes.push({ x: area.left, y: rule, width: area.width, height: 0.7, colour: red })
  return rule
}

export function general(content, faces, chance) {
  const paper = blankPaper()
  setCorner(paper, content, faces, {
    keepLine: chance.is(0.5),
    right: content.mark && !content.copy && chance.is(0.15),
  })
  const crowded = [content.copy, content.mark, content.urgency].filter(Boolean).length > 1
  const headTop = crowded ? 72 : chance.pick([72, 72, 66, 60])
  const rule = redHead(paper, `${content.organ}文件`, content.number, faces, headTop)
  return { ...paper, ...finish(paper, content, faces, rule + chance.pick([12, 18])) }
}

function finish(paper, content, faces, y, options) {
  const under = title(paper, content, faces, y)
  setBody(paper, content, faces, under + 6, options)
  return paper
}

/** 10.1: name 30 mm from the top edge, red double rules 170 mm long, number flush right, level flush left. */
export function letter(content, faces) {
  const paper = blankPaper()
  const size = fitting(content.organ, 160, 48)
  centred(paper, content.organ, 30, size, faces.head, { bold: true, colour: red, role: 'head' })
  const rule = 30 + size * point + 4
  for (const [y, thick, thin] of [
    [rule, 1, 2],
    [275, 2, 1],
  ]) {
    paper.strokes.push({ x: 20, y, width: 170, height: thick === 1 ? 0.9 : 0.3, colour: red })
    paper.strokes.push({ x: 20, y: y + 1.5, width: 170, height: thin === 1 ? 0.9 : 0.3, colour: red })
  }
  const first = rule + 6
  setCorner(paper, content, faces, { first, pitch: 9 })
  const right = area.left + area.width
  paper.printed.push({
    text: content.number,
    x: right,
    y: first,
    size: 16,
    face: faces.body,
    align: 'right',
    role: 'number',
  })
  return finish(paper, content, faces, first + 32)
}

/** 10.2: organ and 令 with the top edge 20 mm under the type area's, number centred below, no title, no rule. */
export function order(content, faces) {
  const paper = blankPaper()
  setCorner(paper, content, faces)
  const head = `${content.organ}令`
  const size = fitting(head, area.width - 16, 50)
  const top = content.urgency || content.copy ? 70 : 57
  centred(paper, head, top, size, faces.head, { bold: true, colour: red, role: 'head' })
  const serial = `第${content.number.match(/(\d+)号$/)?.[1] ?? '1'}号`
  centred(paper, serial, top + size * point + 12, 16, faces.body, { role: 'number' })
  setBody(paper, content, faces, top + size * point + 34, { addressee: false })
  return paper
}

/** 10.3: red name of the minutes, issue and organ, red rule, attendance at the end. */
export function minutes(content, faces, chance) {
  const paper = blankPaper()
  setCorner(paper, content, faces)
  const text = `${content.place}政府专题会议纪要`
  const rule = redHead(paper, text, `〔2022〕${chance.whole(1, 40)}号`, faces, 72)
  const attendance = '出席：相关单位负责同志。请假：无。列席：有关乡镇代表。'
  const told = { ...content, paragraphs: [...content.paragraphs.slice(0, 4), attendance] }
  return finish(paper, told, faces, rule + 12, { addressee: false })
}

/** 简报: no standard; issue number under the name, issuer left and date right above the rule. */
export function brief(content, faces, chance) {
  const paper = blankPaper()
  setCorner(paper, { ...content, urgency: null }, faces)
  centred(paper, chance.pick(['工作简报', '情况简报', '工作动态']), 66, 54, faces.head, {
    bold: true,
    colour: red,
    role: 'head',
    track: 4,
  })
  centred(paper, `第${chance.whole(1, 60)}期`, 92, 16, faces.body, { role: 'number' })
  const right = area.left + area.width
  paper.printed.push({ text: content.organ, x: area.left, y: 102, size: 15, face: faces.body })
  paper.printed.push({ text: content.date, x: right, y: 102, size: 15, face: faces.body, align: 'right' })
  paper.strokes.push({ x: area.left, y: 110, width: area.width, height: 0.7, colour: red })
  return finish(paper, content, faces, 120, { addressee: false })
}
