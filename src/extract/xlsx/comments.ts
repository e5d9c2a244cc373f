/** Comments of a sheet, old style and threaded, with their cell and who wrote them (18.7; [MS-XLSX] 2.6.205). */
import type { Line } from '../../types.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { statedLine } from '../shared/stated.js'
import { readXml } from '../shared/xml.js'
import type { Phrase } from '../../types.js'
import { unescaped } from './strings.js'
import type { XlsxSheet } from './workbook.js'

interface Found {
  readonly lines: Line[]
  readonly fault: Phrase | null
}

export function readComments(
  bytes: Uint8Array,
  sheet: XlsxSheet,
  people: ReadonlyMap<string, string>,
): Found {
  const lines: Line[] = []
  const authors: string[] = []
  let comment: { cell: string; author: string; text: string } | null = null
  let into: 'author' | 'text' | null = null
  const fault = readXml(bytes, ooxmlPrefixes, {
    open(element) {
      const { local } = element
      if (local === 'author') {
        authors.push('')
        into = 'author'
      } else if (local === 'comment' || local === 'threadedComment') {
        const person = people.get(element.attribute('personId') ?? '')
        const author = person ?? authors[Number(element.attribute('authorId') ?? -1)] ?? ''
        comment = { cell: element.attribute('ref') ?? '', author, text: '' }
        lines.push(...mentions(element.attribute('title'), sheet))
      } else if (comment && (local === 't' || local === 'text')) into = 'text'
    },
    text(text) {
      if (into === 'author') authors[authors.length - 1] += text
      else if (into === 'text' && comment) comment.text += text
    },
    close(name) {
      if (/(^|:)(t|text|author)$/.test(name)) into = null
      if (!comment || !/(^|:)(c|threadedC)omment$/.test(name)) return
      const { cell, author, text } = comment
      const where = { sheet: sheet.name, ...(cell && { cell }) }
      for (const said of unescaped(text).split(/[\r\n]+/)) {
        if (said.trim())
          lines.push(statedLine(said, { part: 'comment', at: where, ...(author && { label: author }) }))
      }
      comment = null
    },
  })
  for (const author of authors)
    if (author.trim()) lines.push(statedLine(author, { part: 'metadata', label: 'author' }))
  return { lines, fault }
}

function mentions(title: string | undefined, sheet: XlsxSheet): Line[] {
  return title?.trim() ? [statedLine(title, { part: 'comment', at: { sheet: sheet.name } })] : []
}

/** `xl/persons/person.xml`: display names by id. */
export function readPeople(bytes: Uint8Array): { people: Map<string, string>; fault: Phrase | null } {
  const people = new Map<string, string>()
  const fault = readXml(bytes, ooxmlPrefixes, {
    open(element) {
      if (element.local === 'person')
        people.set(element.attribute('id') ?? '', element.attribute('displayName') ?? '')
    },
  })
  return { people, fault }
}
