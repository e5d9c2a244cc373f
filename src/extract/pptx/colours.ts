/** Colours of a slide as red, green, blue: stated, or by the theme through the master's colour map (ECMA-376 20.1.2.3). */
import { child, elements, type XmlNode } from '../shared/xml/tree.js'

/** Six lower-case hex digits; null: cannot be told. */
export type PptxColour = string | null

export interface Palette {
  colour(name: string): PptxColour
}

const usualMap: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }
const usualTheme: Readonly<Record<string, string>> = { lt1: 'ffffff', dk1: '000000' }

/** `theme`: root of the theme part; `map`: `p:clrMap` of the master. */
export function paletteOf(theme: XmlNode | null, map: XmlNode | null): Palette {
  const scheme = child(theme, 'a:themeElements', 'a:clrScheme')
  const stated = new Map(
    elements(scheme).map((entry) => [entry.name.slice(2), plainColour(elements(entry)[0])]),
  )
  return {
    colour(name) {
      const key = map?.attributes[name] ?? usualMap[name] ?? name
      return stated.get(key) ?? usualTheme[key] ?? null
    },
  }
}

function plainColour(node: XmlNode | undefined): PptxColour {
  const value = node?.attributes['lastClr'] ?? node?.attributes['val'] ?? ''
  return /^[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : null
}

export interface Fill {
  readonly colour: PptxColour
  /** 0 to 1. */
  readonly opacity: number
}

/** The fill a properties element states; null: none stated; `none`: stated to have none. */
export function fillOf(properties: XmlNode | null, palette: Palette): Fill | 'none' | null {
  for (const node of elements(properties)) {
    if (node.name === 'a:noFill') return 'none'
    if (node.name === 'a:solidFill') return solid(node, palette)
    if (
      node.name === 'a:gradFill' ||
      node.name === 'a:pattFill' ||
      node.name === 'a:blipFill' ||
      node.name === 'a:grpFill'
    )
      return { colour: null, opacity: node.name === 'a:grpFill' ? 0 : 1 }
  }
  return null
}

function solid(node: XmlNode, palette: Palette): Fill {
  const stated = elements(node)[0]
  if (!stated) return { colour: null, opacity: 1 }
  const changes = elements(stated)
  const alpha = changes.find(({ name }) => name === 'a:alpha')?.attributes['val']
  const opacity = alpha === undefined ? 1 : fraction(alpha)
  if (changes.some(({ name }) => name !== 'a:alpha')) return { colour: null, opacity }
  const colour =
    stated.name === 'a:schemeClr' ? palette.colour(stated.attributes['val'] ?? '') : presetOr(stated)
  return { colour, opacity }
}

const presets: Readonly<Record<string, string>> = { white: 'ffffff', black: '000000', red: 'ff0000' }

function presetOr(node: XmlNode): PptxColour {
  return node.name === 'a:prstClr' ? (presets[node.attributes['val'] ?? ''] ?? null) : plainColour(node)
}

/** Thousandths of a percent, or a percentage in the strict form. */
export function fraction(value: string): number {
  return value.endsWith('%') ? parseFloat(value) / 100 : Number(value) / 100_000
}
