/** Names of persons beside a candidate: in its row of a table, in the fields above it, in its sentence. */
import { lineOf, passageOf, rowAt } from '../../view.js'
import { cellIndex } from '../page/cells.js'
import { type MatchContext, remember } from '../matcher.js'

/** How a name is written, and how a text says whose it is. */
export interface PersonName {
  /** A name and nothing else. */
  readonly whole: RegExp
  /** After its label, or set apart: 姓名：林国强; 林国强，男; 林国强（1961年生）. */
  readonly stated: RegExp
}

const person =
  '(?:姓名|户主|申请人|申报人|当事人|被处罚人|被执行人|违法行为人|受助人|救助对象|患者|学生|儿童|监护人|家长|业主|承租人|村民|居民|对象)'
const label = new RegExp(`^.{0,6}${person}.{0,4}$`, 'u')

/** Rows above a candidate in which the fields of a form may name whom it is about. */
const above = 12
/** Characters of a passage, and of what stands above it, that are looked through. */
const longest = 2000

/** `name`: source of a regular expression for one name. */
export function personName(name: string): PersonName {
  return {
    whole: new RegExp(`^(?:${name})$`, 'u'),
    stated: new RegExp(
      `${person}(?:姓名)?[ ]?[:：]?[ ]?(?:${name})|(?<![一-龥])(?:${name})(?=[,，、(（ ;；住])`,
      'u',
    ),
  }
}

export function isBesidePerson(context: MatchContext, at: number, name: PersonName): boolean {
  const row = rowAt(context.view, at)
  return lineOf(context.view, row).cell ? isInTable(context, row, name) : isInText(context, row, name)
}

/** In its own row any cell that is a name; above it one with a label on its left. */
function isInTable(context: MatchContext, at: number, name: PersonName): boolean {
  const { table, row } = lineOf(context.view, at).cell!
  return namedRows(context, name).some((one) => {
    if (one.table !== table) return false
    return one.row === row || (one.labelled && one.row < row && one.row >= row - above)
  })
}

interface NamedRow {
  readonly table: number
  readonly row: number
  readonly labelled: boolean
}

function namedRows(context: MatchContext, { whole }: PersonName): readonly NamedRow[] {
  return remember(context, `names ${whole.source.length}`, () => {
    const { view } = context
    const cells = cellIndex(context)
    const textOf = (row: number | undefined) =>
      row === undefined ? '' : view.text.slice(view.rows[row]!.start, view.rows[row]!.end).replace(/\s/gu, '')
    return view.rows.flatMap((_, index): NamedRow[] => {
      const { cell } = lineOf(view, index)
      if (!cell || !whole.test(textOf(index))) return []
      const left = textOf(cells.get(`${cell.table}/${cell.row}/${cell.column - 1}`))
      return [{ table: cell.table, row: cell.row, labelled: label.test(left) }]
    })
  })
}

function isInText(context: MatchContext, row: number, { stated }: PersonName): boolean {
  const { view } = context
  const [first, last] = passageOf(view, row)
  const start = view.rows[Math.max(0, first - above)]!.start
  const end = view.rows[last]!.end
  return stated.test(
    view.text.slice(
      Math.max(start, view.rows[first]!.start - longest),
      Math.min(end, view.rows[first]!.start + longest),
    ),
  )
}
