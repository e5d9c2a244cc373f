/** What of the words of a drawing nobody sees: under a rectangle drawn later, or of the colour of its ground. */
import type { Box, HiddenBy, Line } from '../../types.js'
import { isBar, isBlack } from '../shared/cover/bar.js'
import { cannotBeTold } from '../shared/cover/faint.js'
import { fitsText, hidesText } from '../shared/cover/slide-cover.js'
import type { XmlNode } from '../shared/xml/tree.js'
import type { SvgStyle } from './style.js'
import type { Matrix } from '../../plane/matrix.js'
import { overlapArea } from '../../plane/box.js'

/** Something painted, in drawing order. */
interface Painted {
  /** null: a shape of which only its being there is known. */
  readonly box: Box | null
  /** Six hex digits; null: no plain colour, or something shines through. */
  readonly colour: string | null
  readonly opaque: boolean
  /** Lines told before it. */
  readonly after: number
}

const shapes = /^(rect|path|circle|ellipse|polygon|polyline|line|image|use|foreignObject)$/
const names: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'ffffff',
  red: 'ff0000',
  blue: '0000ff',
  navy: '000080',
  gray: '808080',
  grey: '808080',
  yellow: 'ffff00',
  green: '008000',
}
/** On a drawing of more shapes than this nothing is compared with anything. */
const MOST_PAINTED = 500
const PAPER = 'ffffff'

export class SvgPainting {
  readonly #painted: Painted[] = []
  /** By line: the colour of its letters. */
  readonly #inks = new Map<Line, string | null>()

  /** `told`: lines so far. */
  shape(node: XmlNode, look: SvgStyle, matrix: Matrix, told: number): void {
    if (!shapes.test(node.name) || look.hiddenBy || this.#painted.length > MOST_PAINTED) return
    if (/^(none|transparent)$/.test(look.fill.trim()) && node.name !== 'image') return
    const isClipped = node.attributes['clip-path'] !== undefined || node.attributes['mask'] !== undefined
    const box = node.name === 'rect' && !isClipped ? boxOf(node, matrix) : null
    const opaque = isPlain(look) && /^(#|[a-z]+$|rgb\()/i.test(look.fill.trim())
    this.#painted.push({ box, colour: box && opaque ? colourOf(look.fill) : null, opaque, after: told })
  }

  line(line: Line, look: SvgStyle): void {
    this.#inks.set(line, isPlain(look) ? colourOf(look.fill) : null)
  }

  /** `view`: corner of the part of the plane that is shown, which boxes of lines are counted from. */
  settle(lines: readonly Line[], [x, y]: Box): Line[] {
    if (this.#painted.length > MOST_PAINTED) return [...lines]
    // A sign all in white is made for a dark page: paper is taken for white where black letters stand on it.
    const paper = [...this.#inks.values()].some(isBlack) ? PAPER : null
    const painted = this.#painted.map((one) => ({ ...one, box: one.box && shifted(one.box, x, y) }))
    return lines.map((line, index) => {
      const ink = this.#inks.get(line)
      const [span] = line.spans
      if (ink === undefined || !span?.box || span.hiddenBy) return line
      const unseen = unseenBy(span.box, span.size ?? span.box[3], ink, index, { painted, paper })
      if (!unseen) return line
      const sight = unseen.fitted || unseen.hiddenBy === 'under-shape' ? 'covered' : 'hidden'
      return { ...line, spans: line.spans.map((each) => ({ ...each, ...unseen, sight })) }
    })
  }
}

const isPlain = ({ opacity, fillOpacity }: SvgStyle): boolean => opacity * fillOpacity > 0.95

const shifted = ([left, top, width, height]: Box, x: number, y: number): Box => [
  left - x,
  top - y,
  width,
  height,
]

function unseenBy(
  box: Box,
  size: number,
  ink: string | null,
  index: number,
  { painted, paper }: { readonly painted: readonly Painted[]; readonly paper: string | null },
): { readonly hiddenBy: HiddenBy; readonly fitted?: true } | null {
  const over = painted.filter((one) => one.after > index && one.opaque && one.box && hidesText(one.box, box))
  if (over.length > 0) {
    const fits = over.some((one) => fitsText(one.box!, box, size))
    return { hiddenBy: 'under-shape', ...(fits && { fitted: true }) }
  }
  const beneath = painted.filter((one) => one.after <= index && liesBeneath(one, box)).at(-1)
  const ground = beneath ? beneath.colour : paper
  if (!cannotBeTold(ink, ground)) return null
  const isOnBar = beneath?.box && isBar(ground) && fitsText(beneath.box, box, size)
  return { hiddenBy: 'same-colour', ...(isOnBar && { fitted: true }) }
}

/** Where a shape stands is known of rectangles; any other may lie beneath anything. */
const liesBeneath = ({ box }: Painted, text: Box): boolean =>
  box === null || overlapArea(box, text) > 0.3 * text[2] * text[3]

/** null: it lies aslant. */
function boxOf({ attributes }: XmlNode, [a, b, c, d, e, f]: Matrix): Box | null {
  const sides = ['x', 'y', 'width', 'height'].map((name) => Number(attributes[name] ?? 0))
  if (b !== 0 || c !== 0 || !sides.every(Number.isFinite)) return null
  const [x, y, width, height] = sides as [number, number, number, number]
  const [across, down] = [a * width, d * height]
  const [left, top] = [a * x + e + Math.min(0, across), d * y + f + Math.min(0, down)]
  return [left, top, Math.abs(across), Math.abs(down)]
}

function colourOf(fill: string): string | null {
  const said = fill.trim().toLowerCase()
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(said)
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')
  return /^#([0-9a-f]{6})$/.exec(said)?.[1] ?? names[said] ?? null
}
