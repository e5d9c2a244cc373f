/** dBASE and FoxPro tables (DBF): every record, those marked as deleted too; memos lie in a file beside and are named as missing. */
import type { Extractor, Line, Piece, Probe, Source, Work } from '../types.js'
import { type DbfField, readTable, type Table } from './dbf/table.js'
import { decodeText } from './shared/charset.js'
import { decodeLabelled } from './shared/charset/labelled-text.js'
import { atLeastOne, pagesOfBatches, statedLine } from './shared/stated.js'

export const dbf: Extractor = {
  format: 'dbf',
  extensions: ['dbf'],
  accepts({ head, name }: Probe) {
    const table = readTable(head)
    return table !== null && (table.sound || name.endsWith('.dbf'))
  },
  extract,
}

const MOST_HEAD = 65_536
const RECORDS_AT_ONCE = 2_000
const DELETED = 0x2a

/** What is still to be said when the records are through. */
interface Reading {
  readonly table: Table
  charset: string | undefined
  records: number
  memos: boolean
}

async function* extract(source: Source, work: Work): AsyncGenerator<Piece> {
  work.budget.spend('bytes', source.size)
  const table = readTable(await source.read(0, MOST_HEAD))!
  const reading: Reading = { table, charset: table.charset, records: 0, memos: false }
  const pages = pagesOfBatches(source.place, batches(source, reading, work))
  for await (const page of atLeastOne(source.place, pages)) yield { kind: 'page', page }
  const { place } = source
  if (reading.records < table.records)
    yield { kind: 'gap', cause: 'corrupt', place, detail: { code: 'dbf.cut-off', args: { stated: table.records, got: reading.records } } } // prettier-ignore
  if (reading.memos) yield { kind: 'gap', cause: 'unsupported', place, detail: { code: 'dbf.memo' } }
}

async function* batches(source: Source, reading: Reading, work: Work): AsyncGenerator<Line[]> {
  const { fields, headLength, recordLength } = reading.table
  yield fields.map((field, column) =>
    statedLine(decodeLabelled(field.name, reading.charset).trim(), stands(0, column)),
  )
  for (let at = headLength; at < source.size; at += RECORDS_AT_ONCE * recordLength) {
    work.budget.signal.throwIfAborted()
    const bytes = await source.read(at, RECORDS_AT_ONCE * recordLength)
    reading.charset ??= charsetOf(bytes, reading.table)
    const count = Math.floor(bytes.length / recordLength)
    const lines: Line[] = []
    for (let index = 0; index < count; index++)
      lines.push(...recordLines(bytes.subarray(index * recordLength, (index + 1) * recordLength), reading))
    const rest = bytes.subarray(count * recordLength).filter((byte) => byte !== 0x1a && byte !== 0)
    const said = decodeText(rest)?.text.trim()
    if (said)
      lines.push(
        statedLine(said, { part: 'cell', at: { line: reading.records + 1 }, hiddenBy: 'outside-page' }),
      )
    yield lines
  }
}

const stands = (row: number, column: number) =>
  ({ part: 'cell', cell: { table: 0, row, column }, at: { line: row + 1 } }) as const

function recordLines(record: Uint8Array, reading: Reading): Line[] {
  const row = ++reading.records
  const gone = record[0] === DELETED
  return reading.table.fields.flatMap((field, column) => {
    const bytes = record.subarray(field.offset, field.offset + field.length)
    if (/[MGPW]/.test(field.type)) reading.memos ||= bytes.some((byte) => byte !== 0 && byte !== 0x20)
    const text = textOf(field, bytes, reading.charset)
    return text === ''
      ? []
      : [statedLine(text, { ...stands(row, column), ...(gone && { hiddenBy: 'deleted-revision' }) })]
  })
}

/** Numbers and days are kept as text; binary kinds hold no words. */
function textOf({ type }: DbfField, bytes: Uint8Array, charset: string | undefined): string {
  if (!/[CNFDV]/.test(type)) return ''
  const stop = bytes.indexOf(0)
  return decodeLabelled(bytes.subarray(0, stop < 0 ? bytes.length : stop), charset).trim()
}

/** Short fields tell little of their encoding; all texts of the first records together tell more. */
function charsetOf(bytes: Uint8Array, { fields, recordLength }: Table): string | undefined {
  const texts: Uint8Array[] = []
  for (let at = 0; at + recordLength <= bytes.length; at += recordLength)
    for (const { type, offset, length } of fields)
      if (type === 'C') texts.push(bytes.subarray(at + offset, at + offset + length), new Uint8Array([10]))
  return decodeText(Buffer.concat(texts).map((byte) => (byte === 0 ? 0x20 : byte)))?.encoding
}
