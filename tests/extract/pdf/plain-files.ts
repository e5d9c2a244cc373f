/** PDF files with sound cross-reference tables, in the shapes the plain reader knows and in those it must refuse. */
import { deflateSync } from 'node:zlib'

/** Latin-1 bodies of objects by number; a stream's body holds its dictionary and its bytes. */
export type Objects = Readonly<Record<number, string>>

export const widths = `/FirstChar 32 /LastChar 126 /Widths [${Array.from({ length: 95 }, () => 600).join(' ')}]`
export const courier = `<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding ${widths} >>`

export function stream(content: string, entries = ''): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`
}

export function packedStream(content: string, entries = ''): string {
  return stream(
    deflateSync(Buffer.from(content, 'latin1')).toString('latin1'),
    `/Filter /FlateDecode ${entries}`,
  )
}

/** A document of the given pages, object 2 its tree, 3 its font; page `n` (from 0) is object 10 + 2n, its content the next. */
export function pagesOf(contents: readonly string[], more: Objects = {}, resources = ''): Objects {
  const kids = contents.map((_, index) => `${10 + 2 * index} 0 R`).join(' ')
  const pages = contents.flatMap((content, index) => [
    [10 + 2 * index, `<< /Type /Page /Parent 2 0 R /Contents ${11 + 2 * index} 0 R >>`] as const,
    [11 + 2 * index, packedStream(content)] as const,
  ])
  const shared = `/MediaBox [0 0 300 200] /Resources << /Font << /F1 3 0 R >> ${resources} >>`
  return {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} ${shared} >>`,
    3: courier,
    ...Object.fromEntries(pages),
    ...more,
  }
}

interface Written {
  readonly text: string
  readonly offsets: ReadonlyMap<number, number>
}

function written(objects: Objects, start: string): Written {
  const offsets = new Map<number, number>()
  let text = start
  for (const [number, body] of Object.entries(objects)) {
    offsets.set(Number(number), text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  return { text, offsets }
}

function table(offsets: ReadonlyMap<number, number>): string {
  const entries = [...offsets].map(
    ([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
  )
  return `xref\n0 1\n0000000000 65535 f \n${entries.join('')}`
}

/** With a cross-reference table. `before`: an earlier state of the file, to which the objects are added. */
export function withTable(objects: Objects, before: Buffer | null = null): Buffer {
  const { text, offsets } = written(objects, before?.toString('latin1') ?? '%PDF-1.4\n')
  const previous = before
    ? ` /Prev ${/startxref\s+(\d+)\s+%%EOF\s*$/.exec(before.toString('latin1'))![1]}`
    : ''
  const trailer = `trailer\n<< /Root 1 0 R /Size 500${previous} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(`${text}${table(offsets)}${trailer}`, 'latin1')
}

/** With a cross-reference stream; objects that are no streams stand together in an object stream. */
export function withStreams(objects: Objects): Buffer {
  const [packNumber, tableNumber] = [400, 401]
  const packed = Object.entries(objects).filter(([, body]) => !body.includes('stream\n'))
  const plain = Object.fromEntries(Object.entries(objects).filter(([, body]) => body.includes('stream\n')))
  let body = ''
  const places = packed.map(([number, text]) => {
    const place = `${number} ${body.length}`
    body += `${text} `
    return place
  })
  const head = `${places.join(' ')} `
  const pack = packedStream(`${head}${body}`, `/Type /ObjStm /N ${packed.length} /First ${head.length}`)
  const { text, offsets } = written({ ...plain, [packNumber]: pack }, '%PDF-1.5\n')
  const rows = new Map<number, readonly [number, number, number]>()
  for (const [number, offset] of offsets) rows.set(number, [1, offset, 0])
  packed.forEach(([number], index) => rows.set(Number(number), [2, packNumber, index]))
  rows.set(tableNumber, [1, text.length, 0])
  const sorted = [...rows].sort(([one], [other]) => one - other)
  const index = sorted.map(([number]) => `${number} 1`).join(' ')
  const entries = `/Type /XRef /Size 500 /W [1 4 2] /Index [${index}] /Root 1 0 R /DecodeParms << /Predictor 12 /Columns 7 >>`
  const data = predicted(sorted.map(([, row]) => row))
  return Buffer.from(
    `${text}${tableNumber} 0 obj\n${packedStream(data, entries)}\nendobj\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

/** Rows of seven bytes, each said as the difference from the one above. */
function predicted(rows: readonly (readonly [number, number, number])[]): string {
  let above = Buffer.alloc(7)
  return rows
    .map(([kind, first, second]) => {
      const row = Buffer.alloc(7)
      row.writeUInt8(kind)
      row.writeUInt32BE(first, 1)
      row.writeUInt16BE(second, 5)
      const differences = Buffer.from(row.map((byte, index) => (byte - above[index]!) & 255))
      above = row
      return `\x02${differences.toString('latin1')}`
    })
    .join('')
}

export function line(text: string, x = 20, y = 100, size = 12): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET\n`
}
