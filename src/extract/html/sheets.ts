/** Style sheets beside a page: linked and imported ones, as far as they lie in the same folder of the posting. */
import type { Source } from '../../types.js'
import { decodeText } from '../shared/charset.js'
import { targetOf, unpackData } from '../shared/links.js'
import { rebased } from '../shared/markup/addresses.js'
import type { StyleSource } from '../shared/markup/sheet.js'
import { sheetOf, styleElements, type Fetched } from '../shared/markup/styles.js'
import { attribute, type HtmlElement, type HtmlParent } from '../shared/markup/tree.js'

const MOST_SHEETS = 40
const DEEPEST = 4
const LARGEST = 1024 * 1024
const LARGEST_TOGETHER = 4 * 1024 * 1024

/** `base`: the page's `<base href>`. */
export async function sheetsBeside(
  root: HtmlParent,
  source: Source,
  base: string | undefined,
): Promise<Fetched> {
  const fetcher = new Fetcher(source, base)
  const found = new Map<HtmlElement, readonly StyleSource[] | null>()
  for (const element of styleElements(root)) {
    const media = attribute(element, 'media') ?? ''
    if (element.tagName === 'link') {
      found.set(element, await fetcher.linked(attribute(element, 'href') ?? '', media, 0))
    } else if (/@import\b/i.test(sheetOf(element).text))
      found.set(element, await fetcher.imported(sheetOf(element).text, '', media, 0))
  }
  return found
}

/** CSS Cascade 5, 2: imports stand before everything else in a sheet. */
const imports =
  /@import\s+(?:url\(\s*)?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"');]+))\s*\)?\s*(?:layer(?:\([^)]*\))?\s*)?(?:supports\([^)]*\)\s*)?([^;{}]*)(?:;|$)/gi

class Fetcher {
  readonly #source: Source
  readonly #base: string | undefined
  readonly #seen = new Set<string>()
  #total = 0

  constructor(source: Source, base: string | undefined) {
    this.#source = source
    this.#base = base
  }

  async linked(href: string, media: string, depth: number): Promise<StyleSource[] | null> {
    const key = `${href} ${media}`
    if (this.#seen.has(key)) return []
    if (depth > DEEPEST || this.#seen.size >= MOST_SHEETS) return null
    this.#seen.add(key)
    const bytes = await this.#bytesAt(href)
    const text = bytes && decodeText(bytes)?.text
    if (text === null || text === undefined) return null
    const isData = targetOf(href) === 'data'
    const inner = await this.imported(text, isData ? '' : href, media, depth)
    return inner && [...inner, { text, media, ...(!isData && { href }) }]
  }

  /** The sheets a sheet imports; null where one of them is not at hand. */
  async imported(text: string, href: string, media: string, depth: number): Promise<StyleSource[] | null> {
    const sheets: StyleSource[] = []
    for (const [, a, b, c, own = ''] of text.replace(/\/\*[\s\S]*?\*\//g, ' ').matchAll(imports)) {
      const { href: at } = rebased({ href: a ?? b ?? c ?? '', use: 'shown' }, href)
      const found = await this.linked(at, own.trim() || media, depth + 1)
      if (!found) return null
      sheets.push(...found)
    }
    return sheets
  }

  async #bytesAt(href: string): Promise<Uint8Array | null> {
    const address = rebased({ href, use: 'shown' }, this.#base).href
    const target = targetOf(address)
    if (target === 'data') return this.#within(unpackData(href)?.bytes ?? null)
    const file = target === 'local' ? await this.#source.sibling?.(address.trim()) : null
    if (!file) return null
    try {
      // A sheet carried in the same mail is read there, and not here.
      if ('elsewhere' in file || file.size > LARGEST) return null
      return this.#within(await file.bytes())
    } finally {
      await file.close?.()
    }
  }

  #within(bytes: Uint8Array | null): Uint8Array | null {
    this.#total += bytes?.length ?? 0
    return bytes && bytes.length <= LARGEST && this.#total <= LARGEST_TOGETHER ? bytes : null
  }
}
