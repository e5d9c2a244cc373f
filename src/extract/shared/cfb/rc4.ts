/** The RC4 stream cipher, which current OpenSSL does not offer any more. Encrypting and decrypting are the same. */

/** One key stream; `apply` goes on where the last call ended. */
export class Rc4 {
  readonly #state = Uint8Array.from({ length: 256 }, (_, index) => index)
  #first = 0
  #second = 0

  /** `key`: 1 to 256 bytes. */
  constructor(key: Uint8Array) {
    for (let index = 0, other = 0; index < 256; index++) {
      other = (other + this.#state[index]! + key[index % key.length]!) & 255
      this.#swap(index, other)
    }
  }

  apply(bytes: Uint8Array): Buffer {
    const state = this.#state
    const out = Buffer.alloc(bytes.length)
    for (let at = 0; at < bytes.length; at++) {
      this.#first = (this.#first + 1) & 255
      this.#second = (this.#second + state[this.#first]!) & 255
      this.#swap(this.#first, this.#second)
      out[at] = bytes[at]! ^ state[(state[this.#first]! + state[this.#second]!) & 255]!
    }
    return out
  }

  #swap(one: number, other: number): void {
    const held = this.#state[one]!
    this.#state[one] = this.#state[other]!
    this.#state[other] = held
  }
}
