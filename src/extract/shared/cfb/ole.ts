/** Objects embedded through OLE: the packaged file, the presentation, the program they belong to ([MS-OLEDS]). */
import { Bytes } from '../bytes.js'
import { textIn } from '../charset/code-pages.js'

export interface EmbeddedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A string that ends in 0, and where the next thing begins. */
function zeroEnded(data: Bytes, at: number): { text: string; end: number } {
  const end = data.bytes.indexOf(0, at)
  const stop = end < 0 ? data.length : end
  return { text: textIn(936, data.slice(at, stop)), end: stop + 1 }
}

const lastPart = (path: string): string => path.replace(/^.*[\\/]/, '')

/** `\1Ole10Native` (2.3.6): a length, then the object packager's label, path and file; or the data of any program. */
export function nativeData(stream: Uint8Array): EmbeddedFile {
  const data = new Bytes(stream)
  const own = data.part(4, 4 + data.uint32(0))
  return packagedFile(own) ?? { name: 'object.bin', bytes: own.bytes }
}

/** What the object packager wrote: label, path, the file; null: it is something else. */
export function packagedFile(own: Bytes): EmbeddedFile | null {
  const label = zeroEnded(own, 2)
  const path = zeroEnded(own, label.end)
  const copied = path.end + 8 + own.uint32(path.end + 4)
  const size = own.uint32(copied)
  if (own.uint16(0) === 2 && size > 0 && copied + 4 + size <= own.length)
    return { name: lastPart(label.text) || 'package.bin', bytes: own.slice(copied + 4, copied + 4 + size) }
  return null
}

/** Clipboard formats of presentations (2.1.1): what the object looks like in the document. */
const pictures: Readonly<Record<number, string>> = { 3: 'wmf', 8: 'dib', 14: 'emf' }

/** `\2OlePres000` (2.3.4); null: none, or of a format nobody can show. */
export function presentation(stream: Uint8Array): { extension: string; bytes: Uint8Array } | null {
  const data = new Bytes(stream)
  const marker = data.uint32(0)
  if (marker < 0xfffffffe) return null
  const device = 8 + Math.max(4, data.uint32(8))
  const size = data.uint32(device + 24)
  const extension = pictures[data.uint32(4)]
  const bytes = data.slice(device + 28, device + 28 + size)
  return extension && bytes.length > 0 ? { extension, bytes } : null
}

/** `\1Ole` (2.3.3) of a linked object: the file it stands for; '' when it is embedded. */
export function linkTarget(stream: Uint8Array): string {
  const data = new Bytes(stream)
  if (!(data.uint32(4) & 1)) return ''
  const found = /(?:[a-z]:\\|\\\\|https?:\/\/|file:)[^\0]{3,}/i.exec(textIn(936, stream))
  return found?.[0] ?? '?'
}
