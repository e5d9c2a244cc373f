/** What decides whether a text of a drawing is seen: presentation attributes, inline styles, simple style rules. */
import type { HiddenBy } from '../../types.js'
import type { XmlNode } from '../shared/xml/tree.js'

export interface SvgStyle {
  readonly hiddenBy?: HiddenBy
  /** User units. */
  readonly size: number
  readonly bold: boolean
  readonly opacity: number
  readonly fill: string
  readonly fillOpacity: number
}
export const plainLook: SvgStyle = { size: 16, bold: false, opacity: 1, fill: 'black', fillOpacity: 1 }

/** Selector (`text`, `.a`, `#b`) → declarations. */
export type Rules = ReadonlyMap<string, ReadonlyMap<string, string>>

export function readRules(css: string): Rules {
  const rules = new Map<string, Map<string, string>>()
  for (const [, selectors, body] of css.slice(0, 1_000_000).matchAll(/([^{}]{1,500})\{([^{}]*)\}/g))
    for (const selector of selectors!.split(',')) {
      const known = rules.get(selector.trim()) ?? new Map<string, string>()
      for (const [name, value] of declarations(body!)) known.set(name, value)
      rules.set(selector.trim(), known)
    }
  return rules
}

function* declarations(text: string): Generator<[string, string]> {
  for (const one of text.split(';')) {
    const at = one.indexOf(':')
    if (at > 0)
      yield [
        one.slice(0, at).trim().toLowerCase(),
        one
          .slice(at + 1)
          .replace(/!.*/, '')
          .trim(),
      ]
  }
}

/** SVG 2, 6.6: attributes are weaker than rules, rules weaker than the inline style. */
export function lookOf(node: XmlNode, rules: Rules, outer: SvgStyle): SvgStyle {
  const own = node.attributes
  const keys = [
    node.name,
    ...(own['class'] ?? '').split(/\s+/).map((name) => `.${name}`),
    `#${own['id'] ?? ''}`,
  ]
  const said = new Map<string, string>([
    ...Object.entries(own),
    ...keys.flatMap((key) => [...(rules.get(key) ?? [])]),
    ...declarations(own['style'] ?? ''),
  ])
  const size = sizeOf(said.get('font-size'), outer.size)
  const weight = said.get('font-weight')
  const opacity = outer.opacity * share(said.get('opacity'))
  const fill = said.get('fill') ?? outer.fill
  const fillOpacity = said.has('fill-opacity') ? share(said.get('fill-opacity')) : outer.fillOpacity
  const hiddenBy = hidden(said, outer, { size, opacity, fill })
  const bold = weight ? /^bold|[6-9]00$/.test(weight) : outer.bold
  return { size, bold, opacity, fill, fillOpacity, ...(hiddenBy && { hiddenBy }) }
}

function sizeOf(said: string | undefined, outer: number): number {
  const number = Number.parseFloat(said ?? '')
  if (Number.isNaN(number)) return outer
  if (/em$|%$/.test(said!)) return outer * (said!.endsWith('%') ? number / 100 : number)
  return said!.endsWith('pt') ? (number * 4) / 3 : number
}

function share(said: string | undefined): number {
  const number = Number.parseFloat(said ?? '1')
  if (Number.isNaN(number)) return 1
  return Math.min(1, Math.max(0, said?.endsWith('%') ? number / 100 : number))
}

function hidden(
  said: ReadonlyMap<string, string>,
  outer: SvgStyle,
  { opacity, fill }: Pick<SvgStyle, 'size' | 'opacity' | 'fill'>,
): HiddenBy | undefined {
  if (said.get('display') === 'none') return 'hidden-attribute'
  if (outer.hiddenBy === 'hidden-attribute') return outer.hiddenBy
  const visibility = said.get('visibility')
  if (visibility === 'hidden' || visibility === 'collapse') return 'invisible-mode'
  if (outer.hiddenBy === 'invisible-mode' && visibility !== 'visible') return 'invisible-mode'
  const isClear = /^(none|transparent)$/.test(fill) || share(said.get('fill-opacity')) < 0.05
  const isBare = /^(none)?$/.test(said.get('stroke') ?? '')
  return opacity < 0.05 || (isClear && isBare) ? 'transparent' : undefined
}
