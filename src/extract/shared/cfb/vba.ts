/** The source of macros out of a VBA project ([MS-OVBA]). */
import { Bytes } from '../bytes.js'
import { textIn } from '../charset/code-pages.js'
import type { Cfb, CfbEntry } from '../cfb.js'
import { childNamed } from '../cfb.js'

export interface Module {
  readonly name: string
  readonly lines: readonly string[]
  /** False: the source breaks off. */
  readonly whole: boolean
}

const MOST_SOURCE = 64 * 1024 * 1024

/** `storage` is the one named `VBA`. Streams it holds beside modules are the program's own. */
export function modulesIn(cfb: Cfb, storage: CfbEntry): Module[] {
  const directory = childNamed(storage, 'dir')
  const { text: dir, whole } = decompressed(directory ? cfb.read(directory).bytes : new Uint8Array(0), 0)
  const { codePage, offsets } = directoryOf(new Bytes(dir))
  const modules = storage.children.filter(
    ({ kind, name }) => kind === 'stream' && !/^(dir|_VBA_PROJECT|__SRP_.*)$/i.test(name),
  )
  const found = modules.map((entry) => {
    const { bytes, fault } = cfb.read(entry)
    const offset = offsets.get(entry.name.toLowerCase()) ?? sourceOffset(bytes)
    const source = offset === null ? null : decompressed(bytes, offset)
    const lines = source ? textIn(codePage, source.text).split(/\r\n?|\n/) : []
    return { name: entry.name, lines, whole: !fault && source?.whole === true }
  })
  return directory && !whole ? [...found, { name: 'dir', lines: [], whole: false }] : found
}

/** Lines a person wrote; the rest say how the module is kept. */
export const isWritten = (line: string): boolean =>
  line.trim() !== '' && !/^(Attribute VB_|VERSION \d|BEGIN$|END$|\s+\w+\s+=\s)/.test(line)

/** Code page, and where in each module's stream the source begins (2.3.4.2). */
function directoryOf(dir: Bytes): { codePage: number; offsets: Map<string, number> } {
  let codePage = 1252
  let stream = ''
  const offsets = new Map<string, number>()
  for (let at = 0; at + 6 <= dir.length;) {
    const id = dir.uint16(at)
    // PROJECTVERSION states a length that leaves out its last two bytes (2.3.4.2.1.11).
    const size = id === 0x0009 ? 6 : dir.uint32(at + 2)
    if (id === 0x0003) codePage = dir.uint16(at + 6)
    else if (id === 0x001a) stream = textIn(codePage, dir.slice(at + 6, at + 6 + size))
    else if (id === 0x0032) stream = dir.utf16(at + 6, size >> 1)
    else if (id === 0x0031) offsets.set(stream.toLowerCase(), dir.uint32(at + 6))
    at += 6 + size
  }
  return { codePage, offsets }
}

/** Every module's source begins with `Attribut`, the first eight letters of its first chunk left as they are. */
function sourceOffset(bytes: Uint8Array): number | null {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('\0Attribut', 0, 'latin1')
  return found < 3 ? null : found - 3
}

/** CompressedContainer (2.4.1.3): chunks of 4,096 bytes made of letters and of copies of what came before. */
export function decompressed(bytes: Uint8Array, offset: number): { text: Uint8Array; whole: boolean } {
  const data = new Bytes(bytes)
  const chunks: Uint8Array[] = []
  let total = 0
  let whole = data.uint8(offset) === 1
  for (let at = offset + 1; whole && at + 2 <= data.length;) {
    const head = data.uint16(at)
    const end = at + 3 + (head & 0xfff)
    if (((head >> 12) & 7) !== 3) break
    if (end > data.length) whole = false
    const chunk = head & 0x8000 ? chunkOf(data, at + 2, Math.min(end, data.length)) : data.slice(at + 2, end)
    chunks.push(chunk)
    total += chunk.length
    if (total > MOST_SOURCE) whole = false
    at = end
  }
  return { text: Buffer.concat(chunks), whole }
}

function chunkOf(data: Bytes, from: number, to: number): Uint8Array {
  const out = new Uint8Array(4_096)
  let length = 0
  for (let at = from; at < to && length < out.length;) {
    const flags = data.uint8(at++)
    for (let bit = 0; bit < 8 && at < to && length < out.length; bit++) {
      if (!(flags & (1 << bit))) {
        out[length++] = data.uint8(at++)
        continue
      }
      const token = data.uint16(at)
      at += 2
      const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, length))))
      const back = (token >> (16 - bits)) + 1
      for (let left = (token & (0xffff >> bits)) + 3; left > 0 && length < out.length; left--, length++)
        out[length] = out[length - back] ?? 0
    }
  }
  return out.subarray(0, length)
}
