/** Styles of an OpenDocument file, as far as they decide who sees a text and how large it is (ODF 1.3, part 3, 16). */
import type { HiddenBy, Said } from '../../types.js'
import { readXml, type XmlElement, type XmlSink } from '../shared/xml.js'
import { isBar, isBlack } from '../shared/bar.js'
import { odfPrefixes, points } from './names.js'

interface Look {
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
  /** A table or drawing page that is not shown. */
  concealed?: boolean
}
interface Style extends Look {
  parent?: string
}
export interface PageLayout {
  width?: number
  height?: number
}
export interface Styles {
  /** Of the style of that family and what it rests on. */
  look(family: string, name: string | undefined): Readonly<Look>
  /** Points; of the first master page that states it. */
  readonly page: PageLayout
  /** A master page with nothing painted on it: what stands on it stands on white. */
  isBare(master: string | undefined): boolean
}

export class StyleBook implements Styles {
  readonly page: PageLayout = {}
  readonly #styles = new Map<string, Style>()
  readonly #known = new Map<string, Look>()
  readonly #bare = new Set<string>()

  look(family: string, name: string | undefined): Readonly<Look> {
    const key = `${family}:${name ?? ''}`
    const known = this.#known.get(key)
    if (known) return known
    const chain: Style[] = []
    for (let at: string | undefined = key; at && chain.length < 32;) {
      const style: Style | undefined = this.#styles.get(at)
      if (!style) break
      chain.unshift(style)
      at = style.parent
    }
    const look = Object.assign({}, this.#styles.get(`${family}:`), ...chain) as Look
    this.#known.set(key, look)
    return look
  }

  isBare(master: string | undefined): boolean {
    return this.#bare.has(master ?? '')
  }

  /** Reads the styles of a part; both content.xml and styles.xml have some. */
  read(bytes: Uint8Array): Said | null {
    return readXml(bytes, odfPrefixes, this.sink())
  }

  sink(): Required<Pick<XmlSink, 'open' | 'close'>> {
    let style: Style | null = null
    let master = ''
    return {
      open: (element) => {
        if (element.name === 'style:master-page') master = this.#master(element)
        else if (master && /^draw:(?!text-box|layer)/.test(element.name) && !isPlaceholder(element))
          this.#bare.delete(master)
        if (element.name === 'style:style' || element.name === 'style:default-style')
          style = this.#start(element)
        else if (element.name === 'style:page-layout-properties' || element.name === 'style:properties')
          this.#layout(element)
        if (style) apply(style, element)
      },
      close: (name) => {
        if (name === 'style:style' || name === 'style:default-style') style = null
        if (name === 'style:master-page') master = ''
      },
    }
  }

  #master(element: XmlElement): string {
    const name = element.attribute('style:name') ?? ''
    if (!this.look('drawing-page', element.attribute('draw:style-name')).ground) this.#bare.add(name)
    return name
  }

  #start(element: XmlElement): Style {
    const family = element.attribute('style:family') ?? ''
    const parent = element.attribute('style:parent-style-name')
    const style: Style = parent ? { parent: `${family}:${parent}` } : {}
    this.#styles.set(`${family}:${element.attribute('style:name') ?? ''}`, style)
    this.#known.clear()
    return style
  }

  #layout(element: XmlElement): void {
    const width = points(element.attribute('fo:page-width'))
    const height = points(element.attribute('fo:page-height'))
    if (width && height && !this.page.width) Object.assign(this.page, { width, height })
  }
}

const isPlaceholder = (element: XmlElement): boolean => element.attribute('presentation:class') !== undefined

function apply(style: Style, element: XmlElement): void {
  const value = (name: string) => element.attribute(name)
  const colour = (name: string) => /^#([0-9a-f]{6})$/i.exec(value(name) ?? '')?.[1]?.toLowerCase()
  if (value('text:display')) style.hidden = value('text:display') === 'none'
  const [ink, ground] = [colour('fo:color'), colour('fo:background-color')]
  if (ink && value('style:use-window-font-color') !== 'true') style.colour = ink
  if (ground) style.ground = ground
  if (value('draw:fill') === 'solid') style.ground = colour('draw:fill-color') ?? 'unknown'
  else if (value('draw:fill')) style.ground = value('draw:fill') === 'none' ? '' : 'unknown'
  if (value('draw:opacity')) style.sheer = Number.parseFloat(value('draw:opacity')!) < 95
  if (value('style:run-through')) style.behind = value('style:run-through') === 'background'
  if (value('style:wrap')) style.wrapped = value('style:wrap') !== 'run-through'
  const font = value('style:font-name') ?? value('fo:font-family')
  if (font) style.font = font.replace(/^['"]|['"]$/g, '')
  const size = points(value('fo:font-size'))
  if (size !== undefined) style.size = size
  if (value('fo:font-weight')) style.bold = /^(bold|[6-9]00)$/.test(value('fo:font-weight')!)
  if (value('table:display')) style.concealed = value('table:display') === 'false'
  if (value('presentation:visibility')) style.concealed = value('presentation:visibility') === 'hidden'
}

/** Below this size (points) nobody reads a letter. */
const tiny = 3
/** Largest difference of a channel (0 to 255) that still cannot be seen. */
const least = 12

/** Of its own colour on a bar; on sheets and slides (`coloured`) only black is taken for one. */
export function isBarred(look: Readonly<Look>, ground: string, coloured: boolean): boolean {
  const behind = look.ground ?? ground
  return coloured ? isBlack(behind) : isBar(behind)
}

/** Why nobody sees a text of this look; `ground` lies behind it unless it has its own. */
export function unseenBy(look: Readonly<Look>, ground: string): HiddenBy | undefined {
  if (look.hidden) return 'hidden-attribute'
  if (look.size !== undefined && look.size < tiny) return 'tiny'
  const behind = look.ground ?? ground
  if (!look.colour || behind.length !== 6) return undefined
  const alike = [0, 2, 4].every((at) => {
    return (
      Math.abs(parseInt(look.colour!.slice(at, at + 2), 16) - parseInt(behind.slice(at, at + 2), 16)) <= least
    )
  })
  return alike ? 'same-colour' : undefined
}
