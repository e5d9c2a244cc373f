/** A file with another list of pages: an update in memory that names pages of our choice (ISO 32000-1, 7.5.6). */

const tail = 2048

/** `pages`: object numbers. The update has a table or a stream of cross-references as the file itself has. */
export function withPageList(bytes: Uint8Array, pages: readonly number[]): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ending = file.toString('latin1', Math.max(0, file.length - tail))
  const previous = Number(/startxref\s+(\d{1,10})(?![^]*startxref)/.exec(ending)?.[1] ?? 0)
  const header = Math.max(0, file.subarray(0, 1024).indexOf('%PDF'))
  const isTable = file
    .toString('latin1', previous + header, previous + header + 16)
    .trimStart()
    .startsWith('xref')
  // Above the numbers files use, below the highest that PDFium takes.
  const first = 4_000_000
  const kids = pages.map((number) => `${number} 0 R`).join(' ')
  const objects = [
    `${first} 0 obj\n<< /Type /Catalog /Pages ${first + 1} 0 R >>\nendobj\n`,
    `${first + 1} 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>\nendobj\n`,
  ]
  const start = file.length + 1 - header
  const offsets = [start, start + objects[0]!.length]
  const at = start + objects[0]!.length + objects[1]!.length
  const trailer = `/Size ${first + 3} /Root ${first} 0 R /Prev ${previous}`
  const references = isTable ? table(first, offsets, trailer) : stream(first, [...offsets, at], trailer)
  const body = Buffer.from(`\n${objects.join('')}`, 'latin1')
  const end = Buffer.from(`\nstartxref\n${at}\n%%EOF\n`, 'latin1')
  return Buffer.concat([file, body, references, end])
}

function table(first: number, offsets: readonly number[], trailer: string): Buffer {
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`xref\n${first} ${offsets.length}\n${rows}trailer\n<< ${trailer} >>`, 'latin1')
}

function stream(first: number, offsets: readonly number[], trailer: string): Buffer {
  const rows = Buffer.alloc(7 * offsets.length)
  offsets.forEach((offset, index) => {
    rows[7 * index] = 1
    rows.writeUInt32BE(offset, 7 * index + 1)
  })
  const index = `/W [1 4 2] /Index [${first} ${offsets.length}] /Length ${rows.length}`
  const head = `${first + 2} 0 obj\n<< /Type /XRef ${trailer} ${index} >>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), rows, Buffer.from('\nendstream\nendobj', 'latin1')])
}
