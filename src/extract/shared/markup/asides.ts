/** Words that stand in attributes, in the head and in code: not in the flow of the page, but on it. */
import type { HiddenBy, Line, Step } from '../../../types.js'
import { fileNameOf, isDocument, targetOf } from '../links.js'
import { statedLine, type Stating } from '../stated.js'
import { scriptWords, styleWords } from './script.js'
import { attribute, textIn, whereIs, type HtmlElement } from './tree.js'

const han = /[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u
const digits = /\d{7,}/
/** Read out or shown by every browser; the others only by scripts. */
const shownAttributes =
  /^(alt|title|placeholder|aria-label|aria-description|label|summary|value|content|download|abbr)$/
const passed = /^(style|class|href|src|srcset|id|d|points|srcdoc)$/

/** `hiddenBy`: why the element itself is not seen. */
export function asidesOf(element: HtmlElement, hiddenBy: HiddenBy | undefined): Line[] {
  const at = whereIs(element)
  const base: Stating = { ...(at && { at }), ...(hiddenBy && { hiddenBy }) }
  const { tagName } = element
  if (tagName === 'title' && element.namespaceURI.endsWith('/svg')) return []
  if (tagName === 'title')
    return [statedLine(folded(textIn(element)), { ...base, part: 'metadata', label: 'title' })].filter(
      hasText,
    )
  if (tagName === 'meta') return metaLines(element, base)
  if (tagName === 'script') return []
  if (tagName === 'style') return codeLines(styleWords(textIn(element)), 'style', at)
  return [...formLines(element, base), ...attributeLines(element, base), ...linkLines(element, base)]
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim()
const hasText = (line: Line) => line.spans.some(({ text }) => text !== '')

function metaLines(element: HtmlElement, base: Stating): Line[] {
  const name = ['name', 'property', 'itemprop', 'http-equiv']
    .map((key) => attribute(element, key))
    .find(Boolean)
  const content = folded(attribute(element, 'content') ?? '')
  const isTechnical =
    /^(viewport|content-type|x-ua-compatible|refresh|robots|renderer|format-detection)$/i.test(name ?? '')
  if (!name || !content || (isTechnical && !han.test(content))) return []
  return [statedLine(content, { ...base, part: 'metadata', label: name })]
}

function codeLines(
  words: Iterable<{ text: string; line: number }>,
  label: string,
  at?: Partial<Step>,
): Line[] {
  return [...words].map(({ text, line }) => {
    const where = at?.line === undefined ? {} : { at: { line: at.line + line } }
    return statedLine(text, { part: 'code', hiddenBy: 'markup', label, ...where })
  })
}

/** What fields hold: hidden ones are sent along unseen. */
function formLines(element: HtmlElement, base: Stating): Line[] {
  if (element.tagName !== 'input') return []
  const value = folded(attribute(element, 'value') ?? '')
  const isHidden = attribute(element, 'type')?.toLowerCase() === 'hidden'
  const label = attribute(element, 'name') ?? attribute(element, 'id') ?? 'input'
  if (!value || /^(checkbox|radio|color|range)$/i.test(attribute(element, 'type') ?? '')) return []
  return [statedLine(value, { ...base, part: 'form', label, ...(isHidden && { hiddenBy: 'not-displayed' }) })]
}

function attributeLines(element: HtmlElement, base: Stating): Line[] {
  const lines: Line[] = []
  for (const { name, value } of element.attrs) {
    const isField = element.tagName === 'input' && name === 'value'
    if (
      passed.test(name) ||
      isField ||
      !(han.test(value) || (digits.test(value) && name.startsWith('data-')))
    )
      continue
    const isShown = shownAttributes.test(name)
    const sight = isShown ? {} : ({ hiddenBy: 'markup' } as const)
    const label = `${element.tagName}@${name}`
    const texts = name.startsWith('on') ? [...scriptWords(value)].map(({ text }) => text) : [folded(value)]
    for (const text of texts)
      lines.push(statedLine(text, { ...sight, ...base, part: isShown ? 'alt' : 'code', label }))
  }
  return lines
}

/** Names of linked files: a name can say what the page does not. */
function linkLines(element: HtmlElement, base: Stating): Line[] {
  const href = attribute(element, 'href') ?? attribute(element, 'src') ?? attribute(element, 'data') ?? ''
  if (!href || element.tagName === 'link' || targetOf(href) === 'data') return []
  const name = fileNameOf(href)
  const isTold = name !== '' && (han.test(name) || (element.tagName === 'a' && isDocument(href)))
  return isTold ? [statedLine(name, { ...base, part: 'link', label: element.tagName })] : []
}
