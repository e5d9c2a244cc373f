/** Text fields of pictures, byte by byte: EXIF blocks, IPTC data sets, PNG chunks, JPEG segments. */
import { crc32, deflateSync } from 'node:zlib'

const ascii = (text) => ({ type: 2, bytes: Buffer.from(text + '\0') })
const wide = (text) => ({ type: 1, bytes: Buffer.from(text + '\0', 'utf16le') })
const coded = (text) => ({
  type: 7,
  bytes: Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from(text, 'utf16le')]),
})
const long = (number) => ({ type: 4, bytes: word(number) })
const short = (number) => ({ type: 3, bytes: Buffer.from([number & 255, number >> 8]) })
export { directory }
export const tag = { ascii, wide, coded, long, short }

const word = (number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
const sizes = { 1: 1, 2: 1, 3: 2, 4: 4, 7: 1 }

/** A directory at `start` with its values behind it; `next` is the offset of the one after. */
function directory(tags, start, next) {
  const entries = Object.entries(tags).sort(([a], [b]) => a - b)
  let free = start + 2 + 12 * entries.length + 4
  const head = [Buffer.from([entries.length, 0])]
  const tail = []
  for (const [number, { type, bytes }] of entries) {
    const entry = Buffer.alloc(12)
    entry.writeUInt16LE(Number(number), 0)
    entry.writeUInt16LE(type, 2)
    entry.writeUInt32LE(bytes.length / sizes[type], 4)
    if (bytes.length <= 4) bytes.copy(entry, 8)
    else {
      entry.writeUInt32LE(free, 8)
      const padded = Buffer.concat([bytes, Buffer.alloc(bytes.length & 1)])
      tail.push(padded)
      free += padded.length
    }
    head.push(entry)
  }
  return Buffer.concat([...head, word(next), ...tail])
}

/** @param {object} main tags of IFD0 @param {object} inner tags of the EXIF IFD @param {Buffer} [thumbnail] a JPEG */
export function exif(main, inner = {}, thumbnail) {
  const header = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])
  const withInner = (at) => ({ ...main, ...(Object.keys(inner).length && { 0x8769: long(at) }) })
  const length = directory(withInner(1), 8, 0).length
  const innerAt = 8 + length
  const innerBytes = Object.keys(inner).length ? directory(inner, innerAt, 0) : Buffer.alloc(0)
  const secondAt = innerAt + innerBytes.length
  const second = (at) => directory({ 0x0201: long(at), 0x0202: long(thumbnail.length) }, secondAt, 0)
  const after = thumbnail ? [second(secondAt + second(0).length), thumbnail] : []
  return Buffer.concat([
    header,
    directory(withInner(innerAt), 8, thumbnail ? secondAt : 0),
    innerBytes,
    ...after,
  ])
}

/** @param {[number, Buffer][]} sets of record 2 */
export function photoshop(sets) {
  const data = Buffer.concat(
    sets.flatMap(([set, bytes]) => [
      Buffer.from([0x1c, 2, set, bytes.length >> 8, bytes.length & 255]),
      bytes,
    ]),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([
    Buffer.from('8BIM\x04\x04\0\0', 'latin1'),
    length,
    data,
    Buffer.alloc(data.length & 1),
  ])
}

export function xmp(properties, text = '') {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${properties}>${text}</rdf:Description></rdf:RDF>`
  return Buffer.from(
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf}</x:xmpmeta><?xpacket end="w"?>`,
  )
}

function segment(marker, body) {
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
}
/** Segments put in behind the start of a JPEG. */
export const jpegWith = (jpeg, ...segments) =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
export const app1 = (block) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), block]))
export const app1xmp = (packet) =>
  segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), packet]))
export const app13 = (block) => segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), block]))
export const comment = (bytes) => segment(0xfe, bytes)

export function chunk(type, body) {
  const typed = Buffer.concat([Buffer.from(type), body])
  const ends = [Buffer.alloc(4), Buffer.alloc(4)]
  ends[0].writeUInt32BE(body.length)
  ends[1].writeUInt32BE(crc32(typed))
  return Buffer.concat([ends[0], typed, ends[1]])
}
/** Chunks put in behind the header of a PNG. */
export const pngWith = (png, ...chunks) => Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])
export const tEXt = (key, bytes) => chunk('tEXt', Buffer.concat([Buffer.from(`${key}\0`), bytes]))
export const zTXt = (key, bytes) =>
  chunk('zTXt', Buffer.concat([Buffer.from(`${key}\0\0`), deflateSync(bytes)]))
export const iTXt = (key, text, packed) =>
  chunk(
    'iTXt',
    Buffer.concat([
      Buffer.from(`${key}\0`),
      Buffer.from([packed ? 1 : 0, 0]),
      Buffer.from('zh\0词\0'),
      packed ? deflateSync(text) : Buffer.from(text),
    ]),
  )
export { deflateSync }
