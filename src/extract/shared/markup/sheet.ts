/** Style sheets as rules: conditions settled, nested rules unfolded. The only door to css-tree, loaded for the first sheet. */
import { createRequire } from 'node:module'
import type * as CssTree from 'css-tree'
import { Collector, type Stated } from './css.js'
import { mediaHolds } from './media.js'
import { compiled, type Selector } from './selector.js'

export interface StyleSource {
  readonly text: string
  /** Address it was found at, relative to the page; absent where it stands in the page. */
  readonly href?: string
  /** Comma-separated media queries it is meant for. */
  readonly media?: string
}
export interface StyleRule extends Stated {
  readonly selector: Selector
  /** Rules in layers yield to those outside. */
  readonly layered: boolean
}

const MOST_RULES = 20_000
const DEEPEST = 8
const options = { parseValue: false, parseAtrulePrelude: false }
const LONGEST_SELECTOR = 4_000

/** Not whole: more rules than are followed, or a sheet nested beyond what its parser survives. */
export function rulesOf(sheets: readonly StyleSource[]): {
  readonly rules: StyleRule[]
  readonly isWhole: boolean
} {
  const css = createRequire(import.meta.url)('css-tree') as typeof CssTree
  const rules: StyleRule[] = []
  try {
    for (const sheet of sheets) {
      if (!mediaHolds(sheet.media ?? '')) continue
      const tree = css.parse(sheet.text, options)
      const reader = new SheetReader(css, sheet.href, rules)
      if (tree.type === 'StyleSheet') reader.read(tree.children, { depth: 0, layered: false })
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { rules, isWhole: false }
  }
  return { rules, isWhole: rules.length < MOST_RULES }
}

interface Around {
  readonly depth: number
  readonly layered: boolean
  /** Selectors of the rule it is nested in. */
  readonly parent?: CssTree.SelectorList
}

class SheetReader {
  readonly #css: typeof CssTree
  readonly #href: string | undefined
  readonly #rules: StyleRule[]

  constructor(css: typeof CssTree, href: string | undefined, rules: StyleRule[]) {
    this.#css = css
    this.#href = href
    this.#rules = rules
  }

  read(nodes: Iterable<CssTree.CssNode>, around: Around): void {
    if (around.depth > DEEPEST) return
    const own = new Collector()
    for (const node of nodes) {
      if (node.type === 'Declaration') own.add(node.property, this.#valueOf(node), node.important !== false)
      else if (node.type === 'Atrule') this.#atRule(node, around)
      else if (node.type === 'Rule') this.#rule(node, around)
      // Nested rules that begin with a tag: read as a sheet of their own.
      else if (node.type === 'Raw' && around.parent !== undefined && node.value.includes('{'))
        this.#nested(node.value, around)
    }
    if (around.parent !== undefined && own.normal.size + own.important.size > 0)
      this.#add(around.parent, own, around.layered)
  }

  #nested(text: string, around: Around): void {
    const tree = this.#css.parse(text, options)
    if (tree.type === 'StyleSheet') this.read(tree.children, { ...around, depth: around.depth + 1 })
  }

  #valueOf({ value }: CssTree.Declaration): string {
    const text = value.type === 'Raw' ? value.value : this.#css.generate(value)
    return this.#href === undefined ? text : movedTo(text, this.#href)
  }

  #atRule({ name, prelude, block }: CssTree.Atrule, around: Around): void {
    const stated = prelude ? (prelude.type === 'Raw' ? prelude.value : this.#css.generate(prelude)) : ''
    const kind = name.toLowerCase()
    const holds =
      kind === 'media'
        ? mediaHolds(stated)
        : kind === 'supports'
          ? !/^\s*not\b/i.test(stated)
          : /^(layer|scope|starting-style|-moz-document)$/.test(kind)
    if (block && holds)
      this.read(block.children, {
        ...around,
        depth: around.depth + 1,
        layered: around.layered || kind === 'layer',
      })
  }

  #rule({ prelude, block }: CssTree.Rule, around: Around): void {
    if (prelude.type === 'Raw' || this.#rules.length >= MOST_RULES) return
    const { parent } = around
    const selectors = parent ? this.#within(parent, prelude) : prelude
    if (selectors) this.read(block.children, { ...around, depth: around.depth + 1, parent: selectors })
  }

  /** CSS Nesting 1: `&` stands for the outer rule, at the start where it is not written. */
  #within(parent: CssTree.SelectorList, own: CssTree.SelectorList): CssTree.SelectorList | null {
    const outer = `:is(${this.#css.generate(parent)})`
    const written = own.children
      .toArray()
      .map((one) => this.#css.generate(one))
      .map((one) => (one.includes('&') ? one.replaceAll('&', outer) : `${outer} ${one}`))
      .join(',')
    if (written.length > LONGEST_SELECTOR) return null
    const list = this.#css.parse(written, { context: 'selectorList' })
    return list.type === 'SelectorList' ? list : null
  }

  #add(list: CssTree.SelectorList, stated: Stated, layered: boolean): void {
    for (const one of list.children) {
      const selector = one.type === 'Selector' ? compiled(one, this.#css.ident.decode) : null
      if (selector && this.#rules.length < MOST_RULES) this.#rules.push({ ...stated, selector, layered })
    }
  }
}

const relative = /url\(\s*(["']?)(?!["']?\s*(?:[a-z][a-z0-9+.-]*:|[/#\\]))/gi

/** Addresses in a sheet are relative to the sheet. */
function movedTo(value: string, href: string): string {
  const folder = href.slice(0, href.lastIndexOf('/') + 1)
  return folder ? value.replace(relative, (whole) => `${whole}${folder}`) : value
}
