/** Declarations of CSS: those that decide what is seen, how large, on lines of its own, and what is drawn. */

export type Declarations = ReadonlyMap<string, string>

export interface Stated {
  readonly normal: Declarations
  readonly important: Declarations
}

const wanted =
  /^(--.+|content|(-webkit-)?mask(-image)?|list-style(-image)?|border-image(-source)?|transition|animation(-name)?|display|visibility|opacity|color|background(-color|-image)?|font(-size|-weight)?|position|left|top|right|bottom|inset(-inline-(start|end))?|margin(-left|-top|-inline-start)?|translate|text-indent|width|height|max-height|overflow|clip|clip-path|transform|white-space|filter|z-index|(-webkit-)?background-clip|-webkit-text-fill-color)$/

/** Semicolons in brackets and quotes, as addresses of data have, part nothing. */
const declaration = /(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|\([^()]*\)|[^;"'(]|\()+/gs

/** The style attribute of an element. */
export function readDeclarations(text: string): Stated {
  const collector = new Collector()
  for (const [one] of text.matchAll(declaration)) {
    const split = one.indexOf(':')
    if (split > 0) collector.add(one.slice(0, split), one.slice(split + 1))
  }
  return collector
}

export class Collector implements Stated {
  readonly normal = new Map<string, string>()
  readonly important = new Map<string, string>()

  add(property: string, stated: string, isImportant = /!\s*important\s*$/i.test(stated)): void {
    const trimmed = property.trim()
    const name = trimmed.startsWith('--') ? trimmed : trimmed.toLowerCase()
    const value = stated.replace(/!\s*important\s*$/i, '').trim()
    if (!wanted.test(name) || !value) return
    const to = isImportant ? this.important : this.normal
    to.set(name, value)
    // Shorthands take back what was said of their parts.
    if (name === 'background') for (const part of ['color', 'image']) to.set(`background-${part}`, '')
    const size = name === 'font' && /(?:^|\s)(0|[\d.]+(?:px|pt|r?em|%))(?=\s|\/)/i.exec(value)
    if (size) to.set('font-size', size[1]!)
  }
}

/** Steps of `var()` within `var()`, and the length a value may grow to. */
const DEEPEST = 8
const LONGEST = 1024 * 1024
const reference = /var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g

/** CSS Custom Properties 3: references by their values; empty where there is none. */
export function substituted(value: string, custom: Declarations): string {
  let text = value
  for (let depth = 0; depth < DEEPEST && text.includes('var(') && text.length < LONGEST; depth++)
    text = text.replace(reference, (_, name: string, other: string | undefined) =>
      (custom.get(name) ?? other ?? '').trim(),
    )
  return text.length < LONGEST ? text.trim() : ''
}
