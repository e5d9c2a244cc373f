/** Words that stand in attributes: hidden text, names, links, texts in formulas. */
import type { Part } from '../../types.js'
import type { Link } from '../shared/links.js'
import type { XmlElement } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'
import { fieldAttributes } from './fields.js'
import type { OdfContext } from './block.js'

/** Names somebody gave; those a program gives end in a number. */
const given: Readonly<Record<string, Part>> = {
  'table:title': 'form',
  'draw:name': 'bookmark',
  'text:name': 'bookmark',
  'draw:title': 'alt',
}

/** Each text with where it stands; `setting`: of the element. */
export function* attributeWords(element: XmlElement, setting: OdfContext): Generator<[string, OdfContext]> {
  yield* fieldAttributes(element, setting)
  const { name } = element
  const value = element.attribute('text:string-value')
  if (value && name === 'text:hidden-text')
    yield [value, { ...setting, hiddenBy: setting.hiddenBy ?? 'hidden-attribute' }]
  for (const [key, said] of Object.entries(element.attributes())) {
    const part = given[key]
    if (part && hasHan(said) && !/\d\s*$/.test(said)) yield [said, { ...setting, part, label: key }]
    else if (key === 'table:formula' || key === 'table:condition')
      for (const quoted of quotedIn(said))
        yield [quoted, { ...setting, part: 'code', label: key, hiddenBy: 'markup' }]
  }
}

function quotedIn(formula: string): string[] {
  return [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map(([, quoted]) => quoted!).filter(hasHan)
}

/** Where the element points to, unless that is inside the file. */
export function outsideLink(element: XmlElement): Link | null {
  const href = element.attribute('xlink:href')
  if (!href || !isOutside(href)) return null
  return { href, use: /^draw:(image|object|plugin)/.test(element.name) ? 'shown' : 'offered' }
}

function isOutside(href: string): boolean {
  return /^([a-z][\w+.-]*:|\/\/|\.\.\/)/i.test(href) && !/^vnd\.sun\.star\./i.test(href)
}
