/** Telegram forms: red paper head for cipher, green for plain, a row of fields, then an ordinary document. */
import { area, blankPaper, point } from '../paper.mjs'
import { setBody } from './head.mjs'

const colours = { cipher: '#d40000', plain: '#0a7a3c', red: '#d40000' }

/** @param {'cipher'|'plain'} form */
function telegram(content, faces, chance, form) {
  const paper = blankPaper()
  const head = chance.pick(
    form === 'cipher'
      ? ['密 码 电 报', `${content.place}密传发电`, '发　　电']
      : ['明 传 电 报', '传 真 电 报', '发　　电'],
  )
  const colour = form === 'plain' && chance.is(0.5) ? colours.red : colours[form]
  const size = head.length > 6 ? 40 : 48
  paper.printed.push({
    text: head,
    x: 105,
    y: 48,
    size,
    face: faces.head,
    align: 'center',
    bold: true,
    colour,
    role: 'head',
  })
  const fields = setFields(paper, content, faces, chance, form)
  paper.strokes.push({ x: area.left, y: fields, width: area.width, height: 0.7, colour })
  const title = content.title.replace(/的(?=[^的]*$)/, '的紧急')
  paper.printed.push({
    text: title,
    x: 105,
    y: fields + 12,
    size: 20,
    face: faces.title,
    align: 'center',
    bold: true,
    role: 'title',
  })
  setBody(paper, content, faces, fields + 28)
  return paper
}

function setFields(paper, content, faces, chance, form) {
  const row = (text, x, y, role = 'field', align = 'left') =>
    paper.printed.push({ text, x, y, size: 14, face: faces.body, role, align })
  const right = area.left + area.width
  const simple = chance.is(0.4)
  if (simple) {
    row(content.urgency, area.left, 38, 'urgency')
    row(content.number, 105, 76, 'number', 'center')
    return 76 + 14 * point + 4
  }
  row('发往：各乡镇', area.left, 74)
  row('签批盖章：', 120, 74)
  row(`等级：${content.urgency}${form === 'plain' ? '·明电' : ''}`, area.left, 84, 'urgency')
  row(content.number, right, 84, 'number', 'right')
  if (form === 'plain') return 92
  for (const [index, name] of ['译传号：', '总号：', '抄送号：'].entries())
    row(name, area.left + index * 52, 93)
  return 101
}

export const cipherTelegram = (content, faces, chance) => telegram(content, faces, chance, 'cipher')
export const plainTelegram = (content, faces, chance) => telegram(content, faces, chance, 'plain')
