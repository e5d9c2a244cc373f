/** Floating shapes and pictures in front of the text: at which letter each is anchored, and where it stands ([MS-DOC] 2.8.37, 2.9.253). */
import {
  type ArtShape,
  isBehindText,
  isHiddenShape,
  isPainted,
  isThinType,
  PICTURE_FRAME,
  shapesIn,
} from '../shared/office-art/shapes.js'
import type { Bytes } from '../shared/bytes.js'
import type { Lying } from '../shared/cover/over-runs.js'
import { type Fib, type StoryName, storyNames, type TableName } from './fib.js'
import { plcOf } from './plc.js'

/** By position in the whole text. */
export type Anchors = ReadonlyMap<number, readonly Lying[]>

/** Bytes of a Spa; twips to the point. */
const [SPA, TWIP] = [26, 1 / 20]
/** In front of the text, or behind it: the text makes no room. */
const NO_WRAP = 3
/** How an edge is counted: from margin, page, text, letter or line ([MS-ODRAW] 2.3.4.20 to 2.3.4.23); 0: by its offset. */
const [POS_H, REL_H, POS_V, REL_V] = [0x038f, 0x0390, 0x0391, 0x0392]
const [PAGE, TEXT] = [1, 2]
/** Which text box holds the words of a shape: its number from 1 in the upper half ([MS-ODRAW] 2.3.21.1). */
const TEXT_ID = 0x0080

/** What stands in the text boxes of the body or of the headers, by number. */
type Words = (number: number) => string

/** `text`: all stories. */
export function readAnchors(table: Bytes, fib: Fib, text: string): Anchors {
  const { offset, length } = fib.table('drawings')
  const found = new Map<number, Lying[]>()
  if (length === 0) return found
  const shapes = new Map(
    drawingsIn(table.part(offset, offset + length)).map((shape) => [shape.id, shape] as const),
  )
  const kinds = [
    ['anchors', 'body', 'textBoxes', 'textbox'],
    ['headerAnchors', 'header', 'headerTextBoxes', 'headerTextbox'],
  ] as const
  for (const [anchors, story, boxes, boxStory] of kinds) {
    const start = storyStart(fib, story)
    const words = wordsOf(table, fib, boxes, text.slice(storyStart(fib, boxStory)))
    for (const [position, lying] of anchorsIn(table, fib, anchors, shapes, words))
      found.set(start + position, [...(found.get(start + position) ?? []), lying])
  }
  return found
}

function storyStart({ lengths }: Fib, wanted: StoryName): number {
  const before = storyNames.slice(0, storyNames.indexOf(wanted))
  return before.reduce((sum, name) => sum + lengths[name], 0)
}

/** FTXBXS ([MS-DOC] 2.9.104): 22 bytes each. */
function wordsOf(table: Bytes, fib: Fib, name: TableName, story: string): Words {
  const { offset, length } = fib.table(name)
  const plc = plcOf(table.part(offset, offset + length), 22)
  return (number) =>
    number < 1 || number > plc.count ? '' : story.slice(plc.position(number - 1), plc.position(number))
}

/** OfficeArtContent ([MS-DOC] 2.9.172): drawings stand behind a byte of their own. */
function drawingsIn(content: Bytes): ArtShape[] {
  const shapes: ArtShape[] = []
  for (let at = 0; at + 8 <= content.length;) {
    if (content.uint16(at + 2) < 0xf000) {
      at++
      continue
    }
    const end = Math.min(content.length, at + 8 + content.uint32(at + 4))
    shapes.push(...shapesIn(content, at, end))
    at = end
  }
  return shapes
}

function* anchorsIn(
  table: Bytes,
  fib: Fib,
  name: TableName,
  shapes: ReadonlyMap<number, ArtShape>,
  words: Words,
): Generator<readonly [number, Lying]> {
  const { offset, length } = fib.table(name)
  const spas = table.part(offset, offset + length)
  const plc = plcOf(spas, SPA)
  for (let index = 0; index < plc.count; index++) {
    const at = plc.data(index)
    const shape = shapes.get(spas.uint32(at))
    const lying = shape && lyingAt(spas, at, shape)
    if (lying && words((shape.number(TEXT_ID) ?? 0) >>> 16).trim() === '') yield [plc.position(index), lying]
  }
}

/** Null where it hides nothing, or where it stands cannot be told from the text. */
function lyingAt(spas: Bytes, at: number, shape: ArtShape): Lying | null {
  const flags = spas.uint16(at + 20)
  const behind = (flags & 0x4000) !== 0 || isBehindText(shape)
  if (((flags >> 5) & 15) !== NO_WRAP || behind || isHiddenShape(shape)) return null
  if (shape.isGroup || shape.isChild || isThinType(shape.type)) return null
  const kind = shape.type === PICTURE_FRAME ? 'picture' : 'shape'
  if (kind === 'shape' && !isPainted(shape)) return null
  const across = shape.number(REL_H) ?? (flags >> 1) & 3
  const down = shape.number(REL_V) ?? (flags >> 3) & 3
  if (down < TEXT || (shape.number(POS_V) ?? 0) !== 0) return null
  const isPlaced = across !== PAGE && (shape.number(POS_H) ?? 0) === 0
  if (kind === 'picture' && !isPlaced) return null
  const [left, top, right, bottom] = [4, 8, 12, 16].map((side) => spas.int32(at + side) * TWIP) as [
    number,
    number,
    number,
    number,
  ]
  const drawn = { top, width: right - left, height: bottom - top, ...(isPlaced && { left }) }
  return { kind, drawn }
}
