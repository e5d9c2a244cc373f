/** Tables: which cell a paragraph stands in, what lies behind it, rows hidden or deleted (ECMA-376 17.4). */
import type { XmlElement } from '../shared/xml.js'
import { isFlat, isOn, shadingOf } from './run-properties.js'
import type { StoryState } from './story-state.js'

export function openTable(reading: StoryState, element: XmlElement, parent: string): void {
  const { name } = element
  if (name === 'w:tbl') {
    const number = reading.tableCount++
    const rowDeleted = false
    const depth = reading.textBoxes
    reading.tables.push({
      number,
      row: -1,
      column: 0,
      span: 1,
      shaded: false,
      depth,
      rowDeleted,
      rowHidden: false,
    })
    return
  }
  const table = reading.tables.at(-1)
  if (!table) return
  const value = element.attribute('w:val')
  if (name === 'w:tblStyle') table.shaded = reading.styles.shadesTables(value ?? '')
  else if (name === 'w:tr') Object.assign(table, { row: table.row + 1, column: -1, span: 1 })
  else if (name === 'w:gridBefore') table.span = widthOf(value) + 1
  else if (name === 'w:tc') Object.assign(table, { column: table.column + table.span, span: 1, ground: '' })
  else if (name === 'w:gridSpan') table.span = widthOf(value)
  else if (name === 'w:shd' && parent === 'w:tcPr') table.ground = shadingOf(element) ?? ''
  else if (parent !== 'w:trPr') return
  else if (name === 'w:del') table.rowDeleted = true
  else if (name === 'w:hidden') table.rowHidden = isOn(value)
  else if (name === 'w:trHeight') table.rowHidden ||= isFlat(element, 'w:hRule', 'w:val')
}

export function closeTable(reading: StoryState, name: string): void {
  const table = reading.tables.at(-1)
  if (name === 'w:tbl') reading.tables.pop()
  else if (name === 'w:tr' && table) Object.assign(table, { rowDeleted: false, rowHidden: false })
}

function widthOf(value: string | undefined): number {
  const width = Number(value)
  return Number.isInteger(width) && width >= 0 && width < 1000 ? width : 1
}
