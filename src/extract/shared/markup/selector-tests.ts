/** Attribute selectors and positions among brothers (Selectors 4, 6 and 13). */
import type { AttributeSelector, Nth } from 'css-tree'
import { attribute, childrenOf, isElement, type HtmlElement } from './tree.js'

/** Counts the work; throws when it is too much. */
export type CountStep = () => void
export type Test = (element: HtmlElement, step: CountStep) => boolean

export function attributeTest(part: AttributeSelector, decode: (name: string) => string): Test {
  const name = decode(part.name.name).replace(/^.*\|/, '').toLowerCase()
  const { matcher, value } = part
  if (!value || !matcher) return (element) => attribute(element, name) !== undefined
  const isFolded = part.flags?.toLowerCase() === 'i'
  const fold = (text: string) => (isFolded ? text.toLowerCase() : text)
  const stated = fold(value.type === 'String' ? value.value : decode(value.name))
  return (element) => {
    const found = attribute(element, name)
    return found !== undefined && compares(fold(found), matcher, stated)
  }
}

function compares(found: string, matcher: string, stated: string): boolean {
  if (matcher === '=') return found === stated
  if (stated === '') return false
  if (matcher === '~=') return found.split(/\s+/).includes(stated)
  if (matcher === '|=') return found === stated || found.startsWith(`${stated}-`)
  if (matcher === '^=') return found.startsWith(stated)
  return matcher === '$=' ? found.endsWith(stated) : found.includes(stated)
}

export function matchesNth(name: string, nth: Nth['nth']): Test {
  const [step, first] =
    nth.type === 'Identifier'
      ? [2, nth.name.toLowerCase() === 'odd' ? 1 : 0]
      : [numberOf(nth.a), numberOf(nth.b)]
  const isLast = name.includes('last')
  const byType = name.endsWith('of-type')
  return (element, work) => {
    const index = indexOf(element, isLast, byType, work)
    return step === 0 ? index === first : (index - first) % step === 0 && (index - first) / step >= 0
  }
}

const numberOf = (text: string | null | undefined): number => Number.parseInt(text ?? '0', 10) || 0

/** 1-based. */
function indexOf(element: HtmlElement, isLast: boolean, byType: boolean, step: CountStep): number {
  const all = element.parentNode ? childrenOf(element.parentNode) : []
  let index = 0
  for (const one of isLast ? all.toReversed() : all) {
    step()
    if (isElement(one) && (!byType || one.tagName === element.tagName)) index++
    if (one === element) break
  }
  return index
}
