/** Fields: their codes, links and form data stand beside the text, their results in it (ECMA-376 17.16). */
import type { XmlElement } from '../shared/xml.js'
import { hasHan } from '../shared/xml-text.js'
import type { Field } from './paragraph.js'
import { aside, type Reading } from './story-state.js'

/** Values of form fields and content controls: element → attribute that holds words. */
const formWords: Readonly<Record<string, string>> = {
  'w:alias': 'w:val',
  'w:tag': 'w:val',
  'w:listItem': 'w:displayText',
  'w:listEntry': 'w:val',
  'w:helpText': 'w:val',
  'w:statusText': 'w:val',
}

export function openField(reading: Reading, element: XmlElement): void {
  const { name } = element
  if (name === 'w:fldChar') stepField(reading, element.attribute('w:fldCharType'))
  else if (name === 'w:fldSimple') tellCode(reading, element.attribute('w:instr') ?? '')
  else if (name === 'w:instrText' || name === 'w:delInstrText') {
    const field = reading.fields.at(-1)
    reading.capture = (text) => {
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

export function closeField(reading: Reading, name: string): void {
  if (name === 'w:instrText' || name === 'w:delInstrText') reading.capture = null
}

function stepField(reading: Reading, type: string | undefined): void {
  if (type === 'begin') {
    reading.fields.push({ code: '', inCode: true, closed: false })
    return
  }
  const field = type === 'end' ? reading.fields.pop() : reading.fields.at(-1)
  if (field?.inCode) endCode(reading, field)
  if (field && type === 'end') field.closed = true
}

function endCode(reading: Reading, field: Field): void {
  field.inCode = false
  tellCode(reading, field.code)
}

/** Page numbers and the like say nothing; quoted words and addresses do. */
function tellCode(reading: Reading, code: string): void {
  const address = /^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))/i.exec(code)
  if (address && !address[2]?.startsWith('\\')) {
    aside(reading, { part: 'link', text: address[1] ?? address[2] ?? '' })
    if (!hasHan(code.slice(address[0].length))) return
  }
  if (hasHan(code) || /"[^"\\]{2,}"/.test(code)) {
    aside(reading, { part: 'code', text: code.trim(), label: 'field', hiddenBy: 'markup' })
  }
}
