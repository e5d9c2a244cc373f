/** JPEG 2000 and JBIG2 pictures as a PDF of one page: the PDF reader can draw them, the picture reader cannot. */
import { firstObject, number, onePagePdf, type PdfObject } from './one-page-pdf.js'

interface Wrapped {
  readonly width: number
  readonly height: number
  readonly objects: readonly PdfObject[]
}

/** The PDF; null when the bytes are neither, or too damaged to tell their size. */
export function wrapPicture(bytes: Uint8Array): Uint8Array | null {
  const picture = jpeg2000(bytes) ?? jbig2(bytes)
  if (!picture || picture.width < 1 || picture.height < 1) return null
  // A pixel is shown as a point, up to the largest page a PDF may have (ISO 32000-1, annex C.2).
  const scale = Math.min(1, 14_000 / Math.max(picture.width, picture.height))
  const [width, height] = [picture.width * scale, picture.height * scale]
  const drawing = `q ${number(width)} 0 0 ${number(height)} 0 0 cm /P Do Q`
  return onePagePdf(width, height, drawing, `/XObject << /P ${firstObject} 0 R >>`, picture.objects)
}

function imageObject(width: number, height: number, rest: string, stream: Uint8Array): PdfObject {
  return { dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${rest}`, stream }
}

/** JP2 boxes or a bare codestream (ISO/IEC 15444-1, annexes A.5.1 and I.5.3.1). */
function jpeg2000(bytes: Uint8Array): Wrapped | null {
  const view = viewOf(bytes)
  if (bytes.length < 40) return null
  const boxed = view.getUint32(4) === 0x6a502020
  if (!boxed && view.getUint32(0) !== 0xff4fff51) return null
  const size = boxed
    ? jp2Size(bytes)
    : [view.getUint32(8) - view.getUint32(16), view.getUint32(12) - view.getUint32(20)]
  if (!size) return null
  const [width, height] = size as [number, number]
  const colours = boxed ? '' : '/ColorSpace /DeviceRGB /BitsPerComponent 8 '
  return { width, height, objects: [imageObject(width, height, `${colours}/Filter /JPXDecode`, bytes)] }
}

function jp2Size(bytes: Uint8Array): number[] | null {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).indexOf(
    'ihdr',
    0,
    'latin1',
  )
  if (at < 0 || at + 12 > bytes.length) return null
  const view = viewOf(bytes)
  return [view.getUint32(at + 8), view.getUint32(at + 4)]
}

const jbig2Id = [0x97, 0x4a, 0x42, 0x32, 0x0d, 0x0a, 0x1a, 0x0a]

/** A JBIG2 file in sequential order (ITU-T T.88, annex D.4), or its bare segments; PDF wants them without the header. */
function jbig2(bytes: Uint8Array): Wrapped | null {
  const filed = jbig2Id.every((byte, index) => bytes[index] === byte)
  const view = viewOf(bytes)
  if (filed && bytes.length < 14) return null
  if (filed && !(bytes[8]! & 1)) return null // random access: headers first, data after
  const start = filed ? (bytes[8]! & 2 ? 9 : 13) : 0
  const page = pageSegment(view, start)
  if (!page) return null
  const { width, height } = page
  const rest = '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode'
  return { width, height, objects: [imageObject(width, height, rest, bytes.subarray(start))] }
}

/** 7.2 segment headers up to the first page information segment (type 48, 7.4.8). */
function pageSegment(view: DataView, start: number): { width: number; height: number } | null {
  for (let at = start, count = 0; count < 64 && at + 11 <= view.byteLength; count++) {
    const flags = view.getUint8(at + 4)
    const references = view.getUint8(at + 5) >> 5
    if (references === 7) return null
    const segment = view.getUint32(at)
    const referenceSize = segment <= 256 ? 1 : segment <= 65_536 ? 2 : 4
    const length = at + 6 + references * referenceSize + (flags & 0x40 ? 4 : 1)
    if (length + 12 > view.byteLength) return null
    if ((flags & 0x3f) === 48)
      return { width: view.getUint32(length + 4), height: view.getUint32(length + 8) }
    at = length + 4 + view.getUint32(length)
  }
  return null
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
