/** The style rules that can hide text: selectors of one tag, class or id; anything else is left out. */

export type Declarations = ReadonlyMap<string, string>

export interface StyleSheet {
  /** What the rules say for an element, weakest first. */
  rulesFor(tag: string, classes: readonly string[], id: string | undefined): readonly Declarations[]
}
interface Rule {
  readonly tag: string | undefined
  readonly classes: readonly string[]
  readonly id: string | undefined
  readonly weight: number
  readonly declarations: Declarations
}

const MOST_RULES = 5_000
/** Properties that decide what is seen, how large, and what stands on its own line. */
const wanted =
  /^(display|visibility|opacity|color|background(-color|-image)?|font(-size|-weight)?|position|left|top|right|text-indent|width|height|max-height|overflow|clip|clip-path|transform|white-space|filter|z-index|(-webkit-)?background-clip|-webkit-text-fill-color)$/

export function readDeclarations(text: string): Declarations {
  const found = new Map<string, string>()
  for (const declaration of text.split(';')) {
    const split = declaration.indexOf(':')
    const name = declaration.slice(0, Math.max(0, split)).trim().toLowerCase()
    const value = declaration
      .slice(split + 1)
      .replace(/!\s*important/i, '')
      .trim()
    if (split > 0 && wanted.test(name) && value) found.set(name, value)
  }
  return found
}

/** At-rules are passed over whole: whether a media query applies depends on the reader's screen. */
export function readStyles(styles: readonly string[]): StyleSheet {
  const rules: Rule[] = []
  for (const style of styles) {
    for (const [selectors, body] of blocks(style.replace(/\/\*[\s\S]*?(\*\/|$)/g, ' '))) {
      const declarations = readDeclarations(body)
      if (declarations.size === 0) continue
      for (const selector of selectors.split(',')) {
        const rule = ruleOf(selector.trim(), declarations)
        if (rule && rules.length < MOST_RULES) rules.push(rule)
      }
    }
  }
  const ordered = rules.toSorted((one, other) => one.weight - other.weight)
  const byKey = grouped(ordered)
  return { rulesFor: (tag, classes, id) => matching(byKey, tag, classes, id) }
}

function* blocks(text: string): Generator<readonly [selectors: string, body: string]> {
  let start = 0
  while (start < text.length) {
    const open = text.indexOf('{', start)
    if (open < 0) return
    const selectors = text
      .slice(start, open)
      .replace(/^[\s\S]*[;}]/, '')
      .trim()
    const end = closing(text, open)
    if (!selectors.startsWith('@')) yield [selectors, text.slice(open + 1, end)]
    start = end + 1
  }
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return text.length
}

const simple = /^([a-z][a-z0-9]*|\*)?((?:\.[\w-]+)*)(#[\w-]+)?((?:\.[\w-]+)*)$/i

/** Selectors of more than one step: where they lead is not worked out, but what they colour cannot be told any more. */
function untold(selector: string, declarations: Declarations): Rule | null {
  const last = /[\s>+~]([^\s>+~:[\]]+)$/.exec(selector)?.[1]
  const coloured = ['color', 'background', 'background-color', 'background-image'].filter((name) =>
    declarations.has(name),
  )
  if (!last || coloured.length === 0 || /^\*?$/.test(last)) return null
  return ruleOf(last, new Map(coloured.map((name) => [name.replace(/-.*/, ''), 'unknown'])))
}

function ruleOf(selector: string, declarations: Declarations): Rule | null {
  const found = simple.exec(selector)
  if (selector === '') return null
  if (!found) return untold(selector, declarations)
  const classes = `${found[2]}${found[4]}`.split('.').filter(Boolean)
  const tag = found[1] === '*' ? undefined : found[1]?.toLowerCase()
  const id = found[3]?.slice(1)
  return { tag, classes, id, weight: (id ? 100 : 0) + classes.length * 10 + (tag ? 1 : 0), declarations }
}

const keyOf = (rule: Rule) =>
  rule.id ? `#${rule.id}` : rule.classes[0] ? `.${rule.classes[0]}` : (rule.tag ?? '*')

function grouped(rules: readonly Rule[]): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>()
  for (const rule of rules) {
    const group = groups.get(keyOf(rule))
    if (group) group.push(rule)
    else groups.set(keyOf(rule), [rule])
  }
  return groups
}

function matching(
  byKey: ReadonlyMap<string, readonly Rule[]>,
  tag: string,
  classes: readonly string[],
  id: string | undefined,
): readonly Declarations[] {
  const keys = ['*', tag, ...classes.map((name) => `.${name}`), ...(id ? [`#${id}`] : [])]
  const candidates = keys.flatMap((key) => byKey.get(key) ?? [])
  const holds = (rule: Rule) =>
    (!rule.tag || rule.tag === tag) &&
    (!rule.id || rule.id === id) &&
    rule.classes.every((one) => classes.includes(one))
  return candidates
    .filter(holds)
    .toSorted((one, other) => one.weight - other.weight)
    .map((rule) => rule.declarations)
}
