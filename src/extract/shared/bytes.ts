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
