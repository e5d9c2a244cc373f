/** Bytes of growing number, in one place that is used again and again. */
export class ByteList {
  data = new Uint8Array(256)
  length = 0

  put(byte: number): void {
    if (this.length === this.data.length) this.#grow(this.length + 1)
    this.data[this.length++] = byte
  }

  append({ data, length }: ByteList): void {
    const needed = this.length + length
    if (needed > this.data.length) this.#grow(needed)
    // A handful of bytes: a loop is quicker than a view on them.
    for (let index = 0; index < length; index++) this.data[this.length + index] = data[index]!
    this.length = needed
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(2 * needed)
    larger.set(this.data)
    this.data = larger
  }
}
