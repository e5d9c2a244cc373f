/** Fields: their codes, links and form data stand beside the text, their results in it (ECMA-376 17.16). */
import type { XmlElement } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'
import type { DocxField } from './paragraph.js'
import { beginResult, endField } from './story-field-words.js'
import { aside, type StoryState } from './story-state.js'

/** Fields within fields. */
const DEEPEST = 256

/** Values of form fields and content controls: element → attribute that holds words. */
const formWords: Readonly<Record<string, string>> = {
  'w:alias': 'w:val',
  'w:tag': 'w:val',
  'w:listItem': 'w:displayText',
  'w:listEntry': 'w:val',
  'w:helpText': 'w:val',
  'w:statusText': 'w:val',
}

export function openField(reading: StoryState, element: XmlElement): void {
  const { name } = element
  if (name === 'w:fldChar') stepField(reading, element.attribute('w:fldCharType'))
  else if (name === 'w:fldSimple') openSimple(reading, element.attribute('w:instr') ?? '')
  else if (name === 'w:instrText' || name === 'w:delInstrText') {
    const field = reading.fields.at(-1)
    reading.capture = (text) => {
      if (field && text.trim()) field.look ??= reading.runs.at(-1) ?? {}
      if (field) field.code += text
      else tellCode(reading, text)
    }
  } else if (formWords[name]) {
    aside(reading, { part: 'form', text: element.attribute(formWords[name]) ?? '', label: element.local })
  } else if (name === 'w:default' && reading.path.includes('w:textInput')) {
    aside(reading, { part: 'form', text: element.attribute('w:val') ?? '', label: 'default' })
  } else if (name === 'w:hyperlink' || name === 'a:hlinkClick') {
    const tip = element.attribute('w:tooltip') ?? element.attribute('tooltip') ?? ''
    aside(reading, { part: 'link', text: tip, label: 'tooltip' })
  } else if (name === 'w:bookmarkStart') {
    const bookmark = element.attribute('w:name') ?? ''
    if (!bookmark.startsWith('_')) aside(reading, { part: 'bookmark', text: bookmark })
  }
}

export function closeField(reading: StoryState, name: string): void {
  if (name === 'w:instrText' || name === 'w:delInstrText') reading.capture = null
  else if (name === 'w:fldSimple') {
    const at = reading.fields.findLastIndex(({ simple }) => simple)
    const [field] = at < 0 ? [] : reading.fields.splice(at)
    if (field) close(reading, field)
  }
}

function openSimple(reading: StoryState, code: string): void {
  const field: DocxField = { code, inCode: false, closed: false, simple: true }
  reading.fields.push(field)
  beginResult(reading, field)
}

function stepField(reading: StoryState, type: string | undefined): void {
  if (type === 'begin') {
    if (reading.fields.length < DEEPEST) reading.fields.push({ code: '', inCode: true, closed: false })
    return
  }
  const field = reading.fields.at(-1)
  if (!field || field.simple) return
  field.inCode = false
  if (type === 'end') {
    reading.fields.pop()
    close(reading, field)
  } else beginResult(reading, field)
}

function close(reading: StoryState, field: DocxField): void {
  field.closed = true
  if (!endField(reading, field)) tellCode(reading, field.code)
}

/** Page numbers and the like say nothing; quoted words and addresses do. */
function tellCode(reading: StoryState, code: string): void {
  const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))/i.exec(code)
  if (address && !address[2]?.startsWith('\\')) {
    aside(reading, { part: 'link', text: address[1] ?? address[2] ?? '' })
    if (!hasHan(code.slice(address[0].length))) return
  }
  if (hasHan(code) || /"[^"\\]{2,}"/.test(code)) {
    aside(reading, { part: 'code', text: code.trim(), label: 'field', hiddenBy: 'markup' })
  }
}
