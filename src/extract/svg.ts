/** SVG drawings: every text with its place, what is hidden, pictures within; what is only drawn is read by OCR. */
import { Uninspectable } from '../errors.js'
import { at, enter } from '../place.js'
import { memorySource } from '../source.js'
import type { Box, Extractor, Line, Page, Piece, Place, Probe, Source, Work } from '../types.js'
import { decodeText } from './shared/charset.js'
import { follow, unpackData, type Link } from './shared/links.js'
import { statedLine } from './shared/stated.js'
import { decodeXml } from './shared/xml.js'
import { readTree, textOf, within, type XmlNode } from './shared/xml/tree.js'
import { pixelPage } from './shared/svg/pixel-page.js'
import { groundOf, shapesOf, strokesIn, svgOf } from './shared/svg/drawing.js'
import { readRules } from './svg/style.js'
import { shapesDrawn } from './svg/uses.js'
import { wordsOf } from './svg/words.js'

const MOST_MEGABYTES = 48
/** Drawn in a few seconds. */
const MOST_SHAPES = 100_000
/** 机密 drawn as thinly as can be takes more strokes than this. */
const FEWEST_STROKES = 12

export const svg: Extractor = {
  format: 'svg',
  extensions: ['svg'],
  accepts({ head }: Probe) {
    const start = decodeText(head)?.text ?? ''
    return /^\ufeff?\s*(<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE\s+svg[^[>]*(\[[\s\S]*?\])?\s*>\s*)*<(\w+:)?svg[\s>]/i.test(
      start,
    )
  },
  extract,
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  if (source.size > MOST_MEGABYTES * 1024 ** 2)
    throw new Uninspectable('limit', { code: 'svg.too-large', args: { limit: MOST_MEGABYTES } })
  const { text } = decodeXml(await source.bytes())
  const { root, fault } = readTree(Buffer.from(withoutNames(text)))
  if (!root) throw new Uninspectable('corrupt', fault ?? { code: 'svg.undrawable' })
  const view = viewOf(root)
  const styles = [...within(root)].filter(({ name }) => name === 'style')
  const { lines, links } = wordsOf(root, { view, rules: readRules(styles.map(textOf).join('\n')) })
  const size = [view[2], view[3]] as const
  const place = at(source.place, { pageSize: size })
  const all = [...lines, ...comments(text)]
  yield { kind: 'page', page: { ...pageOf(place, size), lines: all, reading: 'stated', number: 1 } }
  if (shapesDrawn(root) > MOST_SHAPES)
    yield {
      kind: 'gap',
      cause: 'limit',
      place,
      detail: { code: 'svg.too-many', args: { limit: MOST_SHAPES } },
    }
  else if (strokesIn(root) >= FEWEST_STROKES) yield { kind: 'page', page: drawnPage(root, view, place) }
  yield* drawingsIn(links, source)
  yield* follow(links, source, work)
  if (fault) yield { kind: 'gap', cause: 'corrupt', place: source.place, detail: fault }
}

function pageOf(place: Place, [width, height]: readonly [number, number]): Omit<Page, 'lines' | 'reading'> {
  return { place, width, height, marks: [] }
}

/** Drawing programs define names for addresses of namespaces, the only entities that are put in place. */
function withoutNames(text: string): string {
  const found = /<!DOCTYPE\s+svg[^[>]{0,1000}\[([^\]]{0,20000})\]\s*>/i.exec(text)
  if (!found) return text
  const names = new Map<string, string>()
  const rest = found[1]!.replace(
    /<!ENTITY\s+(\w+)\s+"(https?:\/\/[^"&%<]{1,200})"\s*>/g,
    (_, name: string, value: string) => {
      names.set(name, value)
      return ''
    },
  )
  if (rest.trim() !== '') return text
  const body = text.slice(0, found.index) + text.slice(found.index + found[0].length)
  return body.replace(/="&(\w+);"/g, (whole, name: string) =>
    names.has(name) ? `="${names.get(name)!}"` : whole,
  )
}

/** The part of the plane that is shown (SVG 2, 8.2). */
function viewOf({ attributes }: XmlNode): Box {
  const stated = (attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (stated.length === 4 && stated.every(Number.isFinite) && stated[2]! > 0 && stated[3]! > 0)
    return stated as unknown as Box
  const length = (name: string, usual: number) => {
    const value = Number.parseFloat(attributes[name] ?? '')
    return value > 0 && !attributes[name]!.endsWith('%') ? value : usual
  }
  return [0, 0, length('width', 1000), length('height', 1000)]
}

function drawnPage(root: XmlNode, view: Box, place: Place): Page {
  const shapes = shapesOf(root)
  return pixelPage(place, view, groundOf(shapes), (box, size) => svgOf(shapes, root, box, size))
}

function comments(text: string): Line[] {
  const found = [...text.matchAll(/<!--([\s\S]{0,20000}?)-->/g)].flatMap(([, inner]) => inner!.split('\n'))
  return found
    .filter((row) => /\p{L}/u.test(row))
    .map((row) => statedLine(row.trim(), { part: 'comment', hiddenBy: 'comment' }))
}

/** Drawings within drawings, written into their addresses. */
function* drawingsIn(links: readonly Link[], source: Source): Generator<Piece> {
  let number = 0
  for (const href of new Set(links.map((link) => link.href))) {
    const data = /^\s*data:image\/svg/i.test(href) ? unpackData(href) : null
    if (!data || data.bytes.length === 0) continue
    const place = enter(source.place, { name: `drawing-${++number}.svg`, part: 'picture' })
    yield { kind: 'part', role: 'picture', source: memorySource(place, data.bytes) }
  }
}
