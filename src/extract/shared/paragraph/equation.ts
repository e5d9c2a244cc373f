/** What an EQ field draws: overlays, raised and lowered letters, boxes, fractions (Word's Eq field code, "\o(…)"). */

/** What a person reads, and what else may be read of it where letters stand over one another. */
export interface EquationText {
  readonly text: string
  /** Letters above the line (ruby), or ruby and line together where both are words. */
  readonly beside: readonly string[]
}

interface Drawn {
  readonly text: string
  readonly place: 'line' | 'raised' | 'lowered'
}

/** A character drawn around another one: enclosed characters (○密). */
const enclosing = /^(?:[\s\u25a0-\u25ff\u3007\u2b1a-\u2b2f\u2610]|\u20dd|\u20de|\u20df|\u20e0)+$/u
/** Calls within calls; Word itself gives up much earlier. */
const DEEPEST = 64
const words = /[\p{L}\p{N}\p{S}]/u

/** `code`: what stands behind the field's name. Null where it draws nothing. */
export function readEquation(code: string): EquationText | null {
  const reader = new EquationReader(code)
  const text = reader.run().trim()
  return text || reader.beside.length > 0 ? { text, beside: reader.beside } : null
}

class EquationReader {
  readonly beside: string[] = []
  readonly #code: string
  #at = 0
  #depth = 0

  constructor(code: string) {
    // `\* jc2`, `\* "Font:宋体"`, `\* hps16`: how ruby is set; `\* MERGEFORMAT`.
    this.#code = code.replace(/\\\*\s*("[^"]*"|\S+)\s*/g, '')
  }

  run(): string {
    let text = ''
    while (this.#at < this.#code.length) text += this.#piece().text
    return text
  }

  /** One letter or one call. */
  #piece(): Drawn {
    const letter = this.#code[this.#at++]!
    if (letter !== '\\') return line(letter)
    const next = this.#code[this.#at] ?? ''
    if (!/[a-z]/i.test(next)) {
      this.#at++
      return line(next)
    }
    return this.#call()
  }

  /** `\o\ac(…)`, `\s\up 9(…)`: a name, options, then elements in parentheses. */
  #call(): Drawn {
    if (this.#depth >= DEEPEST) return line('')
    const head = /\\([a-z])((?:\s*\\(?:[lrb]c\s*\\[^a-z]|[a-z]{2}\s*-?\d*(?:\.\d+)?|[fv]c\s*\\?.))*)\s*/iy
    head.lastIndex = this.#at - 1
    const found = head.exec(this.#code)
    if (!found) return line('')
    this.#at = head.lastIndex
    const [, name, options] = found
    if (this.#code[this.#at] !== '(') return line('')
    return this.#draw(name!.toLowerCase(), options!.toLowerCase(), this.#elements())
  }

  #elements(): Drawn[] {
    this.#at++
    this.#depth++
    const elements: Drawn[][] = [[]]
    let nested = 0
    for (; this.#at < this.#code.length;) {
      const letter = this.#code[this.#at]!
      if (letter === ')' && nested === 0) break
      if (nested === 0 && (letter === ',' || letter === ';')) {
        elements.push([])
        this.#at++
        continue
      }
      if (letter === '(') nested++
      if (letter === ')') nested--
      elements.at(-1)!.push(this.#piece())
    }
    this.#at++
    this.#depth--
    return elements.map(together)
  }

  #draw(name: string, options: string, elements: Drawn[]): Drawn {
    const texts = elements.map(({ text }) => text)
    if (name === 'o') return line(this.#over(elements))
    if (name === 'a') return line(`\n${texts.join('\n')}\n`)
    if (name === 'f') return line(texts.join('/'))
    if (name === 'l') return line(texts.join(','))
    if (name === 'b') return line(bracketed(options, texts.join('')))
    if (name !== 's') return line(texts.join(''))
    const text = texts.join('')
    return { text, place: /\\up/.test(options) ? 'raised' : /\\do/.test(options) ? 'lowered' : 'line' }
  }

  /** Letters over one another: combined characters in their order, enclosed ones bare, ruby apart from its line. */
  #over(elements: readonly Drawn[]): string {
    const inside = elements.filter(({ text }) => !enclosing.test(text))
    const kept = inside.some(({ text }) => words.test(text)) ? inside : elements
    const raised = kept.filter(({ place }) => place === 'raised')
    const below = kept.filter(({ place }) => place !== 'raised')
    const isRuby = raised.length > 0 && below.length > 0 && below.every(({ place }) => place === 'line')
    if (!isRuby) return textIn(kept)
    this.beside.push(textIn(raised))
    if (/\p{Script=Han}/u.test(textIn(raised))) this.beside.push(textIn(kept))
    return textIn(below)
  }
}

const line = (text: string): Drawn => ({ text, place: 'line' })
const textIn = (drawn: readonly Drawn[]): string => drawn.map(({ text }) => text).join('')

/** Blanks around an element do not count; it stands where all of its letters do. */
function together(pieces: readonly Drawn[]): Drawn {
  const said = pieces.filter(({ text }) => text.trim())
  const [first] = said
  const place = first && said.every((piece) => piece.place === first.place) ? first.place : 'line'
  return { text: textIn(pieces).replace(/^[ \t]+|[ \t]+$/g, ''), place }
}

/** `\b`: parentheses, or the signs the options name. */
function bracketed(options: string, text: string): string {
  const both = /\\bc\s*\\(.)/.exec(options)?.[1]
  const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' }
  const left = /\\lc\s*\\(.)/.exec(options)?.[1] ?? both
  const right = /\\rc\s*\\(.)/.exec(options)?.[1] ?? (both && (pairs[both] ?? both))
  return left || right ? `${left ?? ''}${text}${right ?? ''}` : `(${text})`
}
