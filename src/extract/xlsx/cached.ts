/** Values a workbook keeps behind the scenes: pivot caches, values of other workbooks, revisions of shared workbooks. */
import type { HiddenBy, Line, Phrase } from '../../types.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { statedLine } from '../shared/stated.js'
import { readXml } from '../shared/xml.js'
import { unescaped } from './strings.js'

/** Nothing but digits and signs: numbers, dates, indices. */
const wordless = /^[\d.,:TZ+\-eE\s%]*$/

/** Each different text once, whether it stands in an attribute (`v`, `name`) or in an element. */
export function readCached(
  bytes: Uint8Array,
  label: string,
  hiddenBy: HiddenBy,
): { lines: Line[]; fault: Phrase | null } {
  const found = new Set<string>()
  const open: string[] = []
  const tell = (text: string) => {
    if (!wordless.test(text)) found.add(unescaped(text).trim())
  }
  const fault = readXml(bytes, ooxmlPrefixes, {
    open(element) {
      open.push('')
      for (const name of ['v', 'name', 'val', 'sheetName', 'caption', 'userName', 'uniqueName'])
        tell(element.attribute(name) ?? '')
    },
    text(text) {
      if (open.length > 0) open[open.length - 1] += text
    },
    close: () => tell(open.pop()!),
  })
  const lines = [...found].map((text) => statedLine(text, { part: 'cell', label, hiddenBy }))
  return { lines, fault }
}
