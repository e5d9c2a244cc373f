/** What a finding may show: the mark with up to 40 characters around it, personal data masked. */
import { homeOf, passageOf, rowAt, spanOf, type View } from '../../view.js'

const around = 20

/**
 * In the original characters. Text beside the mark is shown only where it is as visible as the mark;
 * beside a hidden or covered mark nothing is shown.
 */
export function quoteOf(view: View, start: number, end: number): string {
  const [first, last] = passageOf(view, rowAt(view, start))
  const visible = isVisible(view, start)
  let from = start
  let to = end
  const [floor, ceiling] = besideNumbers(
    view.text,
    [Math.max(view.rows[first]!.start, start - around), Math.min(view.rows[last]!.end, end + around)],
    [start, end],
  )
  while (visible && from > floor && isVisible(view, from - 1)) from -= 1
  while (visible && to < ceiling && isVisible(view, to)) to += 1
  const text = original(view, from, Math.min(to, from + 120))
  const more = (at: number, edge: number): string => (visible && at === edge ? '…' : '')
  const cutLeft = from > view.rows[first]!.start ? more(from, floor) : ''
  const cutRight = to < view.rows[last]!.end ? more(to, ceiling) : ''
  return maskPersonal(`${cutLeft}${text}${cutRight}`)
}

/** Longer than any number with its separators. */
const margin = 64

/** A number is quoted whole, so that it is masked as one, or not at all: what is left of it would not be masked. */
function besideNumbers(
  text: string,
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): readonly [floor: number, ceiling: number] {
  const base = Math.max(0, from - margin)
  let [floor, ceiling] = [from, to]
  for (const [first, last] of personalStretches(text.slice(base, to + margin))) {
    if (base + first < from && from < base + last) floor = Math.min(base + last, start)
    if (base + first < to && to < base + last) ceiling = Math.max(base + first, end)
  }
  return [floor, ceiling]
}

function isVisible(view: View, offset: number): boolean {
  return spanOf(view, homeOf(view, offset))?.sight === 'visible'
}

/** What `--reveal` shows of text nobody sees; the first 400 characters. */
export function unseenText(view: View, start: number, end: number): string {
  return original(view, start, Math.min(end, start + 400))
}

/**
 * The characters as they stood in the document, white space included, line ends as a space; only those as
 * visible as the first.
 */
function original(view: View, start: number, end: number): string {
  let text = ''
  let at = homeOf(view, start)
  const sight = spanOf(view, at)?.sight
  const last = homeOf(view, end - 1)
  while (at.line < last.line || (at.line === last.line && at.span <= last.span)) {
    const span = spanOf(view, at)
    if (!span) {
      at = { line: at.line + 1, span: 0, offset: 0 }
      continue
    }
    const final = at.line === last.line && at.span === last.span
    if (span.sight === sight) text += span.text.slice(at.offset, final ? last.offset + 1 : undefined)
    at = { line: at.line, span: at.span + 1, offset: 0 }
    if (text.length > 400) break
  }
  return text.replace(/\s*[\r\n]+\s*/gu, ' ').trim()
}

const keep = (text: string, head: number, tail: number): string => {
  const digits = text.replace(/[\s-]/gu, '')
  return digits.slice(0, head) + '*'.repeat(Math.max(0, digits.length - head - tail)) + digits.slice(-tail)
}

/** Identity and card numbers keep six and four, mobile numbers three and four (practice, domain.md 4.4). */
export function maskPersonal(text: string): string {
  return text
    .replace(longNumber, (number) => keep(number, 6, 4))
    .replace(mobileNumber, (number) => keep(number, 3, 4))
}

/** Half-width and full-width digits. */
const longNumber =
  /(?<![0-9０-９A-Za-z])[0-9０-９](?:[\s-]?[0-9０-９]){13,18}[\s-]?[0-9０-９XxＸｘ]?(?![0-9０-９A-Za-z])/gu
const mobileNumber = /(?<![0-9０-９])[1１][3-9３-９][0-9０-９](?:[\s-]?[0-9０-９]{4}){2}(?![0-9０-９])/gu

/** Start and end of all that `maskPersonal` would mask, for whoever must not show it as a picture. */
export function personalStretches(text: string): (readonly [start: number, end: number])[] {
  return [...text.matchAll(longNumber), ...text.matchAll(mobileNumber)].map(
    ({ index, 0: number }) => [index, index + number.length] as const,
  )
}
