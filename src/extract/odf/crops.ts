/** What an OpenDocument file shows of its pictures (`fo:clip`, ODF 1.3, part 3, 20.186). */
import type { Box } from '../../types.js'
import { naturalSize } from '../shared/picture/natural-size.js'
import type { XmlElement } from '../shared/xml.js'
import type { OdfStyles } from './styles.js'

/** Lengths cut off at the four sides of a picture of its natural size, in points. */
export type Clip = readonly [top: number, right: number, bottom: number, left: number]

/** Of a side: trimmed edges hide nothing. */
const LEAST = 0.02

/** Notes for each picture how it is shown, wherever it is. */
export class Crops {
  /** By lower-case name of the entry; null: whole. */
  readonly #uses = new Map<string, (Clip | null)[]>()
  #clip: Clip | undefined

  open(element: XmlElement, styles: OdfStyles): void {
    if (element.name === 'draw:frame') this.#clip = clipOf(element, styles)
    if (element.name !== 'draw:image') return
    const href = element.attribute('xlink:href')?.replace(/^\.\//, '').toLowerCase()
    if (href) this.add(href, this.#clip ?? null)
  }

  add(name: string, clip: Clip | null): void {
    this.#uses.set(name, [...(this.#uses.get(name) ?? []), clip])
  }

  /** What is shown of a picture that is nowhere shown whole, as fractions of its sides. `head`: its first bytes. */
  shownOf(name: string, head: Uint8Array): Box[] | null {
    const boxes = (this.#uses.get(name.toLowerCase()) ?? []).map((clip) => clip && shownBox(clip, head))
    const cut = boxes.filter((box) => box !== null)
    return cut.length > 0 && cut.length === boxes.length ? cut : null
  }

  /** Whether `shownOf` may tell something, without looking at the picture. */
  knows(name: string): boolean {
    return this.#uses.get(name.toLowerCase())?.every((clip) => clip !== null) ?? false
  }
}

/** As the style of a frame says. */
export function clipOf(frame: XmlElement, styles: OdfStyles): Clip | undefined {
  const drawn = styles.look('graphic', frame.attribute('draw:style-name')).clip
  return drawn ?? styles.look('presentation', frame.attribute('presentation:style-name')).clip
}

/** null: nothing worth telling is cut off, or how large the picture is cannot be told. */
export function shownBox([top, right, bottom, left]: Clip, head: Uint8Array): Box | null {
  const size = naturalSize(head)
  if (!size) return null
  const [width, height] = size
  const sides = [left / width, top / height, right / width, bottom / height].map((cut) => Math.max(0, cut))
  const [x, y, beyondX, beyondY] = sides as [number, number, number, number]
  if (Math.max(...sides) < LEAST) return null
  return [x, y, Math.max(0, 1 - x - beyondX), Math.max(0, 1 - y - beyondY)]
}
