/** The head of a Word document: how long each story is and where its tables lie ([MS-DOC] 2.5). */
import type { Bytes } from '../shared/bytes.js'

/** The stories in the order in which their text stands; `macros` is always empty in Word 97 and later. */
export const storyNames = [
  'body',
  'footnote',
  'header',
  'macros',
  'comment',
  'endnote',
  'textbox',
  'headerTextbox',
] as const
export type StoryName = (typeof storyNames)[number]

/** Positions of pairs of offset and length in FibRgFcLcb97 (2.5.6). */
const tables = {
  styles: 1,
  commentRefs: 4,
  commentTexts: 5,
  headers: 11,
  runs: 12,
  paragraphs: 13,
  fonts: 15,
  bookmarks: 21,
  associated: 32,
  pieces: 33,
  commentAuthors: 36,
  anchors: 40,
  headerAnchors: 41,
  drawings: 50,
  revisionAuthors: 51,
  textBoxes: 56,
  headerTextBoxes: 58,
  lists: 73,
  listOverrides: 74,
} as const
export type TableName = keyof typeof tables

export interface Fib {
  readonly magic: number
  readonly version: number
  readonly encrypted: boolean
  readonly tableStream: '0Table' | '1Table'
  /** Characters of each story. */
  readonly lengths: Readonly<Record<StoryName, number>>
  table(name: TableName): { readonly offset: number; readonly length: number }
}

/** The table stream, and where the tables of a document lie in it. */
export interface DocTables {
  readonly table: Bytes
  readonly fib: Fib
}

export function readFib(main: Bytes): Fib {
  const flags = main.uint16(10)
  const lengths = storyNames.map((name, index) => [name, Math.max(0, main.int32(76 + 4 * index))])
  return {
    magic: main.uint16(0),
    version: main.uint16(2),
    encrypted: (flags & 0x100) !== 0,
    tableStream: (flags & 0x200) !== 0 ? '1Table' : '0Table',
    lengths: Object.fromEntries(lengths) as Record<StoryName, number>,
    table: (name) => ({
      offset: main.uint32(154 + 8 * tables[name]),
      length: main.uint32(158 + 8 * tables[name]),
    }),
  }
}
