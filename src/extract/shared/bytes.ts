/** Little-endian numbers and texts out of bytes that may end anywhere: beyond the end everything is 0. */

export class Bytes {
  readonly bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.length
  }

  uint8(at: number): number {
    return this.bytes[at] ?? 0
  }

  uint16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, true) : 0
  }

  int16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getInt16(at, true) : 0
  }

  uint32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, true) : 0
  }

  int32(at: number): number {
    return this.uint32(at) | 0
  }

  float64(at: number): number {
    return at >= 0 && at + 8 <= this.length ? this.#view.getFloat64(at, true) : 0
  }

  slice(from: number, to: number): Uint8Array {
    return this.bytes.subarray(Math.max(0, from), Math.max(0, from, to))
  }

  part(from: number, to: number): Bytes {
    return new Bytes(this.slice(from, to))
  }

  utf16(from: number, units: number): string {
    return utf16Of(this.slice(from, from + 2 * units))
  }

  /** One byte per letter, the upper half of each left out. */
  latin1(from: number, length: number): string {
    return Buffer.from(this.slice(from, from + length)).toString('latin1')
  }
}

/** Every unit as it stands, unpaired surrogates too. */
export const utf16Of = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length & ~1).toString('utf16le')

const labels: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1201: 'utf-16be',
  10_008: 'gb18030',
  20_936: 'gb18030',
  52_936: 'gb18030',
  54_936: 'gb18030',
  65_001: 'utf-8',
}

/** Bytes in a Windows code page; an unknown one, or 1252 with Chinese in it, is read as GB18030 where that holds. */
export function textIn(codePage: number, bytes: Uint8Array): string {
  const label = labels[codePage]
  if (label) return new TextDecoder(label).decode(bytes)
  const chinese = new TextDecoder('gb18030').decode(bytes)
  if (!chinese.includes('\ufffd') && /[\u4e00-\u9fff]{2}/.test(chinese)) return chinese
  return new TextDecoder(
    codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252',
  ).decode(bytes)
}
