/** Styles of an OpenDocument file, as far as they decide who sees a text and how large it is (ODF 1.3, part 3, 16). */
import type { Phrase } from '../../types.js'
import { readXml, type XmlElement, type XmlSink } from '../shared/xml.js'
import { ListStyles } from './lists.js'
import { type OdfStyle, readLook } from './look.js'
import { odfPrefixes, points } from './names.js'

interface Style extends OdfStyle {
  parent?: string
}
export interface PageLayout {
  width?: number
  height?: number
}
export interface OdfStyles {
  /** Of the style of that family and what it rests on. */
  look(family: string, name: string | undefined): Readonly<OdfStyle>
  /** Points; of the first master page that states it: handouts have pages of their own. */
  readonly page: PageLayout
  /** A master page with nothing painted on it: what stands on it stands on white. */
  isBare(master: string | undefined): boolean
}

export class StyleBook implements OdfStyles {
  readonly page: PageLayout = {}
  readonly lists = new ListStyles()
  readonly #styles = new Map<string, Style>()
  readonly #known = new Map<string, OdfStyle>()
  readonly #bare = new Set<string>()
  readonly #layouts = new Map<string, PageLayout>()

  look(family: string, name: string | undefined): Readonly<OdfStyle> {
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
    const look = Object.assign({}, this.#styles.get(`${family}:`), ...chain) as OdfStyle
    this.#known.set(key, look)
    return look
  }

  isBare(master: string | undefined): boolean {
    return this.#bare.has(master ?? '')
  }

  /** Reads the styles of a part; both content.xml and styles.xml have some. */
  read(bytes: Uint8Array): Phrase | null {
    return readXml(bytes, odfPrefixes, this.sink())
  }

  sink(): Required<Pick<XmlSink, 'open' | 'close'>> {
    let style: Style | null = null
    let master = ''
    let layout = ''
    return {
      open: (element) => {
        this.lists.open(element)
        if (element.name === 'style:master-page') master = this.#master(element)
        else if (master && /^draw:(?!text-box|layer)/.test(element.name) && !isPlaceholder(element))
          this.#bare.delete(master)
        if (element.name === 'style:style' || element.name === 'style:default-style')
          style = this.#start(element)
        else if (/^style:page-(layout|master)$/.test(element.name))
          layout = element.attribute('style:name') ?? ''
        else if (element.name === 'style:page-layout-properties' || element.name === 'style:properties')
          this.#layout(layout, element)
        if (style) readLook(style, element)
      },
      close: (name) => {
        this.lists.close(name)
        if (name === 'style:style' || name === 'style:default-style') style = null
        if (name === 'style:master-page') master = ''
      },
    }
  }

  #master(element: XmlElement): string {
    const name = element.attribute('style:name') ?? ''
    const layout = this.#layouts.get(element.attribute('style:page-layout-name') ?? '')
    if (layout && !this.page.width) Object.assign(this.page, layout)
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

  #layout(name: string, element: XmlElement): void {
    const width = points(element.attribute('fo:page-width'))
    const height = points(element.attribute('fo:page-height'))
    if (width && height && !this.#layouts.has(name)) this.#layouts.set(name, { width, height })
  }
}

const isPlaceholder = (element: XmlElement): boolean => element.attribute('presentation:class') !== undefined
