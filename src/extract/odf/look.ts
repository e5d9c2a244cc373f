/** How a style makes text and shapes look, as far as it decides who sees a text (ODF 1.3, part 3, 20). */
import type { HiddenBy } from '../../types.js'
import { isBar, isBlack } from '../shared/cover/bar.js'
import { cannotBeTold, TINY } from '../shared/cover/faint.js'
import type { XmlElement } from '../shared/xml.js'
import { points } from './names.js'

export interface OdfStyle {
  /** Hidden character or paragraph. */
  hidden?: boolean
  /** Six lower-case hex digits; undefined: the program's own. */
  colour?: string
  /** As `colour`; empty: nothing is painted, whatever the style it rests on says. */
  ground?: string
  /** Points. */
  size?: number
  bold?: boolean
  font?: string
  /** Of a drawing: what shines through it, what lies behind the text, what text makes room for. */
  sheer?: boolean
  behind?: boolean
  wrapped?: boolean
  /** What is cut off a picture: top, right, bottom, left, in points. */
  clip?: readonly [number, number, number, number]
  /** Letters pressed thin, rows of text pressed flat. */
  narrow?: boolean
  flat?: boolean
  /** A table or drawing page that is not shown, a row or column of no size. */
  concealed?: boolean
}

/** Percent of their width; letters pressed to less than this cannot be read. */
const NARROW = 15

/** What one property element of a style says. */
export function readLook(look: OdfStyle, element: XmlElement): void {
  const value = (name: string) => element.attribute(name)
  const colour = (name: string) => /^#([0-9a-f]{6})$/i.exec(value(name) ?? '')?.[1]?.toLowerCase()
  if (value('text:display')) look.hidden = value('text:display') === 'none'
  const [ink, ground] = [colour('fo:color'), colour('fo:background-color')]
  if (ink && value('style:use-window-font-color') !== 'true') look.colour = ink
  if (ground) look.ground = ground
  if (value('draw:fill') === 'solid') look.ground = colour('draw:fill-color') ?? 'unknown'
  else if (value('draw:fill')) look.ground = value('draw:fill') === 'none' ? '' : 'unknown'
  if (value('draw:opacity')) look.sheer = Number.parseFloat(value('draw:opacity')!) < 95
  if (value('style:run-through')) look.behind = value('style:run-through') === 'background'
  if (value('style:wrap')) look.wrapped = value('style:wrap') !== 'run-through'
  if (value('style:text-scale')) look.narrow = Number.parseFloat(value('style:text-scale')!) < NARROW
  if (value('fo:line-height')) look.flat = (points(value('fo:line-height')) ?? TINY) < TINY
  if (value('style:use-optimal-row-height') !== 'true')
    for (const side of ['style:row-height', 'style:column-width'])
      if (value(side)) look.concealed = (points(value(side)) ?? TINY) < TINY
  const clip = clipOf(value('fo:clip') ?? '')
  if (clip) look.clip = clip
  const font = value('style:font-name') ?? value('fo:font-family')
  if (font) look.font = font.replace(/^['"]|['"]$/g, '')
  const size = points(value('fo:font-size'))
  if (size !== undefined) look.size = size
  if (value('fo:font-weight')) look.bold = /^(bold|[6-9]00)$/.test(value('fo:font-weight')!)
  if (value('table:display')) look.concealed = value('table:display') === 'false'
  if (value('presentation:visibility')) look.concealed = value('presentation:visibility') === 'hidden'
}

/** `rect(0cm, 1cm, 0cm, 2cm)`; lengths may be apart by spaces alone. */
function clipOf(value: string): readonly [number, number, number, number] | undefined {
  const sides = /^rect\(([^)]*)\)$/
    .exec(value.trim())?.[1]
    ?.split(/[\s,]+/)
    .filter(Boolean)
  if (sides?.length !== 4) return undefined
  return sides.map((side) => points(side) ?? 0) as [number, number, number, number]
}

/** Of its own colour on a bar; on sheets and slides (`coloured`) only black is taken for one. */
export function isBarred(look: Readonly<OdfStyle>, ground: string, coloured: boolean): boolean {
  const behind = look.ground ?? ground
  return coloured ? isBlack(behind) : isBar(behind)
}

/** Why nobody sees a text of this look; `ground` lies behind it unless it has its own. */
export function unseenBy(look: Readonly<OdfStyle>, ground: string): HiddenBy | undefined {
  if (look.hidden) return 'hidden-attribute'
  if (look.narrow || look.flat || (look.size ?? TINY) < TINY) return 'tiny'
  const behind = look.ground ?? ground
  return cannotBeTold(look.colour, behind) ? 'same-colour' : undefined
}
