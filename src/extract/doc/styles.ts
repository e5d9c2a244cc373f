/** The style sheet: what paragraphs and runs look like that say nothing themselves ([MS-DOC] 2.9.271, 2.9.260). */
import type { Bytes } from '../shared/bytes.js'
import {
  applyParagraphSprms,
  applyRunSprms,
  type ParagraphProperties,
  type DocRunProperties,
} from './sprms.js'

export interface DocStyles {
  run(style: number): DocRunProperties
  paragraph(style: number): ParagraphProperties
}

interface Style {
  readonly base: number
  readonly runSprms: Uint8Array
  readonly paragraphSprms: Uint8Array
}
const NONE = 0xfff
const MOST_STYLES = 4_096
const nothing = new Uint8Array(0)

export function readStyles(sheet: Bytes): DocStyles {
  const styles = stylesIn(sheet)
  const runs = new Map<number, DocRunProperties>()
  const paragraphs = new Map<number, ParagraphProperties>()
  const chain = (index: number): Style[] => {
    const found: Style[] = []
    for (let at = index; found.length < 32;) {
      const style = styles[at]
      if (!style) break
      found.unshift(style)
      at = style.base
    }
    return found
  }
  const known = <Properties extends object>(
    cache: Map<number, Properties>,
    index: number,
    apply: (to: Properties, style: Style) => void,
  ): Properties => {
    const ready = cache.get(index)
    if (ready) return ready
    const properties = {} as Properties
    for (const style of chain(index)) apply(properties, style)
    cache.set(index, properties)
    return properties
  }
  return {
    run: (index) => known(runs, index, (to, { runSprms }) => applyRunSprms(to, runSprms, { ...to })),
    paragraph: (index) =>
      known(paragraphs, index, (to, { paragraphSprms }) => applyParagraphSprms(to, paragraphSprms)),
  }
}

function stylesIn(sheet: Bytes): (Style | null)[] {
  const headSize = sheet.uint16(0)
  const count = Math.min(sheet.uint16(2), MOST_STYLES)
  const baseSize = sheet.uint16(4)
  const styles: (Style | null)[] = []
  let at = 2 + headSize
  for (let index = 0; index < count && at < sheet.length; index++) {
    const size = sheet.uint16(at)
    styles.push(size === 0 ? null : styleIn(sheet.part(at + 2, at + 2 + size), baseSize))
    at += 2 + size + (size & 1)
  }
  return styles
}

/** A paragraph style holds properties of paragraphs, then of runs; a character style those of runs alone. */
function styleIn(style: Bytes, baseSize: number): Style {
  const kindAndBase = style.uint16(2)
  const sets: Uint8Array[] = []
  let at = baseSize + 2 + 2 * style.uint16(baseSize) + 2
  for (let left = Math.min(style.uint16(4) & 15, 3); left > 0 && at < style.length; left--) {
    at += at & 1
    const size = style.uint16(at)
    sets.push(style.slice(at + 2, at + 2 + size))
    at += 2 + size
  }
  const kind = kindAndBase & 15
  return {
    base: kindAndBase >> 4 === NONE ? NONE : kindAndBase >> 4,
    paragraphSprms: kind === 1 ? (sets[0]?.subarray(2) ?? nothing) : nothing,
    runSprms: (kind === 1 ? sets[1] : kind === 2 ? sets[0] : undefined) ?? nothing,
  }
}
