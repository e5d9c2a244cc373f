/** How an object is painted: fill, stroke, opacity, from itself, its drawing parameters and those they rest on. */
import { child, elements, type XmlNode } from '../shared/xml/tree.js'
import { numbers } from './geometry.js'
import type { Resources } from './resources.js'

export type UnitRgb = readonly [red: number, green: number, blue: number]

export interface OfdPaint {
  /** null: a pattern or shading whose colour cannot be told. */
  readonly colour: UnitRgb | null
  /** 0 to 1. */
  readonly opacity: number
  /** Cells repeated over the shape, with whatever is between them. */
  readonly patterned: boolean
}
export interface OfdPainting {
  /** null: not filled. */
  readonly fill: OfdPaint | null
  readonly stroke: OfdPaint | null
  readonly lineWidth: number
  /** Patterns (8.3.2) it is painted with, or would be if it were filled or stroked. */
  readonly patterns: readonly Pattern[]
}
export interface Pattern {
  readonly node: XmlNode
  readonly painted: boolean
}

const MOST_PARENTS = 16

/** `inherited`: number of the drawing parameters of the layer. Defaults: text is filled, paths are stroked (9.1, 11.2). */
export function paintingOf(
  node: XmlNode,
  resources: Resources,
  inherited: string | undefined,
  opacity: number,
): OfdPainting {
  const chain = [
    node,
    ...paramsOf(node.attributes['DrawParam'], resources),
    ...paramsOf(inherited, resources),
  ]
  const isText = node.name === 'TextObject'
  const flag = (name: string, otherwise: boolean) => {
    const value = node.attributes[name]
    return value === undefined ? otherwise : value === 'true' || value === '1'
  }
  const statedAs = (name: string) =>
    chain.map((step) => child(step, name)).find((found) => found !== null) ?? null
  const colour = (name: string) => paintOf(statedAs(name), resources, opacity)
  const fill = flag('Fill', isText) ? colour('FillColor') : null
  const stroke = flag('Stroke', !isText) ? colour('StrokeColor') : null
  const patterns = (['FillColor', 'StrokeColor'] as const).flatMap((name) => {
    const painted = (name === 'FillColor' ? fill : stroke) !== null
    return elements(statedAs(name), 'Pattern').map((pattern) => ({ node: pattern, painted }))
  })
  const width = chain.map((step) => Number(step.attributes['LineWidth'])).find(Number.isFinite)
  return {
    fill,
    stroke,
    lineWidth: width ?? 0.353,
    patterns,
  }
}

function paramsOf(id: string | undefined, resources: Resources): XmlNode[] {
  const found: XmlNode[] = []
  for (let at = id; at !== undefined && found.length < MOST_PARENTS;) {
    const node = resources.drawParams.get(at)
    if (!node || found.includes(node)) break
    found.push(node)
    at = node.attributes['Relative']
  }
  return found
}

function paintOf(node: XmlNode | null, resources: Resources, opacity: number): OfdPaint {
  if (!node) return { colour: [0, 0, 0], opacity, patterned: false }
  const alpha = Number(node.attributes['Alpha'] ?? 255) / 255
  const shaded = elements(node).length > 0
  return {
    patterned: child(node, 'Pattern') !== null,
    colour: shaded ? null : rgbOf(node, resources),
    opacity: opacity * (Number.isFinite(alpha) ? Math.min(1, Math.max(0, alpha)) : 1),
  }
}

/** 8.3.1: a value in the colour space of the number given, RGB when none is. */
function rgbOf(node: XmlNode, resources: Resources): UnitRgb | null {
  const space = resources.colourSpaces.get(node.attributes['ColorSpace'] ?? '')
  const type = (space?.attributes['Type'] ?? '').toUpperCase()
  const most = 2 ** Number(space?.attributes['BitsPerComponent'] ?? 8) - 1
  const index = node.attributes['Index']
  const stated = node.attributes['Value'] ?? entryOf(space, index)
  if (stated === undefined) return index === undefined ? [0, 0, 0] : null
  const values = componentsOf(stated).map((value) => Math.min(1, Math.max(0, value / most)))
  if (type === 'CMYK' || values.length === 4) {
    const [c = 0, m = 0, y = 0, k = 0] = values
    return [(1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)]
  }
  if (values.length === 1) return [values[0]!, values[0]!, values[0]!]
  return values.length >= 3 ? [values[0]!, values[1]!, values[2]!] : null
}

function entryOf(space: XmlNode | undefined, index: string | undefined): string | undefined {
  const entry = elements(child(space, 'Palette'), 'CV')[Number(index ?? NaN)]
  return entry?.content.find((item): item is string => typeof item === 'string')
}

/** Components are decimal, or hexadecimal with a leading # (7.3 ST_Array). */
function componentsOf(text: string): number[] {
  if (!text.includes('#')) return numbers(text)
  return text
    .trim()
    .split(/\s+/)
    .map((part) => (part.startsWith('#') ? parseInt(part.slice(1), 16) : Number(part)))
    .filter(Number.isFinite)
}
