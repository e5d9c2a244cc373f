/** What a run says about its own look (`w:rPr`, ECMA-376 17.3.2), directly or through its styles. */
import type { HiddenBy } from '../../types.js'
import { cannotBeTold, TINY } from '../shared/cover/faint.js'
import type { XmlElement } from '../shared/xml.js'

/** Six lower-case hex digits; `auto` follows the ground, `none` lets it show, `unknown` cannot be told without a theme. */
export type DocxColour = string

export interface DocxRunProperties {
  readonly style?: string
  readonly vanish?: boolean
  readonly bold?: boolean
  /** Points. */
  readonly size?: number
  readonly colour?: DocxColour
  /** Shading or highlight behind the run. */
  readonly ground?: DocxColour
  /** `ground` is a highlight: letters of no colour of their own stay black on it, as they do not on shading. */
  readonly highlighted?: true
  /** The letters are filled with nothing ([MS-DOCX] 2.6.1.15). */
  readonly clear?: boolean
  readonly outlined?: boolean
  /** Percent of the usual width of letters. */
  readonly scale?: number
  /** The typeface of Latin letters and symbols. */
  readonly font?: string
}
export type MutableRunProperties = { -readonly [Key in keyof DocxRunProperties]: DocxRunProperties[Key] }

/** Percent; letters pressed to less than this cannot be read. */
const NARROW = 15

/** ST_HighlightColor, 17.18.40. */
const highlights: Readonly<Record<string, DocxColour>> = {
  black: '000000',
  blue: '0000ff',
  cyan: '00ffff',
  darkblue: '000080',
  darkcyan: '008080',
  darkgray: '808080',
  darkgreen: '008000',
  darkmagenta: '800080',
  darkred: '800000',
  darkyellow: '808000',
  green: '00ff00',
  lightgray: 'c0c0c0',
  magenta: 'ff00ff',
  red: 'ff0000',
  white: 'ffffff',
  yellow: 'ffff00',
}

/** `parent`: name of the element around, because letters' fill and outline share their children's names. */
export function applyRunProperty(to: MutableRunProperties, element: XmlElement, parent: string): void {
  const value = element.attribute('w:val')
  switch (element.name) {
    case 'w:rStyle':
      if (value) to.style = value
      break
    case 'w:vanish':
      to.vanish = isOn(value)
      break
    case 'w:b':
      to.bold = isOn(value)
      break
    case 'w:sz':
      if (value && /^\d+(\.\d+)?(pt)?$/.test(value))
        to.size = value.endsWith('pt') ? parseFloat(value) : Number(value) / 2
      break
    case 'w:w':
      to.scale = Number.parseFloat(value ?? '100')
      break
    case 'w:color':
      to.colour = colourOf(value, element.attribute('w:themeColor'))
      break
    case 'w:highlight':
      if (!value || value === 'none') break
      to.ground = highlights[value.toLowerCase()] ?? 'unknown'
      to.highlighted = true
      break
    case 'w:shd':
      to.ground ??= shadingOf(element) ?? 'none'
      break
    case 'w:rFonts':
      to.font = element.attribute('w:ascii') ?? element.attribute('w:hAnsi') ?? to.font ?? ''
      break
    default:
      applyFill(to, element, parent)
  }
}

function applyFill(to: MutableRunProperties, element: XmlElement, parent: string): void {
  if (parent === 'w14:textFill' && element.name === 'w14:noFill') to.clear = true
  if (parent === 'w14:textOutline' && element.name === 'w14:solidFill') to.outlined = true
  if (element.name === 'w14:textFill') to.colour = 'unknown'
  // In this namespace alpha states transparency: 100000 is nothing at all.
  if (element.name === 'w14:alpha' && Number(element.attribute('w14:val')) >= 95_000) to.clear = true
}

/** An exact height (ST_LineSpacingRule 17.18.48, ST_HeightRule 17.18.37) in twips that leaves letters no room. */
export function isFlat(element: XmlElement, rule: string, height: string): boolean {
  const stated = element.attribute(height) ?? ''
  return element.attribute(rule) === 'exact' && stated !== '' && Math.abs(Number(stated)) < TINY * 20
}

/** CT_OnOff, 17.17.4: present without a value means on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off|none)$/i.test(value)
}

function colourOf(value: string | undefined, theme: string | undefined): DocxColour {
  if (value && /^[0-9a-f]{6}$/i.test(value)) return value.toLowerCase()
  if (theme) return /^(background1|light1)$/.test(theme) ? 'ffffff' : 'unknown'
  return 'auto'
}

/** `w:shd` (17.3.5) as the colour that shows; undefined where it shades nothing. */
export function shadingOf(element: XmlElement): DocxColour | undefined {
  const pattern = element.attribute('w:val') ?? 'clear'
  const fill = element.attribute(pattern === 'solid' ? 'w:color' : 'w:fill') ?? 'auto'
  if (pattern !== 'clear' && pattern !== 'nil' && pattern !== 'solid') return 'unknown'
  if (/^[0-9a-f]{6}$/i.test(fill)) return fill.toLowerCase()
  return element.attribute('w:themeFill') ? 'unknown' : undefined
}

/** Why nobody sees a run of these properties on this ground; undefined where it shows or cannot be told. */
export function hiddenBy(properties: DocxRunProperties, ground: DocxColour): HiddenBy | undefined {
  if (properties.vanish) return 'hidden-attribute'
  if (properties.clear && !properties.outlined) return 'transparent'
  if ((properties.size ?? TINY) < TINY || (properties.scale ?? NARROW) < NARROW) return 'tiny'
  const { colour = 'auto', highlighted } = properties
  const letters = colour === 'auto' && highlighted ? '000000' : colour
  return cannotBeTold(letters, behind(properties, ground)) ? 'same-colour' : undefined
}

/** The run stands on a bar of its own, not on the paper. */
export function isBarred(properties: DocxRunProperties, ground: DocxColour, paper: DocxColour): boolean {
  const own = behind(properties, ground)
  return own.length === 6 && !cannotBeTold(own, paper) && !cannotBeTold(own, 'ffffff')
}

function behind({ ground }: DocxRunProperties, further: DocxColour): DocxColour {
  return ground === undefined || ground === 'none' ? further : ground
}
