/** RAR 4 and RAR 5 archives of stored entries: enough for names, volumes and checksums. */
import { crc32 } from 'node:zlib'

const vint = (value) => {
  const bytes = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest])
    bytes.push((rest % 128) | 0x80)
  }
}

const uint32 = (value) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

/** Type, flags and fields of a RAR 5 block, with its length and checksum before it. */
const block5 = (...fields) => {
  const body = Buffer.concat(fields)
  const header = Buffer.concat([vint(body.length), body])
  return Buffer.concat([uint32(crc32(header)), header])
}

const SPLIT_AFTER = 0x10

/** @param {[string, Buffer | string][]} entries @param {{ volume?: boolean, badSum?: string, comment?: string }} [how] */
export function rar5Of(entries, { volume = false, badSum } = {}) {
  const files = entries.map(([name, content], index) => {
    const data = Buffer.from(content)
    const split = volume && index === entries.length - 1
    const rawName = Buffer.from(name)
    const sum = crc32(data) + (name === badSum ? 1 : 0)
    const fields = [
      vint(4),
      vint(data.length),
      vint(0x20),
      uint32(sum),
      vint(0),
      vint(1),
      vint(rawName.length),
    ]
    const flags = vint(2 | (split ? SPLIT_AFTER : 0))
    return Buffer.concat([block5(vint(2), flags, vint(data.length), ...fields, rawName), data])
  })
  const main = block5(vint(1), vint(0), vint(volume ? 1 : 0))
  const end = block5(vint(5), vint(0), vint(volume ? 1 : 0))
  return Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), main, ...files, end])
}

const block4 = (type, flags, body) => {
  const head = Buffer.alloc(5)
  head[0] = type
  head.writeUInt16LE(flags, 1)
  head.writeUInt16LE(7 + body.length, 3)
  const whole = Buffer.concat([head, body])
  const sum = Buffer.alloc(2)
  sum.writeUInt16LE(crc32(whole) & 0xffff)
  return Buffer.concat([sum, whole])
}

/** Names as bytes, as programs without Unicode wrote them. @param {[Buffer, Buffer | string][]} entries */
export function rar4Of(entries) {
  const files = entries.map(([name, content]) => {
    const data = Buffer.from(content)
    const body = Buffer.alloc(25)
    body.writeUInt32LE(data.length, 0)
    body.writeUInt32LE(data.length, 4)
    body.writeUInt32LE(crc32(data), 9)
    body.writeUInt32LE(0x58210000, 13)
    body[17] = 29
    body[18] = 0x30
    body.writeUInt16LE(name.length, 19)
    body.writeUInt32LE(0x20, 21)
    return Buffer.concat([block4(0x74, 0x8000, Buffer.concat([body, name])), data])
  })
  const end = block4(0x7b, 0x4000, Buffer.alloc(0))
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\x00', 'latin1'),
    block4(0x73, 0, Buffer.alloc(6)),
    ...files,
    end,
  ])
}
