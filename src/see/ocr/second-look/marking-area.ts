/** Ink in the marking area of a page laid out as an official document (GB/T 9704-2012, 7.2.1–7.2.3) that does not read. */
import type { PlacedRead } from '../group.js'
import { median } from '../../../plane/quantile.js'

/** Lines read this well, of at least so many characters, show that a page of print is looked at. */
const [good, wordy] = [0.85, 5]
const fewest = 5
/** Of the height of what is read, from its first line down; marks stand above the title. */
const high = 0.12
/** A mark stands at the edge of the type area: its middle is this share of the width off the middle of the page. */
const aside = 0.15
/** Height against that of a usual line, and length against its own height. */
const [lowest, highest, shortest] = [0.6, 1.6, 1.6]
/** Surer readings are text. */
const unsure = 0.5
/** A full line takes this share of the width; a page of text has this share of them, and so many. */
const [full, ofAll, most] = [0.75, 0.4, 5]
/** Most lines of a document are of like height. */
const [like, alike] = [1.45, 0.6]

/** The number of a document, or a title that names its kind, on any page; marks are looked for where these stand. */
const official =
  /[〔[［(（【]\s*(19|20)\d\d\s*[〕\]］)）】]\s*第?\s*\d+\s*[号期]|^关于.+的?(通知|通报|报告|请示|批复|函|意见|决定|公告|通告|纪要|方案|办法)$/u

/** Short unread ink at the upper left and right of the page; nothing on pages laid out otherwise. */
export function markingArea(page: readonly PlacedRead[]): PlacedRead[] {
  const read = page.filter(({ reading }) => reading.confidence > good && reading.text.length >= wordy)
  if (!isDocument(read)) return []
  const usual = usualHeight(read)
  const [top, bottom] = [Math.min(...read.map(({ level }) => level[1])), Math.max(...read.map(({ level }) => level[1] + level[3]))] // prettier-ignore
  const [left, right] = sidesOf(read)
  return page.filter(({ level: [x, y, width, height], reading, strip }) => {
    const isHigh = y + height / 2 < top + high * (bottom - top)
    const isAside = Math.abs(x + width / 2 - (left + right) / 2) > aside * (right - left)
    const isType = height > lowest * usual && height < highest * usual && width > shortest * height
    return isHigh && isAside && isType && strip.score > 0.7 && reading.confidence < unsure
  })
}

/** Han for the most part, of one height for the most part, with full lines or the number or title of a document. */
function isDocument(read: readonly PlacedRead[]): boolean {
  if (read.length < fewest) return false
  const letters = read.map(({ reading }) => reading.text).join('').match(/[\p{L}\p{N}]/gu) ?? [] // prettier-ignore
  if (letters.filter((letter) => /\p{Script=Han}/u.test(letter)).length < 0.5 * letters.length) return false
  if (read.some(({ reading }) => official.test(reading.text.trim()))) return true
  const [left, right] = sidesOf(read)
  const lines = read.filter(({ level }) => level[2] >= full * (right - left)).length
  const usual = usualHeight(read)
  const even = read.filter(({ level }) => level[3] < like * usual && level[3] * like > usual).length
  return lines >= most && lines >= ofAll * read.length && even >= alike * read.length
}

function usualHeight(read: readonly PlacedRead[]): number {
  return median(read.map(({ level }) => level[3]))
}

function sidesOf(read: readonly PlacedRead[]): [left: number, right: number] {
  return [
    Math.min(...read.map(({ level }) => level[0])),
    Math.max(...read.map(({ level }) => level[0] + level[2])),
  ]
}
