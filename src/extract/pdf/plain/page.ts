/** A page whose file says all there is to see: text in sure fonts, rules and frames, nothing else. */
import { type UprightPage, rounded } from '../geometry.js'
import type { PdfGlyph } from '../glyphs.js'
import { ContentStream } from './content.js'
import type { PdfFile } from './file.js'
import { type PlainFont, readFont } from './font.js'
import type { ClipBounds } from './state.js'
import { type Dictionary, isDictionary, isReference, notPlain, type PdfValue } from './values.js'

export interface PlainPage {
  readonly sheet: UprightPage
  /** In content order. */
  readonly glyphs: PdfGlyph[]
}

/** Bytes of all content streams of a page. */
const largestContents = 32 << 20
/** Steps from a page up to the root of the tree. */
const deepest = 64

export class PlainPages {
  readonly #file: PdfFile
  /** By object number; null: not to be used. */
  readonly #fonts = new Map<number, PlainFont | null>()

  constructor(file: PdfFile) {
    this.#file = file
  }

  /** `number`: of the page object. Throws `notPlain`. */
  read(number: number): PlainPage {
    const page = this.#file.dictionary({ object: number })
    if (page?.get('Type') !== 'Page' || page.has('UserUnit')) throw notPlain
    if (this.#file.list(page.get('Annots')).length > 0) throw notPlain
    if ((this.#inherited(page, 'Rotate') ?? 0) !== 0) throw notPlain
    const sheet = this.#sheet(page)
    const resources = this.#inherited(page, 'Resources')
    if (!isDictionary(resources)) throw notPlain
    const frame: ClipBounds = [0, 0, sheet.width, sheet.height]
    const content = new ContentStream(this.#file, resources, sheet.toUpright, frame, (font) =>
      this.#font(font),
    )
    const glyphs = content.read(this.#contents(page))
    if (glyphs.length === 0) throw notPlain
    return { sheet, glyphs }
  }

  /** CropBox ∩ MediaBox, as `readSheet` has it. */
  #sheet(page: Dictionary): UprightPage {
    const media = this.#box(page, 'MediaBox')
    if (!media) throw notPlain
    const crop = this.#box(page, 'CropBox') ?? media
    const left = Math.max(media[0], crop[0])
    const bottom = Math.max(media[1], crop[1])
    const right = Math.min(media[2], crop[2])
    const top = Math.min(media[3], crop[3])
    if (!(right > left && top > bottom)) throw notPlain
    const [width, height] = [rounded(right - left), rounded(top - bottom)]
    return { width, height, toUpright: [1, 0, 0, -1, -left, top], turned: 0 }
  }

  #box(page: Dictionary, key: string): ClipBounds | null {
    const stated = this.#inherited(page, key)
    if (stated === null) return null
    const values = this.#file.list(stated).map((value) => this.#file.resolve(value))
    if (values.length !== 4 || !values.every((value) => typeof value === 'number')) throw notPlain
    const [one, two, three, four] = values.map(Math.fround) as [number, number, number, number]
    return [Math.min(one, three), Math.min(two, four), Math.max(one, three), Math.max(two, four)]
  }

  /** ISO 32000-1, 7.7.3.4. */
  #inherited(page: Dictionary, key: string): PdfValue {
    let node: Dictionary | null = page
    for (let steps = 0; node && steps < deepest; steps++) {
      const value = this.#file.resolve(node.get(key))
      if (value !== null) return value
      node = this.#file.dictionary(node.get('Parent'))
    }
    return null
  }

  #contents(page: Dictionary): Uint8Array {
    const stated = page.get('Contents')
    const resolved = this.#file.resolve(stated)
    if (!Array.isArray(resolved)) return this.#file.stream(stated).data
    // A token never runs over from one stream into the next (7.8.2).
    const streams: Uint8Array[] = []
    let size = 0
    for (const value of resolved as readonly PdfValue[]) {
      const { data } = this.#file.stream(value)
      size += data.length
      if (size > largestContents) throw notPlain
      streams.push(data, Buffer.from('\n'))
    }
    return Buffer.concat(streams)
  }

  /** Null: one that must not be written with; pages may name it all the same. */
  #font(stated: PdfValue): PlainFont | null {
    if (!isReference(stated)) throw notPlain
    const before = this.#fonts.get(stated.object)
    if (before !== undefined) return before
    const dictionary = this.#file.dictionary(stated)
    const font = dictionary && sureFont(this.#file, dictionary)
    this.#fonts.set(stated.object, font)
    return font
  }
}

function sureFont(file: PdfFile, dictionary: Dictionary): PlainFont | null {
  try {
    return readFont(file, dictionary)
  } catch (error) {
    if (error === notPlain) return null
    throw error
  }
}
