/** Tar archives, header by header: old, ustar, pax and GNU fields as a case needs them. */

const octal = (value, length) => value.toString(8).padStart(length - 1, '0') + '\0'

/**
 * @typedef {{ name: string | Buffer, content?: string | Buffer, type?: string, link?: string, prefix?: string, size?: number, magic?: string }} TarEntry
 */

/** @param {TarEntry} entry `size`: as the header lies */
export function tarBlock({
  name,
  content = '',
  type = '0',
  link = '',
  prefix = '',
  size,
  magic = 'ustar\x0000',
}) {
  const data = Buffer.from(content)
  const header = Buffer.alloc(512)
  Buffer.from(name).copy(header, 0, 0, 100)
  header.write(
    '0000644\0' + '0000000\0' + '0000000\0' + octal(size ?? data.length, 12) + octal(0, 12),
    100,
    'latin1',
  )
  header.write('        ', 148, 'latin1')
  header.write(type, 156, 'latin1')
  header.write(link, 157, 100)
  header.write(magic, 257, 'latin1')
  header.write(prefix, 345, 155)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(octal(sum, 7) + ' ', 148, 'latin1')
  return Buffer.concat([header, data, Buffer.alloc((512 - (data.length % 512)) % 512)])
}

/** A pax record states its own length, the digits of that length included. */
export function paxRecord(key, value) {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  let length = rest + String(rest).length
  if (rest + String(length).length > length) length++
  return `${length} ${key}=${value}\n`
}

/** @param {TarEntry[]} entries */
export function tarOf(entries, { end = true } = {}) {
  return Buffer.concat([...entries.map(tarBlock), Buffer.alloc(end ? 1024 : 0)])
}
