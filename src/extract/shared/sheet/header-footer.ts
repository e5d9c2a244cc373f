/** Headers and footers of a sheet: `&L&C&R` and the other codes taken off (ECMA-376 18.3.1.39). */

export interface HeaderFooterSection {
  readonly where: 'left' | 'center' | 'right'
  readonly text: string
}

const sections = { L: 'left', C: 'center', R: 'right' } as const
/** `&"font,style"`, `&12`, `&K` with a colour, and single letters; `&&` is an ampersand. */
const code = /&(?:"[^"]*"|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|\d{1,3}|(.))/gis

export function sectionsOf(text: string, sheet: string): HeaderFooterSection[] {
  const found: { where: HeaderFooterSection['where']; text: string }[] = [{ where: 'center', text: '' }]
  let end = 0
  const add = (said: string) => void (found.at(-1)!.text += said)
  for (const match of text.matchAll(code)) {
    add(text.slice(end, match.index))
    end = match.index + match[0].length
    const letter = match[1]?.toUpperCase()
    if (letter === 'L' || letter === 'C' || letter === 'R') found.push({ where: sections[letter], text: '' })
    else if (letter === '&') add('&')
    else if (letter === 'A') add(sheet)
  }
  add(text.slice(end))
  return found.filter((section) => section.text.trim() !== '')
}
