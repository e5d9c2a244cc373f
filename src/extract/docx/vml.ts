/** Shapes as programs before 2010 write them (VML, ECMA-376 part 4, 19.1): colour, whether they show, where they stand. */
import type { HiddenBy } from '../../types.js'
import { isThinType } from '../shared/office-art/shapes.js'
import type { XmlElement } from '../shared/xml.js'
import type { Anchor, AnchoredShape } from './anchored.js'

const EMU: Readonly<Record<string, number>> = { pt: 12_700, in: 914_400, cm: 360_000, mm: 36_000, px: 9_525 }

export function vmlShapeOf(element: XmlElement): AnchoredShape {
  const style = styleOf(element.attribute('style') ?? '')
  const fill = /^#?([0-9a-f]{6})\b/i.exec(element.attribute('fillcolor') ?? '')?.[1]
  const anchor = anchorOf(style)
  return {
    ground: fill?.toLowerCase() ?? 'unknown',
    opaque: !/^(f|false)$/.test(element.attribute('filled') ?? '') && !isSheer(element.attribute('opacity')),
    ...(isThin(element) && { thin: true }),
    ...(anchor && { anchor }),
    ...unseen(style),
  }
}

/** What stands within a shape and changes it: how it is filled, what makes room for it, letters bent along it. */
export function changeVml(shape: AnchoredShape | undefined, element: XmlElement): void {
  if (!shape) return
  if (element.name === 'v:fill' && isSheer(element.attribute('opacity'))) shape.opaque = false
  else if (element.name === 'v:imagedata') shape.filled = true
  else if (element.name === 'v:textpath') shape.thin = true
  else if (element.name === 'w10:wrap' && shape.anchor && !/^(none)?$/.test(element.attribute('type') ?? ''))
    shape.anchor.wrapped = true
}

/** A fraction, or 65,536ths where an `f` follows. */
function isSheer(opacity: string | undefined): boolean {
  if (opacity === undefined) return false
  const value = Number.parseFloat(opacity)
  return (opacity.endsWith('f') ? value / 65_536 : opacity.endsWith('%') ? value / 100 : value) < 0.95
}

/** Shapes of a kind say its number; without one only those that paint plainly are taken for shapes. */
function isThin(element: XmlElement): boolean {
  if (/^v:(rect|roundrect|oval)$/.test(element.name)) return false
  const kind = /_t(\d+)$/.exec(element.attribute('type') ?? '')?.[1]
  if (element.name !== 'v:shape' || kind === undefined) return true
  return isThinType(Number(kind))
}

type Style = ReadonlyMap<string, string>

function styleOf(style: string): Style {
  return new Map(
    style.split(';').map((pair) => {
      const [name = '', value = ''] = pair.split(':', 2)
      return [name.trim().toLowerCase(), value.trim().toLowerCase()]
    }),
  )
}

/** EMU; undefined: not said. */
function length(value: string | undefined): number | undefined {
  const match = /^(-?[\d.]+)(pt|in|cm|mm|px)?$/.exec(value ?? '')
  return match ? Number(match[1]) * EMU[match[2] ?? 'px']! : undefined
}

/** null: it stands in the line, or behind the text. */
function anchorOf(style: Style): Anchor | null {
  if (style.get('position') !== 'absolute' || style.get('z-index')?.startsWith('-')) return null
  const [width, height] = [length(style.get('width')), length(style.get('height'))]
  if (!width || !height) return null
  const isPlaced = (side: string) => /^(absolute)?$/.test(style.get(`mso-position-${side}`) ?? '')
  const countedFrom = (side: string) => style.get(`mso-position-${side}-relative`) ?? 'text'
  const left = isPlaced('horizontal')
    ? (length(style.get('margin-left') ?? style.get('left')) ?? 0)
    : undefined
  const top = isPlaced('vertical') ? (length(style.get('margin-top') ?? style.get('top')) ?? 0) : undefined
  return {
    width,
    height,
    ...(left !== undefined && { left }),
    ...(top !== undefined && { top }),
    ...(top !== undefined && /^(text|line)$/.test(countedFrom('vertical')) && { byParagraph: true }),
    ...(left !== undefined && countedFrom('horizontal') !== 'page' && { byText: true }),
  }
}

/** Points beyond which nothing stands on any page. */
const BEYOND_PAGE = 1600

function unseen(style: Style): { hiddenBy?: HiddenBy } {
  if (style.get('visibility') === 'hidden' || style.get('display') === 'none')
    return { hiddenBy: 'hidden-attribute' }
  const isOff = ['left', 'top', 'margin-left', 'margin-top'].some(
    (side) => Math.abs(length(style.get(side)) ?? 0) > BEYOND_PAGE * EMU['pt']!,
  )
  return isOff ? { hiddenBy: 'outside-page' } : {}
}
