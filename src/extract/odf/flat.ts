/** OpenDocument in a single XML file (.fodt .fods .fodp .fodg): the same contents, pictures written in base64. */
import { Buffer } from 'node:buffer'
import { at, enter } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Box, Line, Piece, Probe, Source, Work } from '../../types.js'
import { follow } from '../shared/links.js'
import { statedLine, statedPage } from '../shared/stated.js'
import { readXml, type XmlElement } from '../shared/xml.js'
import { ContentReader } from './content.js'
import { type Clip, clipOf, shownBox } from './crops.js'
import { odfPrefixes } from './names.js'
import { pagesOf } from './pages.js'
import { StyleBook } from './styles.js'

export function isFlat({ head }: Pick<Probe, 'head'>): boolean {
  const start = Buffer.from(head.subarray(0, 4096)).toString('latin1')
  return /^(ï»¿)?\s*(<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<office:document[\s>]/.test(start)
}

export async function* flatPieces(source: Source, work: Work): AsyncGenerator<Piece> {
  const bytes = await source.bytes()
  work.budget.spend('bytes', bytes.length)
  const styles = new StyleBook()
  styles.read(bytes)
  const reader = new FlatReader(styles)
  const pages = pagesOf(bytes, reader, source.place, styles.page, true)
  let step = pages.next()
  for (; !step.done; step = pages.next()) {
    work.budget.signal.throwIfAborted()
    yield { kind: 'page', page: step.value }
  }
  const { lines, files } = besideText(bytes, styles)
  if (lines.length > 0)
    yield { kind: 'page', page: statedPage(at(source.place, { part: 'metadata' }), lines) }
  for (const [index, file] of files.entries()) {
    const place = enter(source.place, { name: `picture-${index + 1}`, part: 'picture' })
    const picture = memorySource(place, file.bytes)
    yield { kind: 'part', role: 'picture', source: file.shown ? { ...picture, shown: file.shown } : picture }
  }
  const told = [...new Set(reader.links.map(({ href }) => href))].map((href) =>
    statedLine(href, { part: 'link' }),
  )
  if (told.length > 0) yield { kind: 'page', page: statedPage(source.place, told) }
  yield* follow(
    reader.links.filter(({ use }) => use === 'shown'),
    source,
    work,
  )
  if (step.value) yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: step.value }
}

/** Headers and the body stand in one part here: the body begins a page of its own. */
class FlatReader extends ContentReader {
  override open(element: XmlElement): void {
    if (element.name === 'office:text') this.blocks.push({ kind: 'flow', name: '', number: 1, lines: [] })
    super.open(element)
  }
}

/** What stood in base64; `shown` where a picture is cropped. */
interface Written {
  readonly bytes: Uint8Array
  readonly shown: readonly Box[] | null
}

function written(base64: string, clip: Clip | undefined): Written {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  const box = clip ? shownBox(clip, bytes) : null
  return { bytes, shown: box && [box] }
}

/** Properties (ODF 1.3, part 3, 4.3), macros, and whatever is written in base64. */
function besideText(bytes: Uint8Array, styles: StyleBook): { lines: Line[]; files: Written[] } {
  const lines: Line[] = []
  const files: Written[] = []
  let clip: Clip | undefined
  const open: { name: string; text: string[] }[] = []
  readXml(bytes, odfPrefixes, {
    open(element) {
      const given = element.name === 'meta:user-defined' ? element.attribute('meta:name') : undefined
      open.push({ name: given ?? element.name, text: [] })
      if (element.name === 'draw:frame') clip = clipOf(element, styles)
    },
    text: (text) => void open.at(-1)?.text.push(text),
    close(name) {
      const { name: label, text } = open.pop()!
      const isMeta = open.some((one) => one.name === 'office:meta')
      const isCode = open.some((one) => one.name === 'office:scripts')
      if (name === 'office:binary-data') files.push(written(text.join(''), clip))
      else if (isMeta || isCode)
        for (const row of text.join('').split('\n'))
          if (!/^[\d.,:TZPHMS+\- ]*$/.test(row.trim()))
            lines.push(statedLine(row.trim(), { part: isMeta ? 'metadata' : 'code', label }))
    },
  })
  return { lines, files }
}
