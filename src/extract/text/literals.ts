/** Markup in the lines of a program: what its quotes hold apart from the code around them. */

const anyTag = /(<\/?[a-z][^<>]*>)/i
/** A quote where a value begins or ends in most languages and in SQL. */
const opening = /(^|[,=:([{+?]\s*|\breturn\s+)(["'`])/g
const closing = /(["'`])(\s*(?:[,;)\]}+:]|$))/g
/** A tag is not looked for over more than this. */
const LONGEST_TAG = 2_000

/** Quotes of literals as breaks, escaped line ends too: what a literal says stands on lines of its own. */
export function withoutQuotes(line: string): string {
  return line
    .replace(/\\(["'`/])/g, '$1')
    .split(anyTag)
    .map((piece, index) => (index % 2 === 1 ? piece : parted(piece)))
    .join('')
}

function parted(text: string): string {
  return text
    .replace(/\\(?:r\\n|[nr])/g, '<br>')
    .replaceAll('\\t', ' ')
    .replace(opening, '$1$2<br>')
    .replace(closing, '<br>$1$2')
}

/** The tag at the end of a text that goes on in the next line; empty when there is none. */
export function unfinishedTag(text: string): string {
  const start = text.lastIndexOf('<')
  const tail = start < 0 ? '' : text.slice(start)
  if (tail.length === 0 || tail.length > LONGEST_TAG || tail.includes('>')) return ''
  return /^<(?:p|div|span|td|th|tr|table|h[1-6]|li|a|img|b|strong|font|section|article)(?:\s[^<>]*)?$/i.test(
    tail,
  )
    ? `${tail} `
    : ''
}
