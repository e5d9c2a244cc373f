/** Words of fields and form controls that stand in attributes (ODF 1.3, part 3, 7.4 to 7.7, 13). */
import type { XmlElement } from '../shared/xml.js'
import type { OdfContext } from './block.js'

/** What a control shows of itself where it stands. */
const captions = new Set(['form:label', 'form:current-value'])
/** What it offers, holds or says when asked. */
const offered = new Set(['form:value', 'form:title', 'form:default-value', 'office:string-value'])

/** Each text with where it stands; `setting`: of the element. */
export function* fieldAttributes(element: XmlElement, setting: OdfContext): Generator<[string, OdfContext]> {
  const { name } = element
  if (name.startsWith('form:')) yield* controlWords(element, setting)
  else if (name === 'text:user-field-decl') {
    const value = element.attribute('office:string-value')
    if (value) yield [value, { ...setting, part: 'form', label: element.attribute('text:name') ?? 'field' }]
  } else if (name === 'text:label') {
    const value = element.attribute('text:value')
    if (value) yield [value, { ...setting, part: 'form', label: 'text:label' }]
  } else if (/^text:(toc|user-index|alphabetical-index)-mark$/.test(name)) {
    const value = element.attribute('text:string-value')
    if (value) yield [value, { ...setting, part: 'code', label: 'index', hiddenBy: 'markup' }]
  } else if (name === 'text:conditional-text')
    for (const key of ['text:string-value-if-true', 'text:string-value-if-false']) {
      const value = element.attribute(key)
      if (value && value !== shownBy(element))
        yield [value, { ...setting, hiddenBy: setting.hiddenBy ?? 'hidden-attribute' }]
    }
}

function* controlWords(element: XmlElement, setting: OdfContext): Generator<[string, OdfContext]> {
  const { name } = element
  const isChoice = name === 'form:option' || name === 'form:item'
  for (const [key, value] of Object.entries(element.attributes())) {
    if (!value.trim()) continue
    if (captions.has(key) && !isChoice) yield [value, { ...setting, part: 'textbox', label: name }]
    else if (captions.has(key) || offered.has(key)) yield [value, { ...setting, part: 'form', label: name }]
  }
}

/** What programs show once they have worked out the condition; undefined where it cannot be told here. */
export function shownBy(element: XmlElement): string | undefined {
  if (element.name !== 'text:conditional-text') return undefined
  const holds = holdsAlways(element.attribute('text:condition') ?? '')
  const stated = element.attribute('text:current-value')
  const isTrue = holds ?? (stated === undefined ? undefined : stated === 'true')
  if (isTrue === undefined) return undefined
  return element.attribute(`text:string-value-if-${isTrue}`)
}

/** A comparison of two literals; undefined for anything else. */
function holdsAlways(condition: string): boolean | undefined {
  const said = condition.replace(/^\w+:/, '').trim()
  if (/^(true|1)$/i.test(said)) return true
  if (/^(false|0)$/i.test(said)) return false
  const found = /^\s*("[^"]*"|-?\d+(?:\.\d+)?)\s*(==|=|EQ|!=|<>|NEQ)\s*("[^"]*"|-?\d+(?:\.\d+)?)\s*$/i.exec(
    said,
  )
  if (!found) return undefined
  const [, left, operator, right] = found
  const isEqual =
    left!.startsWith('"') || right!.startsWith('"') ? left === right : Number(left) === Number(right)
  return /^(==?|EQ)$/i.test(operator!) === isEqual
}
