/** Words in bytes that only their own program understands. */
import { Bytes } from '../bytes.js'
import { commonShare } from '../charset/scores.js'

/** Runs of Han in UTF-16, at even and odd offsets. */
export function wideWords(bytes: Uint8Array): string[] {
  const found: string[] = []
  const data = new Bytes(bytes)
  for (const start of [0, 1]) {
    const text = data.utf16(start, (bytes.length - start) >> 1)
    for (const [run] of text.matchAll(wideRun)) if (!isChance(run)) found.push(run)
  }
  return found
}

const wideRun = /[\u4e00-\u9fff][\u4e00-\u9fff\u3000-\u303f\uff00-\uffef★☆\x20-\x7e]+/g

/** Two letters of ASCII make one Han too, but hardly ever common ones. */
function isChance(run: string): boolean {
  const bytes = Buffer.from(run.replace(/[\x20-\x7e]+/g, ''), 'utf16le')
  return bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0) || commonShare(run) < 0.2
}
