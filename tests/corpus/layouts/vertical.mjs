/** Vertical setting: columns from right to left, the level at the head of the first column, no red rule. */
import { blankPaper, brokenLines, point } from '../paper.mjs'

const top = 40
const right = 182
const perColumn = 34

/** Vertical text writes its numbers in Han: 10年 is 十年, 2014年 is 二〇一四年. */
function inHan(text) {
  return text.replace(/\d+/g, (digits) => {
    const one = (digit) => '〇一二三四五六七八九'[Number(digit)]
    if (digits.length > 2) return [...digits].map(one).join('')
    const [tens, units] = [Math.floor(Number(digits) / 10), Number(digits) % 10]
    return `${tens > 1 ? one(tens) : ''}${tens > 0 ? '十' : ''}${units > 0 || tens === 0 ? one(units) : ''}`
  })
}

export function vertical(content, faces) {
  const paper = blankPaper()
  const column = (text, index, size, face, more = {}) =>
    paper.printed.push({ text, x: right - index * 11, y: top, size, face, vertical: true, ...more })
  let at = 0
  if (content.mark) column(inHan(content.mark.replace(/\s/g, '')), at++, 16, faces.mark, { role: 'mark' })
  column(content.title, at++, 20, faces.title, { role: 'title', y: top + 18 })
  column(content.addressee, at++, 14, faces.body)
  const simple = content.paragraphs.filter((paragraph) => !/[（“《\x21-\x7e]/.test(paragraph))
  const columns = simple.flatMap((paragraph) => brokenLines(paragraph, perColumn)).slice(0, 9)
  for (const text of columns) column(text, at++, 14, faces.body)
  column(content.organ, at++, 14, faces.body, { y: top + 90 })
  column(inHan(content.date), at, 14, faces.body, { y: top + 90 })
  paper.columns = { pitch: 11, em: 14 * point }
  return paper
}
