/** Writes web archives record by record (ISO 28500:2017). */

const crlf = (lines) => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)

/** @param {string} type @param {Record<string, string>} fields @param {Buffer} block */
export function record(type, fields, block = Buffer.alloc(0), { length = block.length } = {}) {
  const head = Object.entries({ 'WARC-Type': type, ...fields, 'Content-Length': String(length) })
  return Buffer.concat([
    crlf(['WARC/1.1', ...head.map((pair) => pair.join(': '))]),
    block,
    Buffer.from('\r\n\r\n'),
  ])
}

/** An answer of a server; `body` as it goes over the wire. */
export function answer(address, fields, body, { status = '200 OK', type = 'response', more = {} } = {}) {
  const head = Object.entries(fields).map((pair) => pair.join(': '))
  const block = Buffer.concat([crlf([`HTTP/1.1 ${status}`, ...head]), Buffer.from(body)])
  return record(
    type,
    { 'WARC-Target-URI': address, 'Content-Type': 'application/http; msgtype=response', ...more },
    block,
  )
}

/** In chunks of `size` bytes (RFC 9112, 7.1). */
export function chunked(body, size = 40) {
  const pieces = []
  for (let at = 0; at < body.length; at += size) {
    const piece = body.subarray(at, at + size)
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'))
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')])
}
