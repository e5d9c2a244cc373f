/** Pictures and objects inside an RTF file: from hexadecimal to bytes, from OLE 1 to the file within. */
import { hex } from './tokens.js'

/** Pairs of hexadecimal digits; anything else is passed over. */
export class HexBytes {
  #bytes = new Uint8Array(1024)
  #length = 0
  #half = -1

  addText(text: Uint8Array): void {
    for (const byte of text) {
      const digit = hex(byte)
      if (Number.isNaN(digit)) continue
      if (this.#half < 0) this.#half = digit
      else {
        this.#push(this.#half * 16 + digit)
        this.#half = -1
      }
    }
  }

  addBinary(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #push(byte: number): void {
    this.#room(1)
    this.#bytes[this.#length++] = byte
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** `\pngblip` and the like → extension. */
export const blips: Readonly<Record<string, string>> = {
  pngblip: 'png',
  jpegblip: 'jpg',
  emfblip: 'emf',
  wmetafile: 'wmf',
  pmmetafile: 'wmf',
  dibitmap: 'dib',
  wbitmap: 'bmp',
  macpict: 'pict',
}

/** LibreOffice writes the eight bytes every PNG begins with, and no more, for an object it has no picture of. */
export const isEmpty = (bytes: Uint8Array): boolean =>
  bytes.length === 0 || (bytes.length === 8 && Buffer.from(bytes).toString('latin1') === '\x89PNG\r\n\x1a\n')

export interface RtfObjectFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** [MS-OLEDS] 2.2.5 EmbeddedObject; null: not one, or damaged. */
export function embeddedFile(data: Uint8Array): RtfObjectFile | null {
  const reader = new Reader(data)
  reader.skip(4)
  const format = reader.uint32()
  const kind = reader.text()
  reader.text()
  reader.text()
  const size = reader.uint32()
  if (format !== 2 || size === null || kind === null) return null
  const native = reader.take(size)
  if (kind.toLowerCase() !== 'package') return { name: `${kind || 'object'}.bin`, bytes: native }
  return packaged(native) ?? { name: 'package.bin', bytes: native }
}

/** The stream of the object packager: label, path, then the file. */
function packaged(native: Uint8Array): RtfObjectFile | null {
  const reader = new Reader(native)
  reader.skip(2)
  const label = reader.zeroEnded()
  reader.zeroEnded()
  reader.skip(4)
  const length = reader.uint32()
  if (length === null) return null
  reader.skip(length)
  const size = reader.uint32()
  if (size === null || size === 0) return null
  const bytes = reader.take(size)
  return bytes.length > 0 ? { name: label.replace(/^.*[\\/]/, '') || 'package.bin', bytes } : null
}

class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  skip(count: number): void {
    this.#at += count
  }

  uint32(): number | null {
    if (this.#at + 4 > this.#bytes.length) return null
    this.#at += 4
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset).getUint32(this.#at - 4, true)
  }

  /** Length-prefixed, zero at the end counted. */
  text(): string | null {
    const length = this.uint32()
    return length === null ? null : narrow(this.take(length))
  }

  zeroEnded(): string {
    const end = this.#bytes.indexOf(0, this.#at)
    const text = narrow(this.#bytes.subarray(this.#at, end < 0 ? undefined : end))
    this.#at = end < 0 ? this.#bytes.length : end + 1
    return text
  }

  take(length: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, Math.min(this.#bytes.length, this.#at + length))
    this.#at += length
    return part
  }
}

function narrow(bytes: Uint8Array): string {
  return new TextDecoder('gb18030').decode(bytes).replace(/\0.*$/s, '')
}
