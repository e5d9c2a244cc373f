/** Painted shapes that lie over text: in a paragraph of running text, or drawn later on a slide. */
import type { Box, Line, Span } from '../../types.js'
import { fitsText, hidesText } from '../shared/cover/slide-cover.js'
import type { XmlElement } from '../shared/xml.js'
import { points } from './names.js'
import type { OdfParagraph } from './paragraph.js'
import type { OdfStyles } from './styles.js'

const painted = /^draw:(rect|custom-shape|ellipse|polygon|path|frame)$/

/** On a slide of more shapes than this the rest hides nothing. */
const mostPanels = 500

interface Shape {
  readonly element: XmlElement
  readonly box: Box
  /** Lines told before it began. */
  readonly told: number
}
interface Panel {
  readonly box: Box
  readonly empty: boolean
  readonly id: string
  /** How many lines of the slide were drawn before it. */
  readonly after: number
}

export class Covers {
  readonly #styles: OdfStyles
  readonly #open: Shape[] = []
  #panels: Panel[] = []
  /** Shapes that come and go while the slide is shown (`smil:targetElement`). */
  readonly #animated = new Set<string>()

  constructor(styles: OdfStyles) {
    this.#styles = styles
  }

  /** `told`: lines told so far. */
  open(element: XmlElement, told: number): void {
    const target = element.attribute('smil:targetElement')
    if (target) this.#animated.add(target)
    if (!painted.test(element.name)) return
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) =>
      points(element.attribute(`svg:${side}`)),
    )
    this.#open.push({ element, box: [x ?? 0, y ?? 0, width ?? 0, height ?? 0], told })
  }

  /** `host`: the paragraph it is anchored in; else it stands on a page of which `lines` are told. */
  close(name: string, told: number, host: OdfParagraph | undefined, lines: readonly Line[]): void {
    if (!painted.test(name)) return
    const shape = this.#open.pop()
    if (!shape || this.#open.length > 0) return
    const { element, box } = shape
    const style = this.#styles.look('graphic', element.attribute('draw:style-name'))
    const empty = told === shape.told
    if (!style.ground || style.sheer || style.behind || box[2] <= 0 || box[3] <= 0) return
    if (host) {
      const isPlaced = /^(paragraph|char)$/.test(element.attribute('text:anchor-type') ?? '')
      if (empty && isPlaced && !style.wrapped && name !== 'draw:frame')
        host.covers.push({ left: box[0], top: box[1], width: box[2], height: box[3] })
    } else if (element.attribute('svg:x') && this.#panels.length < mostPanels) {
      const id = element.attribute('draw:id') ?? element.attribute('xml:id') ?? ''
      this.#panels.push({ box, empty, id, after: lines.length - (told - shape.told) })
    }
  }

  /** At the end of a slide: its lines with what nobody sees of them. */
  settle(lines: Line[]): void {
    const still = this.#panels.filter(({ id }) => !this.#animated.has(id))
    this.#panels = []
    this.#animated.clear()
    for (const [index, line] of lines.entries()) {
      const over = still.filter(({ after }) => index < after)
      if (over.length > 0) lines[index] = { ...line, spans: line.spans.map((span) => beneath(span, over)) }
    }
  }
}

/** What masters show instead of a page number or a date. */
const fieldSign = /^\s*<[^<>]+>\s*$/

function beneath(span: Span, panels: readonly Panel[]): Span {
  const { box, sight, size = 18, text } = span
  if (!box || sight !== 'visible' || fieldSign.test(text)) return span
  const over = panels.filter((panel) => hidesText(panel.box, box))
  if (over.length === 0) return span
  const fits = over.some((panel) => panel.empty && fitsText(panel.box, box, size))
  return { ...span, sight: 'covered', hiddenBy: 'under-shape', ...(fits && { fitted: true }) }
}
