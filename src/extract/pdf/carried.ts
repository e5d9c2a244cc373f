/** What a file carries beside its pages, gathered object by object: words, files, removed pages, unknown encodings. */
import { unknownMapOf } from './character-maps.js'
import { hasAdditionalStreams, speaksOfFiles } from './embedded.js'
import type { RawObject } from './raw-objects.js'
import { type RawText, textsIn } from './raw-texts.js'

/** Characters of all words together. */
const largestTexts = 32 << 20
/** Names of character maps told. */
const mostMaps = 20

export interface Carried {
  /** Words that nobody else reads. */
  readonly texts: readonly RawText[]
  /** Codes of characters that PDFium does not know: text in them is drawn and read wrongly. */
  readonly unknownMaps: readonly string[]
  /** Some object speaks of embedded files. */
  readonly hasFiles: boolean
  /** Numbers of objects that say of themselves that they are pages. */
  readonly typedPages: ReadonlySet<number>
}

export const nothingCarried: Carried = {
  texts: [],
  unknownMaps: [],
  hasFiles: true,
  typedPages: new Set(),
}

export class CarriedGathering {
  readonly #texts = new Map<string, RawText>()
  readonly #maps = new Set<string>()
  readonly #pages = new Set<number>()
  #length = 0
  #hasFiles: boolean

  constructor(bytes: Uint8Array) {
    this.#hasFiles = hasAdditionalStreams(bytes)
  }

  /** There are more words than are kept. */
  get isFull(): boolean {
    return this.#length >= largestTexts
  }

  get told(): Carried {
    return {
      texts: [...this.#texts.values()],
      unknownMaps: [...this.#maps],
      hasFiles: this.#hasFiles,
      typedPages: this.#pages,
    }
  }

  /** `words`: they are wanted too. */
  visit(object: RawObject, words: boolean): void {
    const { number, text } = object
    if (words && !this.isFull) this.#keep(textsIn(object))
    this.#hasFiles ||= speaksOfFiles.test(text)
    const map = unknownMapOf(text)
    if (map !== null && this.#maps.size < mostMaps) this.#maps.add(map)
    if (/\/Type\s*\/Page\b/.test(text)) this.#pages.add(number)
  }

  #keep(texts: readonly RawText[]): void {
    for (const each of texts) {
      this.#length += each.text.length
      this.#texts.set(`${each.label}\0${each.page}\0${each.text}`, each)
    }
  }
}
