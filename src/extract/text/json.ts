/** JSON and JSON Lines as a stream: each value with its path, escapes decoded; what is no JSON as plain lines. */
import type { Line } from '../../types.js'
import type { Fragments } from '../shared/markup/fragment.js'
import type { LineReader } from '../shared/stated.js'
import { unescaped } from '../shared/charset/escapes.js'
import { valueLines } from './field.js'

/** A longer string is told in pieces. */
const LONGEST = 1024 * 1024
/** JSON in the strings of JSON is followed so deep. */
const MOST_NESTED = 3
const DEEPEST = 200

interface Level {
  readonly kind: '{' | '['
  key: string
  index: number
}

/** Path as in `items[3].title`. */
function pathOf(levels: readonly Level[], isTop: boolean): string {
  const path = levels.map((level) => (level.kind === '[' ? `[${level.index}]` : `.${level.key}`)).join('')
  return isTop ? path.replace(/^\./, '') : path
}

/** The string a text of JSON was the value of. */
interface Outer {
  readonly path: string
  readonly depth: number
  /** Its line; line ends within it are none of the file. */
  readonly line?: number
}

/** A lexer that follows braces and never gives up: letters outside strings are told as they stand. */
export class JsonReader implements LineReader {
  readonly #levels: Level[] = []
  #word = ''
  #text = ''
  #inString = false
  #escaped = false
  #afterKey = false
  #line = 1
  #start = 1
  readonly #fragments: Fragments
  readonly #outer: Outer

  constructor(fragments: Fragments, outer: Outer = { path: '', depth: 0 }) {
    this.#fragments = fragments
    this.#outer = outer
  }

  *read(chunk: string): Generator<Line> {
    for (let at = 0; at < chunk.length;) {
      const run = runOf(chunk, at, this.#inString)
      if (run > at) {
        if (this.#inString) yield* this.#grow(chunk.slice(at, run))
        else yield* this.#growWord(chunk.slice(at, run))
      }
      if (run < chunk.length) yield* this.#letter(chunk[run]!)
      at = run + 1
    }
  }

  *end(): Generator<Line> {
    if (this.#text) yield* this.#endString()
    yield* this.#endWord()
  }

  /** A letter that may mean something: a quote, a backslash or whatever follows one, a mark, a blank. */
  *#letter(letter: string): Generator<Line> {
    if (letter === '\n') this.#line++
    if (!this.#inString && letter === '"') {
      yield* this.#endWord()
      this.#inString = true
      this.#start = this.#line
    } else if (!this.#inString) yield* this.#mark(letter)
    else if (letter === '"' && !this.#escaped) yield* this.#endString()
    else {
      const isSecond = this.#escaped
      yield* this.#grow(letter)
      this.#escaped = letter === '\\' && !isSecond
    }
  }

  *#grow(text: string): Generator<Line> {
    this.#escaped = false
    this.#text += text
    if (this.#text.length <= LONGEST || text === '\\') return
    yield* this.#tell(decoded(this.#text))
    this.#text = ''
    this.#start = this.#line
  }

  *#growWord(text: string): Generator<Line> {
    if (!this.#word) this.#start = this.#line
    this.#word += text
    if (this.#word.length > LONGEST) yield* this.#endWord()
  }

  *#endString(): Generator<Line> {
    const text = decoded(this.#text)
    this.#inString = false
    this.#escaped = false
    this.#text = ''
    const inner = this.#levels.at(-1)
    if (inner?.kind === '{' && !this.#afterKey) inner.key = text
    else yield* this.#tell(text)
  }

  *#mark(letter: string): Generator<Line> {
    yield* this.#endWord()
    const inner = this.#levels.at(-1)
    if ((letter === '{' || letter === '[') && this.#levels.length < DEEPEST) {
      this.#levels.push({ kind: letter, key: '', index: 0 })
      this.#afterKey = false
    } else if (letter === '}' || letter === ']') {
      this.#levels.pop()
      this.#afterKey = this.#levels.at(-1)?.kind === '{'
    } else if (letter === ':') this.#afterKey = true
    else if (letter === ',' && inner) {
      inner.index++
      this.#afterKey = false
    }
  }

  /** Numbers may be telephone or identity numbers; the three names mean nothing. */
  *#endWord(): Generator<Line> {
    const word = this.#word
    this.#word = ''
    if (word && !/^(true|false|null|-?\d{1,5}(\.\d+)?)$/.test(word))
      yield* this.#tell(unescaped(word) ?? word)
  }

  *#tell(text: string): Generator<Line> {
    const { path: outer, depth, line = this.#start } = this.#outer
    const inner = this.#levels.at(-1)
    const path = outer + pathOf(this.#levels, outer === '')
    if (depth < MOST_NESTED && /^\s*(?:\{\s*"|\[\s*[[{"])/.test(text)) {
      const reader = new JsonReader(this.#fragments, { path, depth: depth + 1, line })
      yield* reader.read(text)
      return yield* reader.end()
    }
    const key = inner?.kind === '{' ? inner.key : ''
    yield* valueLines({ text, path, key, line }, this.#fragments)
  }
}

const inside = /[^"\\\n]*/y
const outside = /[^"{}[\],:\s]*/y

/** End of the run of letters from `from` on that mean nothing to the lexer. */
function runOf(text: string, from: number, isString: boolean): number {
  const letters = isString ? inside : outside
  letters.lastIndex = from
  letters.test(text)
  return letters.lastIndex
}

function decoded(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    return String(
      JSON.parse(`"${raw.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`),
    )
  } catch {
    return (unescaped(raw) ?? raw).replace(/\\(["\\/])/g, '$1')
  }
}
