/** Writes normalised text row by row into one buffer, keeping the way home and where white space was. */
import type { Row } from '../view.js'
import { columnsOf, folded, isHan, Kind, kinds, learn, pairFolded, spelt } from './fold.js'

/** How a row stands to the one before it. `apart` begins a new passage. */
export type Relation = 'apart' | 'flows' | 'beside'

const newline = 10
const blank = 32

function growable(expected: number): { units: Uint16Array; room(length: number): Uint16Array } {
  return {
    units: new Uint16Array(expected),
    room(length) {
      if (length > this.units.length) {
        const larger = new Uint16Array(Math.max(length, this.units.length * 2))
        larger.set(this.units)
        this.units = larger
      }
      return this.units
    },
  }
}

export class Writer {
  readonly rows: Row[] = []
  readonly gapAt: number[] = []
  readonly gapWidth: number[] = []
  readonly pieces: number[] = []
  readonly #buffer: ReturnType<typeof growable>
  #length = 0
  #rowStart = 0
  /** Length before the separator that opened the row; an empty row is taken back to it. */
  #before = 0
  #row: { line: number; continues: boolean; fragment: boolean } | null = null
  /** Columns of white space seen since the last character; 0 at the start of a row. */
  #pending = 0

  /** `expected`: units the text will most likely need; it grows beyond. */
  constructor(expected: number) {
    this.#buffer = growable(expected)
  }

  /** Opens a row for a line of the page; `beside` stays on the open row. */
  open(line: number, relation: Relation, fragment = false): void {
    if (relation === 'beside' && this.#row) return
    this.#close()
    const continues = relation === 'flows' && this.#length > 0
    this.#before = this.#length
    if (!continues && this.#length > 0) this.#put(newline)
    else if (continues && this.#latinEnd()) this.#put(blank)
    this.#row = { line, continues, fragment }
    this.#rowStart = this.#length
    this.#pending = 0
  }

  /** White space that geometry shows, in half-width columns. */
  space(columns: number): void {
    if (this.#length > this.#rowStart) this.#pending += columns
  }

  write(text: string, line: number, span: number): void {
    const count = text.length
    let units = this.#buffer.room(this.#length + count + 2)
    let length = this.#length
    let running = false
    for (let index = 0; index < count; index += 1) {
      const unit = text.charCodeAt(index)
      let kind = kinds[unit]!
      if (kind === Kind.unseen) kind = learn(unit)
      if (kind <= Kind.fold) {
        const become = kind === Kind.keep ? unit : folded[unit]!
        if (!running) {
          this.#length = length
          length = this.#settle(become)
          this.pieces.push(length, line, span, index)
          running = true
        }
        units[length] = become
        length += 1
        continue
      }
      this.#length = length
      index += this.#rare(kind, text, index, line, span)
      units = this.#buffer.room(this.#length + count - index + 2)
      length = this.#length
      running = false
    }
    this.#length = length
  }

  /** Returns how many further units it has used up. */
  #rare(kind: number, text: string, index: number, line: number, span: number): number {
    if (kind === Kind.drop) return 0
    if (kind === Kind.space) {
      if (this.#length > this.#rowStart) this.#pending += columnsOf(text.charCodeAt(index))
      return 0
    }
    if (kind === Kind.end) {
      this.#break()
      return 0
    }
    const pair = kind === Kind.high ? text.slice(index, index + 2) : text[index]!
    const become = kind === Kind.high ? pairFolded(pair) : spelt.get(text.charCodeAt(index))!
    if (!/^\udb40[\udc00-\udfff]$/.test(pair)) this.#spell(become, line, span, index)
    return pair.length - 1
  }

  #spell(become: string, line: number, span: number, index: number): void {
    const at = this.#settle(become.charCodeAt(0))
    this.pieces.push(at, line, span, index)
    for (let unit = 0; unit < become.length; unit += 1) this.#put(become.charCodeAt(unit))
  }

  /** A line break inside a span: the row ends, and the next one is a passage of its own. */
  #break(): void {
    const row = this.#row
    if (!row || this.#length === this.#rowStart) return
    this.open(row.line, 'apart', row.fragment)
  }

  /** Decides what the white space before `next` becomes; returns where `next` goes. */
  #settle(next: number): number {
    if (this.#pending > 0) {
      const before = this.#length > this.#rowStart ? this.#buffer.units[this.#length - 1]! : 0
      const dropped = isHan(before) && isHan(next)
      if (!dropped && before !== blank) this.#put(blank)
      if (dropped || this.#pending > 1) {
        this.gapAt.push(this.#length)
        this.gapWidth.push(this.#pending)
      }
      this.#pending = 0
    }
    return this.#length
  }

  #put(unit: number): void {
    this.#buffer.room(this.#length + 1)[this.#length] = unit
    this.#length += 1
  }

  #latinEnd(): boolean {
    const last = this.#buffer.units[this.#length - 1]!
    return (last >= 48 && last <= 57) || (last >= 65 && last <= 122) || last === 44
  }

  #close(): void {
    const row = this.#row
    this.#row = null
    if (!row) return
    if (this.#length > this.#rowStart) {
      this.rows.push({ start: this.#rowStart, end: this.#length, ...row })
    } else this.#length = this.#before
  }

  /** The whole text. The writer must not be used after it. */
  text(): string {
    this.#close()
    const bytes = Buffer.from(this.#buffer.units.buffer, 0, this.#length * 2)
    return bytes.toString('utf16le')
  }
}
