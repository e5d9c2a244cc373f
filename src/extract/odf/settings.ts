/** What an element changes for the text inside it: kind of place, cell, frame, visibility. */
import type { Line, Part } from '../../types.js'
import { statedLine } from '../shared/stated.js'
import type { XmlElement } from '../shared/xml.js'
import type { Block, OdfContext } from './block.js'
import { framed } from './frames.js'
import { cellReference, SheetCounter } from './sheet-counter.js'
import type { StyleBook } from './styles.js'

const partOf: Readonly<Record<string, Part>> = {
  'style:header': 'header',
  'style:header-left': 'header',
  'style:header-first': 'header',
  'style:footer': 'footer',
  'style:footer-left': 'footer',
  'style:footer-first': 'footer',
  'office:change-info': 'comment',
  'table:help-message': 'form',
  'table:error-message': 'form',
}

/** A slide's background may be anything: a picture, a gradient, a dark colour. */
const unknownGround = 'unknown'

/** Where blocks begin and lines go. */
export interface Ledger {
  start(block: Omit<Block, 'lines'>): void
  put(line: Line): void
  current(): Block | undefined
}

export class OdfContexts {
  readonly sheets = new SheetCounter()
  readonly #styles: StyleBook
  readonly #ledger: Ledger
  #slides = 0

  constructor(styles: StyleBook, ledger: Ledger) {
    this.#styles = styles
    this.#ledger = ledger
  }

  /** `above`: of the element around, whose name is `parent`. */
  inside(element: XmlElement, above: OdfContext, parent: string): OdfContext {
    const { name } = element
    if (name === 'text:deletion' || name === 'table:previous')
      return { ...above, part: 'deleted', hiddenBy: 'deleted-revision' }
    if (name === 'office:annotation') {
      const { cell: _cell, box: _box, ...rest } = above
      return { ...rest, part: 'comment' }
    }
    if (name === 'draw:text-box') return above.box || above.part ? above : { ...above, part: 'textbox' }
    const part = partOf[name]
    if (part) return { ...above, part }
    if (name === 'text:note')
      return { ...above, part: element.attribute('text:note-class') === 'endnote' ? 'endnote' : 'footnote' }
    if (name === 'text:section') return isHidden(element) ? { ...above, hiddenBy: 'hidden-attribute' } : above
    if (name.startsWith('table:')) return this.#table(element, above, parent)
    if (name.startsWith('chart:')) return this.#charted(element, above)
    return /^(draw|presentation|dr3d):/.test(name) || name === 'style:master-page'
      ? this.#drawn(element, above)
      : above
  }

  #table(element: XmlElement, above: OdfContext, parent: string): OdfContext {
    const { name } = element
    if (name === 'table:table') {
      this.sheets.open()
      const painted = this.#painted('table', element, above)
      return parent === 'office:spreadsheet' ? this.#sheet(element, painted) : painted
    }
    const isFlat = (family: string) =>
      this.#styles.look(family, element.attribute('table:style-name')).concealed
    if (name === 'table:table-column') this.sheets.column(element, parent, isFlat('table-column'))
    if (name === 'table:table-row') {
      this.sheets.row(element, parent, isFlat('table-row'))
      return this.#painted('table-row', element, above)
    }
    if (name === 'table:table-cell' || name === 'table:covered-table-cell') return this.#cell(element, above)
    return above
  }

  /** With the ground a table or row lays behind its cells. */
  #painted(family: string, element: XmlElement, above: OdfContext): OdfContext {
    const { ground } = this.#styles.look(family, element.attribute('table:style-name'))
    return ground ? { ...above, ground } : above
  }

  #sheet(element: XmlElement, above: OdfContext): OdfContext {
    const name = element.attribute('table:name') ?? ''
    const { concealed } = this.#styles.look('table', element.attribute('table:style-name'))
    const hiddenBy = concealed ? 'hidden-attribute' : above.hiddenBy
    const why = hiddenBy ? { hiddenBy } : {}
    this.#ledger.start({ kind: 'sheet', name, number: ++this.#slides })
    this.#ledger.put(statedLine(name, { part: 'sheet-name', at: { sheet: name }, ...why }))
    return { ...above, at: { sheet: name }, ...why }
  }

  #cell(element: XmlElement, above: OdfContext): OdfContext {
    const { table, row, column, hiddenBy } = this.sheets.cell(element)
    const cellStyle = element.attribute('table:style-name')
    const { ground } = this.#styles.look('table-cell', cellStyle)
    const sheet = above.at?.sheet
    return {
      ...above,
      cell: { table, row, column },
      ...(sheet !== undefined && { at: { sheet, cell: cellReference(row, column) } }),
      ...(ground && { ground }),
      ...(cellStyle && sheet !== undefined && { cellStyle }),
      ...(hiddenBy && !above.hiddenBy && { hiddenBy }),
    }
  }

  /** With the ground a part of a chart lays behind its words; bars and slices may lie behind the labels of data. */
  #charted(element: XmlElement, above: OdfContext): OdfContext {
    const { ground } = this.#styles.look('chart', element.attribute('chart:style-name'))
    const isData = /^chart:(series|data-point)$/.test(element.name)
    return isData || ground ? { ...above, ground: isData ? unknownGround : ground! } : above
  }

  #drawn(element: XmlElement, above: OdfContext): OdfContext {
    if (element.name === 'draw:page') {
      const { concealed, ground } = this.#styles.look('drawing-page', element.attribute('draw:style-name'))
      const isBare = !ground && this.#styles.isBare(element.attribute('draw:master-page-name'))
      this.#ledger.start({
        kind: 'slide',
        name: element.attribute('draw:name') ?? '',
        number: ++this.#slides,
      })
      return {
        ground: isBare ? 'ffffff' : unknownGround,
        ...(concealed && { hiddenBy: 'hidden-attribute' }),
      }
    }
    if (element.name === 'presentation:notes') {
      this.#ledger.start({ kind: 'notes', name: '', number: this.#slides })
      return { part: 'notes', ...(above.hiddenBy && { hiddenBy: above.hiddenBy }) }
    }
    if (element.name === 'style:master-page') {
      this.#ledger.start({ kind: 'master', name: element.attribute('style:name') ?? '', number: 0 })
      return { ground: unknownGround }
    }
    return framed(element, above, this.#styles, this.#ledger.current()?.kind)
  }
}

export function isHidden(element: XmlElement): boolean {
  return element.attribute('text:display') === 'none' || element.attribute('text:is-hidden') === 'true'
}
