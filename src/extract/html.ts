/** Web pages: what a reader sees, what the source hides, and the files a page shows or offers. */
import { Uninspectable } from '../errors.js'
import type { Extractor, Piece, Source, Work } from '../types.js'
import { decodeText } from './shared/charset.js'
import { damageOf } from './shared/charset/damage.js'
import { follow, type Link } from './shared/links.js'
import { atLeastOne, pagesOf } from './shared/stated.js'
import { baseIn, rebased } from './shared/markup/addresses.js'
import { readBlocks } from './shared/markup/blocks.js'
import { DrawnAddresses } from './shared/markup/generated.js'
import type { PageContext } from './shared/markup/inside.js'
import { declaredIn, isPage } from './html/recognise.js'
import { sheetsBeside } from './html/sheets.js'
import { stylesIn } from './shared/markup/styles.js'
import { openReader } from './shared/markup/tree.js'

/** A tree takes some twenty times the size of the page. */
const MOST_MEGABYTES = 24

export const html: Extractor = {
  format: 'html',
  extensions: ['html', 'htm', 'xhtml', 'xht', 'shtml', 'shtm', 'hta'],
  accepts: isPage,
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  if (source.size > MOST_MEGABYTES * 1024 ** 2) {
    throw new Uninspectable('limit', { code: 'html.too-large', args: { limit: MOST_MEGABYTES } })
  }
  const bytes = await source.bytes()
  const decoded = decodeText(bytes, declaredIn(bytes))
  if (!decoded) throw new Uninspectable('unsupported', { code: 'text.binary' })
  const reader = await openReader()
  const page = reader.page(decoded.text)
  const links: Link[] = []
  const sheets = await sheetsBeside(page, source, baseIn(page))
  const setting: PageContext = {
    reader,
    ...stylesIn(page, sheets),
    links,
    tables: 0,
    drawn: new DrawnAddresses(),
  }
  const pages = pagesOf(source.place, readBlocks(page, setting))
  for await (const each of atLeastOne(source.place, pages)) yield { kind: 'page', page: each }
  yield* damageOf(decoded, decoded.text, source.place)
  yield* follow(
    links.map((link) => rebased(link, setting.base)),
    source,
    work,
  )
}
