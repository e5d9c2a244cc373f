/** Tables in text (RFC 4180 and its relatives): a line per cell, with row and column. */
import type { Line } from '../../types.js'
import type { Fragments } from '../shared/markup/fragment.js'
import { statedLine, type LineReader } from '../shared/stated.js'

const MOST_COLUMNS = 2_000
/** A field longer than this is most likely a quote that was never closed. */
const LONGEST_FIELD = 512 * 1024
const candidates = [',', '\t', ';', '|', '，'] as const

/** The character that splits the first lines most evenly; a comma if none does. */
function delimiterOf(sample: string, name: string): string {
  if (/\.(tsv|tab)$/i.test(name)) return '\t'
  const lines = sample
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const scores = candidates.map((mark) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(mark).length - 1)
    const first = counts[0] ?? 0
    return first === 0 ? 0 : counts.filter((count) => count === first).length / counts.length + first / 1000
  })
  const best = Math.max(...scores, 0)
  return best > 0 ? candidates[scores.indexOf(best)]! : ','
}

/** Cells as they are completed; quoted fields may hold delimiters, doubled quotes and line ends. */
export function csvReader(name: string, fragments: Fragments): LineReader {
  let reader: CsvReader | null = null
  return {
    read(chunk) {
      reader ??= new CsvReader(delimiterOf(chunk.slice(0, 65_536), name), fragments)
      return reader.read(chunk)
    },
    end: () => reader?.end() ?? [],
  }
}

class CsvReader {
  readonly #delimiter: string
  /** A run of letters that mean nothing, inside and outside quotes. */
  readonly #runs: readonly [plain: RegExp, quoted: RegExp]
  #field = ''
  #quoted = false
  /** A quote inside a quoted field: the end of it, or the first half of a doubled one. */
  #pending = false
  #row = 0
  #column = 0
  #line = 1
  #start = 1

  readonly #fragments: Fragments
  /** What the first row says of each column. */
  readonly #heads: string[] = []

  constructor(delimiter: string, fragments: Fragments) {
    this.#fragments = fragments
    this.#delimiter = delimiter
    this.#runs = [new RegExp(`[^"\\n\\${delimiter}]*`, 'y'), /[^"\n]*/y]
  }

  *read(chunk: string): Generator<Line> {
    for (let at = 0; at < chunk.length;) {
      const run = this.#runs[this.#quoted && !this.#pending ? 1 : 0]
      run.lastIndex = at
      run.test(chunk)
      if (run.lastIndex > at) yield* this.#plain(chunk.slice(at, run.lastIndex))
      at = run.lastIndex + 1
      if (at <= chunk.length) yield* this.#letter(chunk[at - 1]!)
    }
  }

  *#plain(text: string): Generator<Line> {
    if (this.#pending) this.#quoted = this.#pending = false
    yield* this.#grow(text)
  }

  *#letter(letter: string): Generator<Line> {
    if (letter === '\n') this.#line++
    if (this.#pending && letter === '"') {
      this.#pending = false
      this.#field += '"'
      return
    }
    if (this.#pending) this.#quoted = this.#pending = false
    if (this.#quoted && letter === '"') this.#pending = true
    else if (this.#quoted) yield* this.#grow(letter)
    else if (letter === '"' && this.#field.trim() === '') this.#quoted = true
    else if (letter === this.#delimiter) yield* this.#cell()
    else if (letter === '\n') yield* this.#endRow()
    else yield* this.#grow(letter)
  }

  *end(): Generator<Line> {
    yield* this.#cell()
  }

  *#grow(text: string): Generator<Line> {
    this.#field += text
    if (this.#field.length < LONGEST_FIELD) return
    yield* this.#emit()
    this.#field = ''
    this.#start = this.#line
  }

  *#endRow(): Generator<Line> {
    yield* this.#cell()
    this.#row++
    this.#column = 0
  }

  *#cell(): Generator<Line> {
    yield* this.#emit()
    this.#field = ''
    this.#quoted = false
    this.#pending = false
    this.#column++
    this.#start = this.#line
  }

  /** One line of text per line of the field; markup in it is a page, not a cell. */
  *#emit(): Generator<Line> {
    const column = Math.min(this.#column, MOST_COLUMNS)
    if (this.#row === 0) this.#heads[column] = this.#field.trim().slice(0, 100)
    const label = this.#row > 0 ? this.#heads[column] : undefined
    const page = this.#fragments.linesOf(this.#field, { at: { line: this.#start }, rows: true, label })
    if (page) return yield* page
    for (const [index, text] of this.#field.split(/\r?\n|\r/).entries()) {
      if (!text.trim()) continue
      yield statedLine(text.trim(), {
        part: 'cell',
        cell: { table: 0, row: this.#row, column },
        at: { line: this.#start + index },
      })
    }
  }
}
