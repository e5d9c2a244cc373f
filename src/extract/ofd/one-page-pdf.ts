/** A PDF of one page around something only a PDF reader can draw: a JPEG 2000 or JBIG2 picture, bare glyphs, outlines. */

/** The text of a dictionary without its brackets, with a stream where it has one. Objects are numbered from 4 on. */
export interface PdfObject {
  readonly dictionary: string
  readonly stream?: Uint8Array
}
export const firstObject = 4

/** Sizes in points; `drawing` in PDF operators, origin bottom-left; `resources`: inside of that dictionary. */
export function onePagePdf(
  width: number,
  height: number,
  drawing: string,
  resources: string,
  objects: readonly PdfObject[],
): Uint8Array {
  const page = `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${number(width)} ${number(height)}] /Contents 3 0 R /Resources << ${resources} >>`
  const contents = { dictionary: '', stream: Buffer.from(drawing, 'latin1') }
  const all: PdfObject[] = [
    { dictionary: '/Type /Catalog /Pages 2 0 R' },
    { dictionary: `/Type /Pages /Kids [${firstObject + objects.length} 0 R] /Count 1` },
    contents,
    ...objects,
    { dictionary: page },
  ]
  return assembled(all)
}

function assembled(objects: readonly PdfObject[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n', 'latin1')]
  const offsets: number[] = []
  let length = parts[0]!.length
  const write = (bytes: Uint8Array) => {
    parts.push(bytes)
    length += bytes.length
  }
  for (const [index, { dictionary, stream }] of objects.entries()) {
    offsets.push(length)
    const size = stream ? ` /Length ${stream.length}` : ''
    write(
      Buffer.from(`${index + 1} 0 obj\n<< ${dictionary}${size} >>\n${stream ? 'stream\n' : ''}`, 'latin1'),
    )
    if (stream) write(stream)
    write(Buffer.from(`${stream ? '\nendstream' : ''}\nendobj\n`, 'latin1'))
  }
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\n`
  write(Buffer.from(`${table}startxref\n${start}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

/** A number as PDF writes it: no exponent. */
export function number(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(4))) : '0'
}
