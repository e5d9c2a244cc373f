/** Automatic numbering: the lists of a document and how paragraphs take part in them ([MS-DOC] 2.9.132 PlfLst, 2.9.131 PlfLfo). */
import type { Bytes } from '../shared/bytes.js'
import { ListCounter, type ListLevel, MOST_LEVELS } from '../shared/paragraph/list-label.js'
import { listFormat } from '../shared/paragraph/list-numbers.js'
import type { DocRunProperties } from './sprms.js'
import { applyRunSprms } from './sprms.js'

interface Level extends ListLevel {
  readonly run: DocRunProperties
}
interface Override {
  readonly list: number
  readonly own: ReadonlyMap<number, Partial<Level>>
}
/** Labels of one story after the other. */
export class DocLists {
  readonly #lists: ReadonlyMap<number, readonly Level[]>
  readonly #overrides: readonly Override[]
  readonly #counter = new ListCounter()

  constructor(lists: ReadonlyMap<number, readonly Level[]>, overrides: readonly Override[]) {
    this.#lists = lists
    this.#overrides = overrides
  }

  /** What stands before the next paragraph of list `number` (1-based), and how it is set. Null: nothing but a number. */
  label(number: number, at: number): { readonly text: string; readonly run: DocRunProperties } | null {
    const override = this.#overrides[number - 1]
    const listed = override && this.#lists.get(override.list)
    if (!override || !listed) return null
    const levels = listed.map((level, index) => ({ ...level, ...override.own.get(index) }))
    const counts = override.own.size > 0 ? `override ${number}` : String(override.list)
    const text = this.#counter.next(counts, at, levels)
    return text ? { text: text + levels[at]!.after, run: levels[at]!.run } : null
  }
}

const MOST_LISTS = 4_096
const LIST = 28
const OVERRIDE = 16

/** `lists`, `overrides`: the two tables; the levels of a list stand behind the table of lists. */
export function readLists(table: Bytes, lists: Place, overrides: Place): DocLists {
  const found = new Map<number, readonly Level[]>()
  const count = lists.length >= 2 ? Math.min(table.uint16(lists.offset), MOST_LISTS) : 0
  let at = lists.offset + 2 + LIST * count
  for (let index = 0; index < count && at < table.length; index++) {
    const list = lists.offset + 2 + LIST * index
    const levels: Level[] = []
    // fSimpleList: one level instead of nine.
    for (let left = (table.uint8(list + 26) & 1) === 1 ? 1 : 9; left > 0; left--) {
      const { level, end } = levelAt(table, at)
      levels.push(level)
      at = end
    }
    found.set(table.uint32(list), levels)
  }
  return new DocLists(found, overridesIn(table, overrides))
}

interface Place {
  readonly offset: number
  readonly length: number
}

const follows = ['\t', ' ', '']

/** LVL (2.9.150): 28 bytes, properties of paragraphs and of runs, then the text with a length before it. */
function levelAt(table: Bytes, at: number): { level: Level; end: number } {
  const text = at + 28 + table.uint8(at + 25) + table.uint8(at + 24)
  const length = Math.min(table.uint16(text), 1_024)
  const run: DocRunProperties = {}
  applyRunSprms(run, table.slice(at + 28 + table.uint8(at + 25), text), {})
  const places = new Set(Array.from({ length: 9 }, (_, index) => table.uint8(at + 6 + index)).filter(Boolean))
  const label = [...table.utf16(text + 2, length)].map((letter, index) => {
    const place = letter.charCodeAt(0)
    return place < MOST_LEVELS && places.has(index + 1) ? place : letter
  })
  const level: Level = {
    label,
    format: listFormat(table.uint8(at + 4)),
    start: table.int32(at),
    after: follows[table.uint8(at + 15)] ?? '\t',
    arabic: (table.uint8(at + 5) & 4) !== 0,
    run,
  }
  return { level, end: text + 2 + 2 * length }
}

/** PlfLfo: which list, then for each override of a level where it begins or how it looks (LFOData, 2.9.129). */
function overridesIn(table: Bytes, { offset, length }: Place): Override[] {
  const count = length >= 4 ? Math.min(table.uint32(offset), MOST_LISTS) : 0
  const end = offset + length
  const found: Override[] = []
  let at = offset + 4 + OVERRIDE * count
  for (let index = 0; index < count; index++) {
    const lfo = offset + 4 + OVERRIDE * index
    const own = new Map<number, Partial<Level>>()
    at += 4
    for (let left = table.uint8(lfo + 12); left > 0 && at < end; left--) {
      const flags = table.uint32(at + 4)
      const looks = (flags & 0x20) !== 0 ? levelAt(table, at + 8) : null
      own.set(flags & 15, looks?.level ?? ((flags & 0x10) !== 0 ? { start: table.int32(at) } : {}))
      at = looks?.end ?? at + 8
    }
    found.push({ list: table.uint32(lfo), own })
  }
  return found
}
