/** Pictures of an OFD fixture in the formats that need a coder: made by ImageMagick. */
import { execFileSync } from 'node:child_process'

const hanOnly = '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf'
/** Has digits and ★ too. */
export const wholeFont = '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc'

export function drawn(words, format, size = '240x80', font = hanOnly) {
  return execFileSync('convert', [
    '-size', size, 'xc:white', '-font', font,
    '-pointsize', '32', '-gravity', 'center', '-annotate', '0', words, '-colorspace', 'gray', '-strip', ...format,
  ]) // prettier-ignore
}

/** A JBIG2 file around the MMR data of a Group 4 TIFF of one strip (ITU-T T.88, 7.4.6, 7.4.8). */
export function jbig2(words, width = 240, height = 80) {
  const fax = [
    '-threshold',
    '50%',
    '-depth',
    '1',
    '-compress',
    'Group4',
    '-define',
    'tiff:rows-per-strip=80',
    'tiff:-',
  ]
  const tiff = drawn(words, fax, `${width}x${height}`)
  const data = stripOf(tiff)
  const page = Buffer.alloc(19)
  page.writeUInt32BE(width, 0)
  page.writeUInt32BE(height, 4)
  const region = Buffer.alloc(18)
  region.writeUInt32BE(width, 0)
  region.writeUInt32BE(height, 4)
  region[17] = 1
  const file = Buffer.from([0x97, 0x4a, 0x42, 0x32, 0x0d, 0x0a, 0x1a, 0x0a, 1, 0, 0, 0, 1])
  return Buffer.concat([
    file,
    segment(0, 48, page),
    segment(1, 38, Buffer.concat([region, data])),
    segment(2, 49, Buffer.alloc(0)),
  ])
}

function segment(number, type, data) {
  const header = Buffer.alloc(11)
  header.writeUInt32BE(number, 0)
  header[4] = type
  header[6] = 1
  header.writeUInt32BE(data.length, 7)
  return Buffer.concat([header, data])
}

function stripOf(tiff) {
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = long(4)
  const fields = {}
  for (let index = 0; index < short(directory); index++) {
    const at = directory + 2 + 12 * index
    fields[short(at)] = short(at + 2) === 3 ? short(at + 8) : long(at + 8)
  }
  return Buffer.from(tiff.subarray(fields[273], fields[273] + fields[279]))
}
