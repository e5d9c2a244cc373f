/** Selectors 4 over the tree of a page: those of a page at rest; states (`:hover`) never hold. */
import type { CssNode, Selector as SelectorNode } from 'css-tree'
import { attributeTest, matchesNth, type CountStep, type Test } from './selector-tests.js'
import { attribute, childrenOf, isElement, type HtmlElement } from './tree.js'

interface Compound {
  readonly tests: readonly Test[]
  /** How it hangs on the compound to its left. */
  readonly combinator: string
}
export interface Selector {
  /** From right to left. */
  readonly compounds: readonly Compound[]
  readonly pseudo: '' | 'before' | 'after'
  readonly weight: number
  /** What a rule of it is filed under: `#id`, `.class`, a tag or `*`. */
  readonly key: string
  /** A part that is not worked out is taken to hold. */
  readonly unsure: boolean
}

const DEEPEST = 6
const MOST_COMPOUNDS = 32

/** Null: it never holds on a page at rest, or goes beyond reason. */
export function compiled(node: SelectorNode, decode: (name: string) => string, depth = 0): Selector | null {
  const compiler = new Compiler(decode, depth)
  for (const part of node.children) if (!compiler.add(part)) return null
  return compiler.done()
}

class Compiler {
  #tests: Test[] = []
  #combinator = ''
  readonly #compounds: Compound[] = []
  #pseudo: Selector['pseudo'] = ''
  #weight = 0
  #key = '*'
  #unsure = false
  readonly #decode: (name: string) => string
  readonly #depth: number

  constructor(decode: (name: string) => string, depth: number) {
    this.#decode = decode
    this.#depth = depth
  }

  done(): Selector | null {
    this.#close('')
    if (this.#compounds.length > MOST_COMPOUNDS) return null
    const compounds = this.#compounds.toReversed()
    return { compounds, pseudo: this.#pseudo, weight: this.#weight, key: this.#key, unsure: this.#unsure }
  }

  #close(combinator: string): void {
    this.#compounds.push({ tests: this.#tests, combinator: this.#combinator })
    this.#tests = []
    this.#combinator = combinator
    if (combinator) this.#key = '*'
  }

  #test(weight: number, test: Test): true {
    this.#weight += weight
    this.#tests.push(test)
    return true
  }

  /** False: the selector never holds. */
  add(part: CssNode): boolean {
    if (part.type === 'Combinator') this.#close(part.name)
    else if (part.type === 'TypeSelector') return this.#type(this.#decode(part.name).replace(/^.*\|/, ''))
    else if (part.type === 'IdSelector') return this.#id(this.#decode(part.name))
    else if (part.type === 'ClassSelector') return this.#class(this.#decode(part.name))
    else if (part.type === 'AttributeSelector') return this.#test(100, attributeTest(part, this.#decode))
    else if (part.type === 'PseudoElementSelector') return this.#pseudoElement(part.name.toLowerCase())
    else if (part.type === 'PseudoClassSelector') {
      const name = part.name.toLowerCase()
      if (/^(before|after)$/.test(name)) return this.#pseudoElement(name)
      return this.#pseudoClass(name, part.children?.first ?? null)
    } else return false
    return true
  }

  #type(name: string): true {
    const tag = name.toLowerCase()
    if (tag === '*') return true
    if (this.#key === '*') this.#key = tag
    return this.#test(1, (element) => element.tagName.toLowerCase() === tag)
  }

  #id(name: string): true {
    this.#key = `#${name}`
    return this.#test(10_000, (element) => attribute(element, 'id') === name)
  }

  #class(name: string): true {
    if (!this.#key.startsWith('#')) this.#key = `.${name}`
    return this.#test(100, (element) => classesOf(element).includes(name))
  }

  #pseudoElement(name: string): boolean {
    if (name !== 'before' && name !== 'after') return false
    this.#pseudo = name
    this.#weight += 1
    return true
  }

  #pseudoClass(name: string, argument: CssNode | null): boolean {
    const fixed = structural[name]
    if (fixed) return this.#test(100, fixed)
    if (argument?.type === 'SelectorList' && /^(is|where|not|matches|any|-webkit-any|-moz-any)$/.test(name))
      return this.#lists(name, argument.children)
    if (argument?.type === 'Nth' && /^nth-(last-)?(child|of-type)$/.test(name) && !argument.selector)
      return this.#test(100, matchesNth(name, argument.nth))
    if (!/^(has|lang|dir|nth-child|nth-last-child|host|defined|read-only|optional|enabled)$/.test(name))
      return false
    this.#unsure = true
    return this.#test(100, always)
  }

  #lists(name: string, list: Iterable<CssNode>): boolean {
    if (this.#depth >= DEEPEST) return false
    const inner = [...list].flatMap((one) => {
      const selector = one.type === 'Selector' ? compiled(one, this.#decode, this.#depth + 1) : null
      return selector && selector.pseudo === '' ? [selector] : []
    })
    if (inner.some(({ unsure }) => unsure)) this.#unsure = true
    const isNot = name === 'not'
    const weight = name === 'where' ? 0 : Math.max(0, ...inner.map((one) => one.weight))
    return this.#test(weight, (element, step) => inner.some((one) => matches(one, element, step)) !== isNot)
  }
}

const always: Test = () => true

export const classesOf = (element: HtmlElement): string[] =>
  (attribute(element, 'class') ?? '').split(/[ \t\n\f\r]+/)

const structural: Readonly<Record<string, Test>> = {
  root: ({ tagName }) => tagName === 'html',
  'first-child': (element, step) => beside(element, -1, step) === null,
  'last-child': (element, step) => beside(element, 1, step) === null,
  'only-child': (element, step) => beside(element, -1, step) === null && beside(element, 1, step) === null,
  'first-of-type': matchesNth('nth-of-type', { type: 'AnPlusB', a: '0', b: '1' }),
  'last-of-type': matchesNth('nth-last-of-type', { type: 'AnPlusB', a: '0', b: '1' }),
  empty: (element) => childrenOf(element).every((child) => !isElement(child) && !('value' in child)),
  link: (element) => element.tagName === 'a' && attribute(element, 'href') !== undefined,
  'any-link': (element) => element.tagName === 'a' && attribute(element, 'href') !== undefined,
}

function beside(element: HtmlElement, way: 1 | -1, step: CountStep): HtmlElement | null {
  const children = element.parentNode ? childrenOf(element.parentNode) : []
  for (let at = children.indexOf(element) + way; at >= 0 && at < children.length; at += way) {
    const one = children[at]!
    step()
    if (isElement(one)) return one
  }
  return null
}

const parentOf = ({ parentNode }: HtmlElement): HtmlElement | null =>
  parentNode && 'tagName' in parentNode ? parentNode : null

/** `step` is called for each element looked at, and throws when there were too many. */
export function matches({ compounds }: Selector, element: HtmlElement, step: CountStep): boolean {
  const from = (at: number, one: HtmlElement): boolean => {
    step()
    const { tests, combinator } = compounds[at]!
    if (!tests.every((test) => test(one, step))) return false
    if (at === compounds.length - 1) return true
    const next = /^[+~]$/.test(combinator) ? (node: HtmlElement) => beside(node, -1, step) : parentOf
    for (let other = next(one); other; other = next(other)) {
      if (from(at + 1, other)) return true
      if (combinator === '>' || combinator === '+') return false
    }
    return false
  }
  return from(0, element)
}
