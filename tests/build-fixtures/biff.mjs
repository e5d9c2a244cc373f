/** Workbooks in BIFF8, record by record, for what LibreOffice does not write ([MS-XLS]). */

const record = (type, ...parts) => {
  const data = Buffer.concat(parts)
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}
const u16 = (...values) => {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2))
  return bytes
}
const u32 = (value) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const wide = (text) => Buffer.concat([Buffer.from([1]), Buffer.from(text, 'utf16le')])
const long = (text) => Buffer.concat([u16(text.length), wide(text)])
const short = (text) => Buffer.concat([Buffer.from([text.length]), wide(text)])
const begin = (kind, version = 0x600) => record(0x809, u16(version, kind, 0, 0), u32(0), u32(0))
const end = () => record(0x0a)

/** @param {{ name: string, state?: number, macro?: boolean, rows: string[] }[]} sheets `state` 2: very hidden */
export function workbookOf(sheets, globals = []) {
  const bodies = sheets.map(({ rows, extra = [] }) =>
    Buffer.concat([
      begin(0x10),
      ...rows.map((text, row) => record(0x204, u16(row, 0, 0), long(text))),
      ...extra,
      end(),
    ]),
  )
  const heads = (offsets) =>
    Buffer.concat([
      begin(5),
      ...globals,
      ...sheets.map(({ name, state = 0, macro }, index) =>
        record(0x85, u32(offsets[index]), Buffer.from([state, macro ? 1 : 0]), short(name)),
      ),
      end(),
    ])
  let at = heads(sheets.map(() => 0)).length
  const offsets = bodies.map((body) => (at += body.length) - body.length)
  return Buffer.concat([heads(offsets), ...bodies])
}

/** A table of texts cut in the middle of one, as Excel does where a record is full. */
export function splitStrings(first, second) {
  const half = Math.floor(second.length / 2)
  const table = record(0xfc, u32(2), u32(2), long(first), u16(second.length), wide(second.slice(0, half)))
  return Buffer.concat([table, record(0x3c, wide(second.slice(half)))])
}
export const sharedCell = (row, index) => record(0xfd, u16(row, 1, 0), u32(index))
export const filePass = () => record(0x2f, u16(1, 1, 1))
export const formula = (row, text) =>
  Buffer.concat([
    record(
      0x06,
      u16(row, 2, 0),
      Buffer.from([0, 0, 0, 0, 0, 0, 255, 255]),
      u16(0),
      u32(0),
      u16(4 + text.length * 2),
      Buffer.from([0x17, text.length]),
      wide(text),
    ),
    record(0x207, long('算出的话')),
  ])
export const oldWorkbook = () => Buffer.concat([begin(5, 0x500), end()])
