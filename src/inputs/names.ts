/** Paths as reports write them. */
import { Buffer } from 'node:buffer'

/** `/` separators, NFC, without a leading `./`. */
export function displayPath(path: string, separator: string): string {
  const slashed = separator === '\\' ? path.replaceAll('\\', '/') : path
  return slashed.normalize('NFC').replace(/^\.\//, '')
}

export function joinRaw(folder: Buffer, name: Buffer, separator: string): Buffer {
  return Buffer.concat([folder, Buffer.from(separator), name])
}
