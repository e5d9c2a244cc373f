/** The document properties of Office packages: core, application and custom (ECMA-376 Part 1, 22; Part 2, 11). */
import type { Phrase } from '../../../types.js'
import { ooxmlPrefixes } from './names.js'
import { readXml } from '../xml.js'
import { hasHan, type LabelledText } from '../xml/text.js'

/** Counts, dates and switches the program keeps for itself. */
const wordless = /^([\d.,:TZ+\- ]*|true|false)$/i

/** `dc:title`, `cp:keywords`, `Company`; several values of one property are told one by one. */
export function readProperties(bytes: Uint8Array): { found: LabelledText[]; fault: Phrase | null } {
  const found: LabelledText[] = []
  const open: { name: string; text: string }[] = []
  const fault = readXml(bytes, ooxmlPrefixes, {
    open: (element) => void open.push({ name: element.name, text: '' }),
    text(text) {
      const inner = open.at(-1)
      if (inner) inner.text += text
    },
    close() {
      const { name, text } = open.pop()!
      if (wordless.test(text.trim())) return
      const owner = name.startsWith('vt:')
        ? (open.findLast((one) => !one.name.startsWith('vt:'))?.name ?? name)
        : name
      found.push({ label: owner.replace(/^app:/, ''), text: text.trim() })
    },
  })
  return { found, fault }
}

/** Properties somebody added, sensitivity labels among them; the name is the label, and told as text where it has words. */
export function readCustomProperties(bytes: Uint8Array): { found: LabelledText[]; fault: Phrase | null } {
  const found: LabelledText[] = []
  let property = ''
  let value = ''
  const fault = readXml(bytes, ooxmlPrefixes, {
    open(element) {
      if (element.local !== 'property') return
      property = element.attribute('name') ?? ''
      value = ''
    },
    text: (text) => void (value += text),
    close(name) {
      if (name !== 'custom:property' && name !== 'property') return
      if (value.trim()) found.push({ label: property, text: value.trim() })
      if (hasHan(property)) found.push({ label: 'name', text: property })
    },
  })
  return { found, fault }
}
