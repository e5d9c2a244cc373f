/** What the rules of a page say for an element, in the order of CSS Cascade 5. */
import { substituted, type Declarations, type Stated } from './css.js'
import { classesOf, matches } from './selector.js'
import type { StyleRule } from './sheet.js'
import { attribute, type HtmlElement } from './tree.js'

export type Pseudo = '' | 'before' | 'after'

export interface StyleSheet {
  /** Whether anything stands in it. */
  readonly isEmpty: boolean
  /** `own`: what its style attribute says. */
  saidOf(element: HtmlElement, own: Stated | null, pseudo?: Pseudo): Declarations
}

/** Elements looked at for all selectors of a page together. */
const MOST_STEPS = 10_000_000
const none: Declarations = new Map()
const empty: readonly Numbered[] = []

interface Numbered extends StyleRule {
  readonly order: number
}

export const noStyles: StyleSheet = {
  isEmpty: true,
  saidOf: (_, own) => (own ? resolved(merged([own]), none) : none),
}

export function cascade(rules: readonly StyleRule[]): StyleSheet {
  return rules.length === 0 ? noStyles : new Cascade(rules)
}

class Cascade implements StyleSheet {
  readonly isEmpty = false
  readonly #byKey = new Map<string, Numbered[]>()
  readonly #custom = new WeakMap<object, Declarations>()
  readonly #known = new WeakMap<HtmlElement, Declarations>()
  #steps = 0

  constructor(rules: readonly StyleRule[]) {
    for (const [order, rule] of rules.entries()) {
      const key = `${rule.selector.pseudo} ${rule.selector.key}`
      const group = this.#byKey.get(key)
      if (group) group.push({ ...rule, order })
      else this.#byKey.set(key, [{ ...rule, order }])
    }
  }

  saidOf(element: HtmlElement, own: Stated | null, pseudo: Pseudo = ''): Declarations {
    if (pseudo) return this.#computed(element, null, pseudo)
    const known = this.#known.get(element)
    if (known) return known
    const said = this.#computed(element, own, '')
    this.#known.set(element, said)
    return said
  }

  #computed(element: HtmlElement, own: Stated | null, pseudo: Pseudo): Declarations {
    const stated = this.#matching(element, pseudo)
    if (pseudo && stated.length === 0) return none
    const said = merged(own ? [...stated, own] : stated)
    const outer = this.#custom.get(pseudo ? element : (element.parentNode ?? element)) ?? none
    const named = [...said].filter(([name]) => name.startsWith('--'))
    const custom = named.length > 0 ? new Map([...outer, ...named]) : outer
    if (!pseudo && custom.size > 0) this.#custom.set(element, custom)
    return resolved(said, custom)
  }

  #matching(element: HtmlElement, pseudo: Pseudo): Stated[] {
    const id = attribute(element, 'id')
    const keys = ['*', element.tagName.toLowerCase(), ...classesOf(element).map((name) => `.${name}`)]
    if (id) keys.push(`#${id}`)
    const candidates = keys.flatMap((key) => this.#byKey.get(`${pseudo} ${key}`) ?? empty)
    return candidates
      .filter(({ selector }) => this.#holds(() => matches(selector, element, this.#step)))
      .toSorted(
        (one, other) =>
          Number(other.layered) - Number(one.layered) ||
          one.selector.weight - other.selector.weight ||
          one.order - other.order,
      )
      .map((rule) => (rule.selector.unsure ? untold(rule) : rule))
  }

  readonly #step = () => {
    if (++this.#steps > MOST_STEPS) throw tooMuch
  }

  #holds(test: () => boolean): boolean {
    try {
      return test()
    } catch (error) {
      if (error === tooMuch) return false
      throw error
    }
  }
}

const tooMuch = new Error('selectors look at too many elements')

const coloured = /^(color|background)/

/** What a selector that is not worked out may colour cannot be told. */
function untold({ normal, important }: Stated): Stated {
  const unknown = (said: Declarations): Declarations =>
    new Map(
      [...said].filter(([name]) => coloured.test(name)).map(([name]) => [name.replace(/-.*/, ''), 'unknown']),
    )
  return { normal: unknown(normal), important: unknown(important) }
}

/** Weakest first. */
const merged = (stated: readonly Stated[]): Map<string, string> =>
  new Map([
    ...stated.flatMap(({ normal }) => [...normal]),
    ...stated.flatMap(({ important }) => [...important]),
  ])

function resolved(said: Map<string, string>, custom: Declarations): Declarations {
  for (const [name, value] of said)
    if (value.includes('var(') && !name.startsWith('--')) {
      const text = substituted(value, custom)
      if (text) said.set(name, text)
      else said.delete(name)
    }
  return said
}
