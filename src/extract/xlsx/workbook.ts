/** `xl/workbook.xml`: the sheets in order, the names somebody defined, and how dates are counted (ECMA-376 18.2). */
import type { HiddenBy, Line } from '../../types.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import { type OfficeDocument, relatedTo } from '../shared/ooxml/document.js'
import { report, take } from '../shared/zip/opened-package.js'
import { statedLine } from '../shared/stated.js'
import { readXml, type XmlElement } from '../shared/xml.js'
import { hasHan } from '../shared/xml/text.js'
import type { ZipEntry } from '../shared/zip.js'

export interface XlsxSheet {
  readonly name: string
  /** Why the sheet's tab is not shown; undefined: it is. */
  readonly hiddenBy: HiddenBy | undefined
  /** null: the part is missing. */
  readonly entry: ZipEntry | null
  /** 1-based. */
  readonly number: number
}
export interface XlsxWorkbook {
  readonly entry: ZipEntry
  readonly sheets: readonly XlsxSheet[]
  /** Sheet names, defined names, and what else the workbook says in words. */
  readonly lines: readonly Line[]
  readonly dates1904: boolean
}

export async function readWorkbook(document: OfficeDocument, entry: ZipEntry): Promise<XlsxWorkbook> {
  const targets = new Map(relatedTo(document, entry.name).map((related) => [related.id, related.entry]))
  const sheets: XlsxSheet[] = []
  const lines: Line[] = []
  let dates1904 = false
  let defined: { name: string; text: string } | null = null
  const fault = readXml(await take(document, entry), ooxmlPrefixes, {
    open(element) {
      if (element.local === 'sheet') sheets.push(sheetOf(element, targets, sheets.length + 1))
      else if (element.local === 'workbookPr')
        dates1904 = /^(1|true)$/.test(element.attribute('date1904') ?? '')
      else if (element.local === 'definedName')
        defined = { name: element.attribute('name') ?? '', text: commentOf(element) }
      else if (element.local === 'fileSharing') lines.push(...userLines(element))
    },
    text(text) {
      if (defined) defined.text += text
    },
    close(name) {
      if (!defined || !/(^|:)definedName$/.test(name)) return
      for (const line of definedLines(defined)) lines.push(line)
      defined = null
    },
  })
  report(document, entry, fault)
  return { entry, sheets, lines: [...sheets.map(nameLine), ...lines], dates1904 }
}

function sheetOf(element: XmlElement, targets: ReadonlyMap<string, ZipEntry>, number: number): XlsxSheet {
  const state = element.attribute('state') ?? 'visible'
  return {
    name: element.attribute('name') ?? `#${number}`,
    hiddenBy: /hidden/i.test(state) ? 'hidden-attribute' : undefined,
    entry: targets.get(element.attribute('r:id') ?? '') ?? null,
    number,
  }
}

function nameLine({ name, hiddenBy }: XlsxSheet): Line {
  return statedLine(name, { part: 'sheet-name', at: { sheet: name }, ...(hiddenBy && { hiddenBy }) })
}

const commentOf = (element: XmlElement) => {
  const comment = element.attribute('comment')
  return comment ? `${comment} ` : ''
}

/** A name in words, and the texts in what it stands for; plain references say nothing. */
function definedLines({ name, text }: { name: string; text: string }): Line[] {
  const how = { part: 'metadata', label: 'definedName' } as const
  const said = [hasHan(name) ? name : '', ...quotedIn(text)].filter((found) => found.trim() !== '')
  return said.map((found) => statedLine(found, how))
}

/** Texts between quotation marks in a formula; a doubled mark is one (18.17.2.4). */
export function quotedIn(formula: string): string[] {
  return [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1]!.replaceAll('""', '"'))
}

function userLines(element: XmlElement): Line[] {
  const user = element.attribute('userName')
  return user ? [statedLine(user, { part: 'metadata', label: 'fileSharing' })] : []
}
