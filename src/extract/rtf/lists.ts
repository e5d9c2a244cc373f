/** Automatic numbering: the tables of lists at the head of an RTF file, and the label of each paragraph (RTF 1.9.1, list tables). */
import { ListCounter, type ListLevel, MOST_LEVELS } from '../shared/paragraph/list-label.js'
import { listFormat } from '../shared/paragraph/list-numbers.js'

type Level = { -readonly [Key in keyof ListLevel]: ListLevel[Key] }
interface Override {
  list: number
  /** Levels that begin anew or look otherwise. */
  readonly levels: Map<number, { start?: number; level?: Level }>
  at: number
}

const MOST_LISTS = 65_536
/** Text of a level: the byte `\'00` to `\'08`, a place for a number, as a character that no text has. */
export const PLACE = 0xfdd0
const follows: Readonly<Record<number, string>> = { 0: '\t', 1: ' ', 2: '' }

export class RtfLists {
  readonly #lists = new Map<number, readonly Level[]>()
  readonly #overrides = new Map<number, Override>()
  readonly #counter = new ListCounter()
  #levels: Level[] = []
  #override: Override | null = null

  /** A control word inside `\listtable` or `\listoverridetable`. */
  word(word: string, parameter: number): void {
    const override = this.#override
    if (word === 'list') this.#levels = []
    else if (word === 'listoverride') this.#override = { list: 0, levels: new Map(), at: -1 }
    else if (word === 'listid' && override) override.list = parameter
    else if (word === 'listid' && this.#lists.size < MOST_LISTS) this.#lists.set(parameter, this.#levels)
    else if (word === 'ls' && override && this.#overrides.size < MOST_LISTS)
      this.#overrides.set(parameter, override)
    else if (word === 'lfolevel' && override) override.levels.set(++override.at, {})
    else if (word === 'listlevel') this.#openLevel()
    else if (this.#level) levelWord(this.#level, word, parameter)
    else if (word === 'levelstartat' && override) this.#overridden().start = parameter
  }

  get #level(): Level | undefined {
    return this.#override ? this.#overridden().level : this.#levels.at(-1)
  }

  #overridden(): { start?: number; level?: Level } {
    return this.#override?.levels.get(this.#override.at) ?? {}
  }

  #openLevel(): void {
    const level: Level = { label: [], format: 'decimal', start: 1, after: '\t' }
    if (this.#override) this.#overridden().level = level
    else if (this.#levels.length < MOST_LEVELS) this.#levels.push(level)
  }

  /** `\leveltext`: a length, then letters and places for numbers, then a semicolon. */
  levelText(text: string): void {
    const level = this.#level
    if (!level) return
    level.label = [...text.slice(1).replace(/;\s*$/, '')].map((letter) => {
      const place = letter.charCodeAt(0) - PLACE
      return place >= 0 && place < MOST_LEVELS ? place : letter
    })
  }

  /** What stands before the next paragraph of `\ls`; '' where it is nothing but a number. */
  label(ls: number, at: number): string {
    const override = this.#overrides.get(ls)
    const listed = override && this.#lists.get(override.list)
    if (!override || !listed) return ''
    const levels = listed.map((level, index) => {
      const own = override.levels.get(index)
      return { ...(own?.level ?? level), ...(own?.start !== undefined && { start: own.start }) }
    })
    const counts = override.levels.size > 0 ? `ls ${ls}` : String(override.list)
    const label = this.#counter.next(counts, at, levels)
    return label && label + (levels[at]?.after ?? '')
  }
}

function levelWord(level: Level, word: string, parameter: number): void {
  if (word === 'levelnfc' || word === 'levelnfcn') level.format = listFormat(parameter)
  else if (word === 'levelstartat') level.start = parameter
  else if (word === 'levelfollow') level.after = follows[parameter] ?? '\t'
  else if (word === 'levellegal') level.arabic = parameter !== 0
}
