/** Colours of type and ground in a workbook, as far as they can be told without the theme (ECMA-376 18.8.3, 18.8.19). */
import type { XmlElement } from '../shared/xml.js'

/** Six lower-case hex digits; `unknown`: depends on the theme or on a tint. */
export type XlsxColour = string

/** The first eight of the indexed palette (18.8.27), which stand there twice; 64 and 65 are the system's. */
const palette = ['000000', 'ffffff', 'ff0000', '00ff00', '0000ff', 'ffff00', 'ff00ff', '00ffff']

export function colourOf(element: XmlElement): XlsxColour | undefined {
  const tint = Number(element.attribute('tint') ?? 0)
  const rgb = element.attribute('rgb')
  if (rgb && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(rgb))
    return tint === 0 ? rgb.slice(-6).toLowerCase() : 'unknown'
  const theme = element.attribute('theme')
  if (theme !== undefined) return tint === 0 ? (['ffffff', '000000'][Number(theme)] ?? 'unknown') : 'unknown'
  const indexed = Number(element.attribute('indexed') ?? NaN)
  if (indexed === 64) return '000000'
  if (indexed === 65) return 'ffffff'
  if (Number.isFinite(indexed)) return indexed < 16 ? palette[indexed % 8] : 'unknown'
  return undefined
}
