/** The sections of a number format: which of them shows a value, and what each is made of (ECMA-376 18.8.31). */

export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'date'; readonly code: string }
  | { readonly kind: 'digits' | 'text' | 'percent' }

/** Shows the values its condition holds for; without one its place among the others decides. */
export interface FormatSection {
  readonly tokens: readonly FormatToken[]
  readonly condition?: Condition
}

interface Condition {
  readonly sign: string
  readonly value: number
}

const tokenPattern =
  /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(AM\/PM|A\/P|上午\/下午|y+|m+|d+|h+|s+|e+(?![+-]))|([0#?][0#?.,]*(?:E[+-][0#?]+)?|General|G\/通用格式)|(@)|(%)|([^;])/gi

const mostCached = 2_000
const cache = new Map<string, readonly FormatSection[]>()

export function sectionsOf(format: string): readonly FormatSection[] {
  const known = cache.get(format)
  if (known) return known
  const sections = splitSections(format).map(sectionOf)
  if (cache.size > mostCached) cache.clear()
  cache.set(format, sections)
  return sections
}

function sectionOf(code: string): FormatSection {
  const [, sign, value] =
    /\[(<=|>=|<>|=|<|>)\s*(-?[\d.]+(?:e[+-]?\d+)?)\s*\]/i.exec(outsideQuotes(code)) ?? []
  const tokens = tokensOf(code)
  return sign === undefined ? { tokens } : { tokens, condition: { sign, value: Number(value) } }
}

const outsideQuotes = (code: string) => code.replace(/"[^"]*"|\\./g, '')

/** Split at semicolons outside of quotes. */
function splitSections(format: string): string[] {
  const sections = ['']
  for (const [piece] of format.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|;|[^;"\\[]+|["\\[]/g)) {
    if (piece === ';') sections.push('')
    else sections[sections.length - 1] += piece
  }
  return sections
}

function tokensOf(code: string): FormatToken[] {
  const tokens: FormatToken[] = []
  for (const match of code.matchAll(tokenPattern)) {
    const [whole, quoted, escaped, date, digits, text, percent, other] = match
    if (quoted !== undefined || escaped !== undefined)
      tokens.push({ kind: 'literal', text: quoted ?? escaped! })
    else if (date) tokens.push({ kind: 'date', code: date.toLowerCase() })
    else if (digits) tokens.push({ kind: 'digits' })
    else if (text) tokens.push({ kind: 'text' })
    else if (percent) tokens.push({ kind: 'percent' })
    else if (whole.startsWith('_')) tokens.push({ kind: 'literal', text: ' ' })
    else if (other) tokens.push({ kind: 'literal', text: other })
  }
  return tokens
}

const isText = ({ tokens }: FormatSection) => tokens.some(({ kind }) => kind === 'text')

/** The section that shows a number; undefined where none does and the cell is filled with `#`. */
export function sectionFor(value: number, sections: readonly FormatSection[]): FormatSection | undefined {
  const numeric =
    sections.length > 1 && isText(sections.at(-1)!) ? sections.slice(0, -1) : sections.slice(0, 3)
  if (numeric.some(({ condition }) => condition)) return conditional(value, numeric)
  const index = value > 0 ? 0 : value < 0 ? 1 : 2
  return numeric[index < numeric.length ? index : 0]
}

/** The first whose condition holds; those without one take what is left, a first without one the positive numbers. */
function conditional(value: number, sections: readonly FormatSection[]): FormatSection | undefined {
  return sections.find(({ condition }, index) => {
    if (condition) return holds(condition, value)
    return index === sections.length - 1 || (index === 0 ? value > 0 : value < 0)
  })
}

function holds({ sign, value: other }: Condition, value: number): boolean {
  if (sign === '=') return value === other
  if (sign === '<>') return value !== other
  if (sign === '<') return value < other
  if (sign === '>') return value > other
  return sign === '<=' ? value <= other : value >= other
}

/** The section that shows text: the fourth, or a last one that names it; undefined: text stands as it is. */
export function textSection(sections: readonly FormatSection[]): FormatSection | undefined {
  if (sections.length > 3) return sections[3]
  const last = sections.at(-1)
  return last && isText(last) ? last : undefined
}
