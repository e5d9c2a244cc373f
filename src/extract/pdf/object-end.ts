/** Where the text of an object in a PDF file ends: at its `stream`, its `endobj` or the next object (ISO 32000-1, 7.2 and 7.3.10). */
import { numberBefore } from './object-number.js'

/** Bytes read letter by letter in one file, by its size: strings that never end are made to cost time. */
const [perByte, atLeast] = [4, 1 << 22]

const [tab, blank] = [9, 32]
const delimiters = new Set(Buffer.from('()<>[]{}/%'))
const [open, close, backslash, percent, less, greater, slash] = [0x28, 0x29, 0x5c, 0x25, 0x3c, 0x3e, 0x2f]

/** Words that end an object, by the letter they begin with. */
const endings = ['stream', 'endobj', 'endstream', 'obj'].map((word) => Buffer.from(word, 'latin1'))

/** One per file, for its budget and for searches that remember their last answer. */
export class ObjectEnds {
  readonly #file: Buffer
  readonly #streams: Seeker
  readonly #objects: Seeker
  #spare: number

  constructor(file: Buffer) {
    this.#file = file
    this.#streams = seeker(file, 'stream')
    this.#objects = seeker(file, 'obj')
    this.#spare = perByte * file.length + atLeast
  }

  /** False: strings without end used up what may be spent on them; later objects may be cut wrongly. */
  get whole(): boolean {
    return this.#spare > 0
  }

  /** Next `obj` of any kind, Infinity behind the last. */
  nextWord(from: number): number {
    return this.#objects(from)
  }

  /** `at`: behind `obj`. The length of the file where nothing ends it. */
  find(at: number): number {
    const near = Math.min(this.#nearest(at), this.#file.length)
    if (!this.#mayDeceive(at, near) || this.#spare <= 0) return near
    const end = this.#read(at)
    this.#spare -= (end < 0 ? this.#file.length : end) - at
    return end < 0 ? near : end
  }

  /** Strings, and comments, may hold the letters of keywords. */
  #mayDeceive(from: number, to: number): boolean {
    const text = this.#file.subarray(from, to)
    return text.includes(open) || text.includes(percent)
  }

  /** By letters alone. */
  #nearest(at: number): number {
    let stream = this.#streams(at)
    while (stream < Infinity && !isKeyword(this.#file, stream, 6)) stream = this.#streams(stream + 6)
    let object = this.#objects(at)
    while (object < stream && !this.#ends(object)) object = this.#objects(object + 3)
    if (object > stream) return stream
    return isEndOfObject(this.#file, object) ? object - 3 : object
  }

  #ends(object: number): boolean {
    return isEndOfObject(this.#file, object) || numberBefore(this.#file, object) >= 0
  }

  /** Letter by letter; -1 where a string never ends. */
  #read(from: number): number {
    const file = this.#file
    const last = Math.min(file.length, from + this.#spare)
    for (let at = from; at < last;) {
      const byte = file[at]!
      if (byte === open) at = behindString(file, at, last)
      else if (byte === percent) at = behind(file, at, last, isLineEnd)
      else if (byte === less && file[at + 1] !== less) at = behind(file, at, last, isGreater) + 1
      else if (byte === slash) at = behind(file, at + 1, last, isIrregular)
      else if (isIrregular(byte)) at++
      else {
        const end = behind(file, at, last, isIrregular)
        const ending = this.#endingIn(at, end)
        if (ending >= 0) return ending
        at = end
      }
      if (at < 0) return -1
    }
    return -1
  }

  #endingIn(from: number, to: number): number {
    const file = this.#file
    const word = endings.find(
      (each) => to - from >= each.length && file.compare(each, 0, each.length, to - each.length, to) === 0,
    )
    if (!word) return -1
    const at = to - word.length
    return word.length === 3 ? (numberBefore(file, at) >= 0 ? at : -1) : at
  }
}

type Seeker = (from: number) => number

/** `indexOf` that remembers its last answer, so that many questions cost one pass over the file. */
function seeker(file: Buffer, word: string): Seeker {
  let [asked, found] = [Infinity, -1]
  return (from) => {
    if (from < asked || from > found) {
      found = file.indexOf(word, from, 'latin1')
      if (found < 0) found = Infinity
    }
    asked = from
    return found
  }
}

function isEndOfObject(file: Buffer, at: number): boolean {
  return file[at - 1] === 0x64 && file[at - 2] === 0x6e && file[at - 3] === 0x65
}

function isKeyword(file: Buffer, at: number, length: number): boolean {
  const [before, after] = [file[at - 1] ?? blank, file[at + length] ?? blank]
  return (before === greater || isBlank(before)) && isBlank(after)
}

/** Behind the bracket that ends a literal string (7.3.4.2); -1: none does. */
function behindString(file: Buffer, from: number, last: number): number {
  let depth = 0
  for (let at = from; at < last; at++) {
    const byte = file[at]
    if (byte === backslash) at++
    else if (byte === open) depth++
    else if (byte === close && --depth === 0) return at + 1
  }
  return -1
}

function behind(file: Buffer, from: number, last: number, stop: (byte: number) => boolean): number {
  let at = from
  while (at < last && !stop(file[at]!)) at++
  return at
}

const isLineEnd = (byte: number): boolean => byte === 10 || byte === 13
const isGreater = (byte: number): boolean => byte === greater
const isIrregular = (byte: number): boolean => isBlank(byte) || delimiters.has(byte)

function isBlank(byte: number): boolean {
  return byte === blank || (byte >= tab && byte <= 13) || byte === 0
}
