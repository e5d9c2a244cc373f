/** Where the paragraphs of a shape stand: estimated from its box, its type sizes, its anchor and alignment. */
import type { Box } from '../../types.js'
import { setBoxes, widthOfText } from '../shared/paragraph/set-boxes.js'
import { child, type XmlNode } from '../shared/xml/tree.js'
import type { PptxParagraph } from './paragraphs.js'

/** Points of text inset where none is stated (21.1.2.1.1). */
const [insetX, insetY] = [7.2, 3.6]
const emuPerPoint = 12_700

/** One box per paragraph, inside `box` unless the text is larger. `anchor`: `t`, `ctr`, `b`. */
export function boxesOf(
  paragraphs: readonly PptxParagraph[],
  box: Box,
  properties: XmlNode | null,
  anchor: string,
): Box[] {
  const inset = (name: string, usual: number) => {
    const stated = properties?.attributes[name]
    return stated === undefined ? usual : Number(stated) / emuPerPoint || 0
  }
  const insets = {
    left: inset('lIns', insetX),
    right: inset('rIns', insetX),
    top: inset('tIns', insetY),
    bottom: inset('bIns', insetY),
  }
  const wraps = properties?.attributes['wrap'] !== 'none'
  const set = paragraphs.map(({ runs, align }) => ({
    width: runs.reduce((sum, { text, size }) => sum + widthOfText(text, size), 0),
    size: runs.reduce((most, run) => Math.max(most, run.size), 1),
    align,
  }))
  return setBoxes(set, box, { insets, wraps, anchor })
}

export function anchorOf(body: XmlNode | null, models: readonly (XmlNode | null)[]): string {
  for (const one of [body, ...models]) {
    const stated = child(one, 'a:bodyPr')?.attributes['anchor']
    if (stated) return stated
  }
  return 't'
}
