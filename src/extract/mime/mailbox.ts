/** A mailbox file cut into its messages (RFC 4155). */
import { Buffer } from 'node:buffer'

/** Without the `From ` lines; one that stands inside a text without an empty line before it begins nothing. */
export function messagesIn(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const messages: Uint8Array[] = []
  let start = afterLine(buffer, 0)
  for (let at = buffer.indexOf('\nFrom ', start); at >= 0; at = buffer.indexOf('\nFrom ', at + 1)) {
    const before = buffer[at - 1] === 0x0d ? buffer[at - 2] : buffer[at - 1]
    const line = buffer.toString('latin1', at + 1, Math.min(buffer.length, at + 400))
    if (before !== 0x0a || !/^From \S.*\r?\n>?[!-9;-~]+:/.test(line)) continue
    messages.push(buffer.subarray(start, at))
    start = afterLine(buffer, at + 1)
  }
  return [...messages, buffer.subarray(start)]
}

function afterLine(buffer: Buffer, at: number): number {
  const end = buffer.indexOf(0x0a, at)
  return end < 0 ? buffer.length : end + 1
}
