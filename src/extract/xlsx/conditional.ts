/** Number formats that cells take on under a condition (ECMA-376 18.3.1.18, 18.8.14): what may be shown there as well. */
import { parseCell } from '../shared/sheet/cell-name.js'
import { ooxmlPrefixes } from '../shared/ooxml/names.js'
import type { OfficeDocument } from '../shared/ooxml/document.js'
import { readXml } from '../shared/xml.js'
import type { ZipEntry } from '../shared/zip.js'
import type { CellRange } from './cells.js'

export interface ConditionalFormat {
  readonly ranges: readonly CellRange[]
  /** Number format code. */
  readonly format: string
  /** False where it is sure not to apply to the number. */
  mayApply(value: number): boolean
}

/** More rules than these on one sheet were made by no person. */
const MOST_RULES = 2_000

/** `formats`: number formats of the differential formats by their number. */
export async function conditionalFormats(
  document: OfficeDocument,
  sheet: ZipEntry,
  formats: ReadonlyMap<number, string>,
): Promise<ConditionalFormat[]> {
  if (formats.size === 0) return []
  const found: ConditionalFormat[] = []
  let ranges: readonly CellRange[] = []
  let rule: { format: string; type: string; operator: string; formulas: string[] } | null = null
  readXml((await document.zip.salvage(sheet)).bytes, ooxmlPrefixes, {
    open(element) {
      if (element.local === 'conditionalFormatting') ranges = rangesOf(element.attribute('sqref') ?? '')
      else if (element.local === 'cfRule') {
        const format = formats.get(Number(element.attribute('dxfId') ?? NaN))
        const type = element.attribute('type') ?? ''
        rule =
          format === undefined
            ? null
            : { format, type, operator: element.attribute('operator') ?? '', formulas: [] }
      } else if (element.local === 'formula') rule?.formulas.push('')
    },
    text(text) {
      if (rule && rule.formulas.length > 0) rule.formulas[rule.formulas.length - 1] += text
    },
    close(name) {
      if (!rule || !/(^|:)cfRule$/.test(name)) return
      const { format, type, operator, formulas } = rule
      if (found.length < MOST_RULES)
        found.push({ ranges, format, mayApply: comparison(type, operator, formulas) })
      rule = null
    },
  })
  return found
}

function rangesOf(sqref: string): CellRange[] {
  return sqref.split(/\s+/).flatMap((range): CellRange[] => {
    const [first, last = first] = range.split(':').map(parseCell)
    return first && last ? [{ rows: [first.row, last.row], columns: [first.column, last.column] }] : []
  })
}

/** A comparison with plain numbers is decided; of anything else it is not known whether it holds. */
function comparison(type: string, operator: string, formulas: readonly string[]): (value: number) => boolean {
  const [first = NaN, second = NaN] = formulas.map((formula) =>
    formula.trim() === '' ? NaN : Number(formula),
  )
  const isBetween = /between/i.test(operator)
  if (type !== 'cellIs' || Number.isNaN(first) || (isBetween && Number.isNaN(second))) return () => true
  const compare: Readonly<Record<string, (value: number) => boolean>> = {
    lessThan: (value) => value < first,
    lessThanOrEqual: (value) => value <= first,
    equal: (value) => value === first,
    notEqual: (value) => value !== first,
    greaterThanOrEqual: (value) => value >= first,
    greaterThan: (value) => value > first,
    between: (value) => value >= Math.min(first, second) && value <= Math.max(first, second),
    notBetween: (value) => value < Math.min(first, second) || value > Math.max(first, second),
  }
  return compare[operator] ?? (() => true)
}
