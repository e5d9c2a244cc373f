/** Encrypts BIFF8 streams as Excel does: RC4 and RC4 CryptoAPI ([MS-XLS] 2.2.10, [MS-OFFCRYPTO] 2.3.5, 2.3.6). */
import { createHash } from 'node:crypto'

const digest = (name, ...parts) => parts.reduce((hash, part) => hash.update(part), createHash(name)).digest()
const uint32 = (value) => Buffer.from(Uint32Array.of(value).buffer)
const uint16 = (...values) => Buffer.from(Uint16Array.from(values).buffer)
const noise = (length, seed) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 151 + seed * 71 + 29) & 255))

/** Key stream over `bytes`, one piece behind the other. */
function rc4(key, ...pieces) {
  const box = Array.from({ length: 256 }, (_, index) => index)
  const swap = (one, other) => ([box[one], box[other]] = [box[other], box[one]])
  for (let i = 0, j = 0; i < 256; i += 1) swap(i, (j = (j + box[i] + key[i % key.length]) & 255))
  let [i, j] = [0, 0]
  return pieces.map((piece) =>
    Buffer.from(
      [...piece].map((byte) => {
        i = (i + 1) & 255
        j = (j + box[i]) & 255
        swap(i, j)
        return byte ^ box[(box[i] + box[j]) & 255]
      }),
    ),
  )
}

const record = (data) => Buffer.concat([uint16(0x2f, data.length), data])
const [salt, verifier] = [noise(16, 1), noise(16, 2)]

/** The FilePass record and the key of each block. @param {number} [bits] of the CryptoAPI way; absent: the older one */
function ways(password, bits) {
  const secret = Buffer.from(password, 'utf16le')
  if (!bits) {
    const start = digest('md5', secret).subarray(0, 5)
    const base = digest('md5', ...Array.from({ length: 16 }, () => [start, salt]).flat()).subarray(0, 5)
    const keyOf = (block) => digest('md5', base, uint32(block))
    const sealed = rc4(keyOf(0), verifier, digest('md5', verifier))
    return { pass: record(Buffer.concat([uint16(1, 1, 1), salt, ...sealed])), keyOf }
  }
  const base = digest('sha1', salt, secret)
  const keyOf = (block) => {
    const key = digest('sha1', base, uint32(block)).subarray(0, bits / 8)
    return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key
  }
  const [input, hash] = rc4(keyOf(0), verifier, digest('sha1', verifier))
  const provider = Buffer.from('Microsoft Enhanced Cryptographic Provider v1.0\0', 'utf16le')
  const header = [4, 0, 0x6801, 0x8004, bits, 1, 0, 0].map(uint32)
  const info = [uint16(1, 2, 2), uint32(4), uint32(32 + provider.length), ...header, provider]
  return { pass: record(Buffer.concat([...info, uint32(16), salt, input, uint32(20), hash])), keyOf }
}

const PLAIN = [0x809, 0x2f, 0xe1]

/** `streamOf` makes the stream around a FilePass record; it is encrypted behind it. */
export function encryptedWorkbook(streamOf, password, bits) {
  const { pass, keyOf } = ways(password, bits)
  const stream = streamOf(pass)
  const sealed = []
  for (let at = 0, block = 0; at < stream.length; at += 1024, block += 1)
    sealed.push(...rc4(keyOf(block), stream.subarray(at, at + 1024)))
  const bytes = Buffer.concat(sealed)
  for (let at = 0; at < stream.length;) {
    const end = at + 4 + stream.readUInt16LE(at + 2)
    const type = stream.readUInt16LE(at)
    const shown = PLAIN.includes(type) ? end : type === 0x85 ? at + 8 : at + 4
    stream.copy(bytes, at, at, shown)
    at = end
  }
  return bytes
}
