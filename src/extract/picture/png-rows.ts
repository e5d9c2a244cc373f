/** Whether a PNG holds the pixels its header promises: decoding what is not there takes a minute and shows nothing. */
import { createInflate } from 'node:zlib'
import { view } from './anatomy.js'
import { pngChunks } from './png.js'

/** Bytes of pixels promised, from which it is worth asking. */
const LARGE = 32 * 1024 * 1024
/** Promised bytes for each one stored; scans and drawings shrink less. */
const SHRUNK = 40
/** Less than this share of what is promised, in a stream that is whole, and the size in the header is wrong. */
const LEAST = 0.5
/** Rows in a stream that breaks off, under which there is no line of print to show. */
const FEWEST_ROWS = 8
/** Samples of a pixel by colour type (W3C PNG, third edition, 11.2.1). */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Where the stream breaks off, what there is of it is shown: false, if that is more than a few rows. */
export async function lacksRows(bytes: Uint8Array): Promise<boolean> {
  const [stored, { promised, height }] = [storedIn(bytes), promisedIn(bytes)]
  const size = stored.reduce((sum, { length }) => sum + length, 0)
  if (promised < LARGE || promised < SHRUNK * size) return false
  const inflate = createInflate()
  let count = 0
  try {
    for (const part of stored) inflate.write(part)
    inflate.end()
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      count += chunk.length
      if (count >= LEAST * promised) return false
    }
    return true
  } catch {
    return count < (FEWEST_ROWS / height) * promised
  } finally {
    inflate.destroy()
  }
}

function storedIn(bytes: Uint8Array): Uint8Array[] {
  return [...pngChunks(bytes)].flatMap(({ type, body }) => (type === 'IDAT' ? [body] : []))
}

function promisedIn(bytes: Uint8Array): { promised: number; height: number } {
  const [head] = pngChunks(bytes)
  if (head?.type !== 'IHDR' || head.body.length < 13) return { promised: 0, height: 0 }
  const [width, height] = [view(head.body).getUint32(0), view(head.body).getUint32(4)]
  return { promised: (width * height * head.body[8]! * (samples[head.body[9]!] ?? 1)) / 8, height }
}
