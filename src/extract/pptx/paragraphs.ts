/** The paragraphs of a text body with their runs: size, weight, colour from the run, the shape, the placeholder, the master. */
import type { HiddenBy } from '../../types.js'
import { TINY } from '../shared/cover/faint.js'
import { seenIn } from '../shared/font/symbols.js'
import { child, elements, textOf, type XmlNode } from '../shared/xml/tree.js'
import { type PptxColour, fillOf, fraction, type Palette } from './colours.js'
import type { PptxShape } from './shapes.js'

export interface PptxRun {
  readonly text: string
  /** Points. */
  readonly size: number
  readonly bold: boolean
  readonly colour: PptxColour
  /** Of its highlight; null: none. */
  readonly ground: PptxColour
  readonly hiddenBy: HiddenBy | null
}
export interface PptxParagraph {
  readonly runs: readonly PptxRun[]
  /** `l`, `ctr`, `r`, `just`, `dist`. */
  readonly align: string
}

/** What a run says of itself, outermost first. */
interface Style {
  readonly properties: readonly (XmlNode | null)[]
  readonly align: string | undefined
}

export interface TextDefaults {
  readonly palette: Palette
  /** `p:txStyles` of the master: title, body, other. */
  readonly styles: XmlNode | null
}

const usualSize = 18

/** `body`: a `p:txBody` or `a:txBody`. Line breaks make paragraphs of their own. */
export function paragraphsOf(
  body: XmlNode,
  shape: PptxShape | null,
  defaults: TextDefaults,
): PptxParagraph[] {
  const shrunk = fraction(child(body, 'a:bodyPr', 'a:normAutofit')?.attributes['fontScale'] ?? '100000') || 1
  const paragraphs: PptxParagraph[] = []
  for (const node of elements(body, 'a:p')) {
    const own = child(node, 'a:pPr')
    const style = styleAt(Number(own?.attributes['lvl'] ?? 0), body, shape, defaults)
    const align = own?.attributes['algn'] ?? style.align ?? 'l'
    let runs: PptxRun[] = []
    for (const piece of elements(node)) {
      if (piece.name === 'a:br') {
        paragraphs.push({ runs, align })
        runs = []
      } else if (piece.name === 'a:r' || piece.name === 'a:fld')
        runs.push(runOf(piece, style, shrunk, defaults.palette))
      else if (piece.name.startsWith('m:') || piece.name === 'mc:AlternateContent') {
        const text = mathText(piece)
        if (text) runs.push({ ...runOf(piece, style, shrunk, defaults.palette), text })
      }
    }
    paragraphs.push({ runs, align })
  }
  return paragraphs.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''))
}

function mathText(node: XmlNode): string {
  const chosen =
    node.name === 'mc:AlternateContent' ? (child(node, 'mc:Choice') ?? child(node, 'mc:Fallback')) : node
  return textOf(chosen)
}

function runOf(node: XmlNode, style: Style, shrunk: number, palette: Palette): PptxRun {
  const chain = [child(node, 'a:rPr'), ...style.properties]
  const said = textOf(child(node, 'a:t'))
  const stated = (name: string) =>
    chain.map((step) => step?.attributes[name]).find((value) => value !== undefined)
  const fill = chain.map((step) => fillOf(step, palette)).find((found) => found !== null) ?? null
  const size = (Math.min(4_000, Number(stated('sz') ?? NaN) / 100) || usualSize) * shrunk
  const clear = fill === 'none' || (fill !== null && fill.opacity < 0.04)
  return {
    text: seenIn(typefaceOf(chain, said), said),
    size: Math.round(size * 100) / 100,
    bold: /^(1|true)$/.test(stated('b') ?? ''),
    colour: fill === 'none' ? null : (fill?.colour ?? (fill ? null : palette.colour('tx1'))),
    ground: highlightOf(chain[0] ?? null, palette),
    hiddenBy: clear ? 'transparent' : size < TINY ? 'tiny' : null,
  }
}

/** `a:highlight` (21.1.2.3.4) holds a colour as a fill does. */
function highlightOf(own: XmlNode | null, palette: Palette): PptxColour {
  const stated = child(own, 'a:highlight')
  if (!stated) return null
  const fill = fillOf({ ...stated, content: [{ ...stated, name: 'a:solidFill' }] }, palette)
  return fill && fill !== 'none' ? fill.colour : null
}

/** Codes of the private area are set in the symbol typeface, all others in the Latin one (21.1.2.3.10). */
function typefaceOf(chain: readonly (XmlNode | null)[], text: string): string | undefined {
  const kind = /[\uf000-\uf0ff]/.test(text) ? 'a:sym' : 'a:latin'
  return chain.map((step) => child(step, kind)?.attributes['typeface']).find((name) => name !== undefined)
}

/** Level 0 to 8: the shape's own list style, its placeholders', the master's text styles (21.1.2.4). */
function styleAt(level: number, body: XmlNode, shape: PptxShape | null, { styles }: TextDefaults): Style {
  const name = `a:lvl${Math.min(8, Math.max(0, level || 0)) + 1}pPr`
  const lists = [child(body, 'a:lstStyle')]
  for (let model = shape?.model ?? null; model; model = model.model)
    lists.push(child(model.node, 'p:txBody', 'a:lstStyle'))
  const type = shape?.placeholder?.type
  const group = !type
    ? 'p:otherStyle'
    : /title$/i.test(type) && type !== 'subTitle'
      ? 'p:titleStyle'
      : 'p:bodyStyle'
  lists.push(child(styles, group))
  const levels = lists.map((list) => child(list, name))
  return {
    properties: levels.map((found) => child(found, 'a:defRPr')),
    align: levels.map((found) => found?.attributes['algn']).find((value) => value !== undefined),
  }
}
