/** TNEF streams ([MS-OXTNEF]), as Outlook wraps them around mail. */

const number = (value) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
const padded = (bytes) => Buffer.concat([number(bytes.length), bytes, Buffer.alloc(-bytes.length & 3)])

function attribute(level, id, data, badSum = false) {
  const sum = Buffer.alloc(2)
  sum.writeUInt16LE((data.reduce((all, byte) => all + byte, 0) + (badSum ? 1 : 0)) & 0xffff)
  return Buffer.concat([Buffer.from([level]), number(id), number(data.length), data, sum])
}

/** `[id, value, { set, name | number, object }]`: text, bytes or a number. */
function property([id, value, { set, name, number: own, object } = {}]) {
  const isNumber = typeof value === 'number'
  const type = isNumber ? 0x03 : object ? 0x0d : typeof value === 'string' ? 0x1f : 0x102
  const naming = !set
    ? []
    : name
      ? [set, number(1), padded(Buffer.from(`${name}\0`, 'utf16le'))]
      : [set, number(0), number(own)]
  const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`, 'utf16le') : value
  const written = isNumber ? [number(value)] : [number(1), padded(bytes)]
  return Buffer.concat([number(((id << 16) | type) >>> 0), ...naming, ...written])
}
const properties = (list) => Buffer.concat([number(list.length), ...list.map(property)])

/** `subject`, `body`, `title`: bytes in code page 936. */
export function tnefOf({ subject, body, properties: own, recipients, files = [], badSum = false }) {
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribute(1, 0x00089006, number(0x10000)),
    attribute(1, 0x00069007, Buffer.concat([number(936), number(0)])),
    ...(subject ? [attribute(1, 0x00018004, subject)] : []),
    ...(body ? [attribute(1, 0x0002800c, body, badSum)] : []),
    ...(own ? [attribute(1, 0x00069003, properties(own))] : []),
    ...(recipients
      ? [attribute(1, 0x00069004, Buffer.concat([number(recipients.length), ...recipients.map(properties)]))]
      : []),
    ...files.flatMap(({ title, data, properties: told }) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      ...(title ? [attribute(2, 0x00018010, title)] : []),
      ...(data ? [attribute(2, 0x0006800f, data)] : []),
      ...(told ? [attribute(2, 0x00069005, properties(told))] : []),
    ]),
  ])
}
