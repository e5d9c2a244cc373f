/** YAML: each scalar with its path, block scalars as they stand, comments and what does not parse line by line. */
import { openYaml, type Yaml } from '../../yaml.js'
import type { Line } from '../../types.js'
import type { Fragments } from '../shared/markup/fragment.js'
import type { LineReader } from '../shared/stated.js'
import { valueLines } from './field.js'
import { isPage, isRulePart, isWordList, mentionsIn, type Mentions } from './mentions.js'
import { plainLine } from './plain.js'
import { settingLines } from './settings.js'

/** A tree takes some twenty times the size of the text; a longer one is read line by line. */
const LONGEST = 1024 * 1024
const notable = /[^\0-\x7f]|\d{7,}|[a-z]{3,}/i
/** What is left of a line when its value is told. */
const bareKey = /^\s*(?:-\s*)*(?:[^:#]{1,100}:)?\s*[|>]?[-+\d]*\s*$/
export class YamlReader implements LineReader {
  #held = ''
  #lines: LineReader | null = null
  readonly #fragments: Fragments
  readonly #first: number
  readonly #name: string | undefined

  /** `first`: number of the text's first line in the file; `name`: of the file, where all of it is YAML. */
  constructor(fragments: Fragments, first = 1, name?: string) {
    this.#fragments = fragments
    this.#first = first
    this.#name = name
  }

  *read(chunk: string): Generator<Line> {
    if (this.#lines) return yield* this.#lines.read(chunk)
    this.#held += chunk
    if (this.#held.length <= LONGEST) return
    this.#lines = settingLines(this.#fragments, this.#first, this.#name)
    yield* this.#lines.read(this.#held)
    this.#held = ''
  }

  *end(): Generator<Line> {
    if (this.#lines) return yield* this.#lines.end()
    const parsed = this.#parsed()
    if (parsed) return yield* parsed
    const lines = settingLines(this.#fragments, this.#first, this.#name)
    yield* lines.read(this.#held)
    yield* lines.end()
  }

  /** Null: it is not YAML as a whole. */
  #parsed(): Line[] | null {
    if (!notable.test(this.#held) && !this.#held.includes('\\')) return []
    const yaml = openYaml()
    const counter = new yaml.LineCounter()
    try {
      const documents = yaml.parseAllDocuments(this.#held, { lineCounter: counter, logLevel: 'silent' })
      if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return null
      const source = { text: this.#held, counter, first: this.#first, mentions: mentionsIn(this.#name) }
      const reader = new TreeReader(yaml, source, this.#fragments)
      return [...documents.flatMap((document) => reader.linesOf(document)), ...reader.rest()]
    } catch {
      // A depth or a tag its own program would refuse.
      return null
    }
  }
}

interface Source {
  readonly text: string
  readonly counter: Yaml.LineCounter
  /** Number of its first line. */
  readonly first: number
  readonly mentions: Mentions
}

class TreeReader {
  readonly #covered: [start: number, end: number][] = []
  readonly #rules = new Map<unknown, boolean>()
  readonly #yaml: typeof Yaml
  readonly #source: Source
  readonly #fragments: Fragments

  constructor(yaml: typeof Yaml, source: Source, fragments: Fragments) {
    this.#yaml = yaml
    this.#source = source
    this.#fragments = fragments
  }

  linesOf(document: Yaml.Document): Line[] {
    const found: Line[] = []
    this.#yaml.visit(document, {
      Scalar: (key, node, path) => {
        const keys = keysOf(this.#yaml, path)
        if (key === 'key' || !node.range || isWordList(keys)) return
        const text = typeof node.value === 'string' ? node.value : (node.source ?? '')
        if (this.#isMention(node, text, keys, path)) return
        this.#covered.push([node.range[0], node.range[1]])
        if (!notable.test(text)) return
        const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
        const line = this.#lineAt(node.range[0]) + (isBlock ? 1 : 0)
        const value = { text, path: keys.join('.'), key: keys.at(-1) ?? '', line, rows: isBlock }
        for (const one of valueLines(value, this.#fragments)) found.push(one)
      },
    })
    return found
  }

  /** A value of one line, as it is written, that names something and does not bear it. */
  #isMention({ range }: Yaml.Scalar, text: string, keys: readonly string[], path: readonly unknown[]) {
    const { mentions, text: whole } = this.#source
    const written = range && mentions ? whole.slice(range[0], range[1]) : ''
    if (!mentions || !written.includes(text) || written.includes('\n')) return false
    return mentions(keys, text) || (!isPage(text) && path.some((node) => this.#isRule(node)))
  }

  #isRule(node: unknown): boolean {
    if (!this.#yaml.isMap(node)) return false
    const known = this.#rules.get(node)
    if (known !== undefined) return known
    const found = node.items.some(({ key }) => this.#yaml.isScalar(key) && isRulePart(String(key.value)))
    this.#rules.set(node, found)
    return found
  }

  #lineAt(offset: number): number {
    return this.#source.counter.linePos(offset).line + this.#source.first - 1
  }

  /** Lines with words outside the values told: comments, keys, lists of words. */
  *rest(): Generator<Line> {
    let bare = ''
    let from = 0
    for (const [start, end] of this.#covered.toSorted((one, other) => one[0] - other[0])) {
      if (start < from) continue
      bare +=
        this.#source.text.slice(from, start) + this.#source.text.slice(start, end).replace(/[^\n]+/g, '')
      from = end
    }
    for (const [row, line] of (bare + this.#source.text.slice(from)).split('\n').entries())
      if (notable.test(line) && !bareKey.test(line))
        yield* plainLine({ text: line, number: row + this.#source.first })
  }
}

function keysOf(yaml: typeof Yaml, path: readonly unknown[]): string[] {
  return path.flatMap((one) => (yaml.isPair(one) && yaml.isScalar(one.key) ? [String(one.key.value)] : []))
}
