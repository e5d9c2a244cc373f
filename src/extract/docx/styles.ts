/** `word/styles.xml`: what a run inherits from its paragraph and character styles (ECMA-376 17.7). */
import type { Phrase } from '../../types.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { readXml, type XmlElement } from '../shared/xml.js'
import {
  applyRunProperty,
  type MutableRunProperties,
  type DocxRunProperties,
  shadingOf,
} from './run-properties.js'

interface Style {
  readonly run: MutableRunProperties
  basedOn?: string
  ground?: string
  /** `w:numPr`. */
  list?: string
  level?: number
}

export interface DocxStyles {
  /** Defaults, the paragraph's style chain, the run's style chain, then the run itself. */
  resolve(paragraph: string | undefined, run: DocxRunProperties): DocxRunProperties
  /** Shading a paragraph style lays behind the text. */
  ground(paragraph: string | undefined): string | undefined
  /** The list the paragraph style numbers paragraphs in, and at which level. */
  list(paragraph: string | undefined): { readonly list?: string; readonly level?: number }
  /** The table style shades some cells, by rules that are not worked out here. */
  shadesTables(table: string): boolean
  readonly fault: Phrase | null
}

const DEFAULTS = ''

export function readStyles(bytes: Uint8Array | null): DocxStyles {
  const styles = new Map<string, Style>([[DEFAULTS, { run: {} }]])
  const defaultOf = new Map<string, string>()
  const fault = bytes && readXml(bytes, ooxmlPrefixes, collector(styles, defaultOf))
  const chains = new Map<string, Style[]>()
  const chain = (id: string): Style[] => {
    const known = chains.get(id)
    if (known) return known
    const found: Style[] = []
    for (let at: string | undefined = id; at && found.length < 32; at = styles.get(at)?.basedOn) {
      const style = styles.get(at)
      if (style) found.unshift(style)
    }
    chains.set(id, found)
    return found
  }
  const paragraphChain = (id: string | undefined) => chain(id ?? defaultOf.get('paragraph') ?? '')
  return {
    resolve(paragraph, run) {
      const inherited = [
        styles.get(DEFAULTS)!,
        ...paragraphChain(paragraph),
        ...(run.style ? chain(run.style) : []),
      ]
      return Object.assign({}, ...inherited.map((style) => style.run), run) as DocxRunProperties
    },
    ground: (paragraph) => paragraphChain(paragraph).findLast((style) => style.ground)?.ground,
    list(paragraph) {
      const styled = paragraphChain(paragraph).findLast((style) => style.list !== undefined)
      const at = paragraphChain(paragraph).findLast((style) => style.level !== undefined)
      return { ...(styled?.list !== undefined && { list: styled.list }), ...(at && { level: at.level! }) }
    },
    shadesTables: (table) => chain(table).some((style) => style.ground !== undefined),
    fault,
  }
}

function collector(styles: Map<string, Style>, defaultOf: Map<string, string>) {
  const path: string[] = []
  let style: Style | undefined
  return {
    open(element: XmlElement) {
      const parent = path.at(-1) ?? ''
      path.push(element.name)
      if (element.name === 'w:style') style = startStyle(element, styles, defaultOf)
      else if (element.name === 'w:rPrDefault') style = styles.get(DEFAULTS)
      else if (!style) return
      else if (parent === 'w:numPr') numberStyle(style, element)
      else if (element.name === 'w:basedOn') style.basedOn = element.attribute('w:val') ?? ''
      else if (element.name === 'w:shd' && parent !== 'w:rPr') shade(style, shadingOf(element))
      else if (path.includes('w:rPr') && !path.includes('w:tblStylePr'))
        applyRunProperty(style.run, element, parent)
    },
    close(name: string) {
      path.pop()
      if (name === 'w:style' || name === 'w:rPrDefault') style = undefined
    },
  }
}

function shade(style: Style, ground: string | undefined): void {
  if (ground) style.ground = ground
}

function numberStyle(style: Style, element: XmlElement): void {
  const value = element.attribute('w:val') ?? ''
  if (element.name === 'w:numId') style.list = value
  else if (element.name === 'w:ilvl') style.level = Number(value)
}

function startStyle(element: XmlElement, styles: Map<string, Style>, defaultOf: Map<string, string>): Style {
  const id = element.attribute('w:styleId') ?? `#${styles.size}`
  const style: Style = { run: {} }
  styles.set(id, style)
  if (element.attribute('w:default') === '1') defaultOf.set(element.attribute('w:type') ?? '', id)
  return style
}
