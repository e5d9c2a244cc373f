/** Encrypts a package the agile way, as Office does it ([MS-OFFCRYPTO] 2.3.4.10), with few rounds so that tests are quick. */
import { createCipheriv, createHash } from 'node:crypto'

const digest = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha512')).digest()
const uint32 = (value) => Buffer.from(Uint32Array.of(value).buffer)
const noise = (length, seed) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 167 + seed * 59 + 13) & 255))

function cipher(key, vector, bytes) {
  const made = createCipheriv('aes-256-cbc', key, vector.subarray(0, 16))
  made.setAutoPadding(false)
  const filled = Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])
  return Buffer.concat([made.update(filled), made.final()])
}

/** The two streams: EncryptionInfo and EncryptedPackage. */
export function encrypted(bytes, password, rounds = 10) {
  const [salt, dataSalt, secret, input] = [noise(16, 1), noise(16, 2), noise(32, 3), noise(16, 4)]
  let base = digest(salt, Buffer.from(password, 'utf16le'))
  for (let round = 0; round < rounds; round += 1) base = digest(uint32(round), base)
  const sealed = (block, value) =>
    cipher(digest(base, Buffer.from(block, 'hex')).subarray(0, 32), salt, value).toString('base64')
  const common =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"'
  const info = `<?xml version="1.0"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common} saltValue="${dataSalt.toString('base64')}"/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${rounds}" ${common} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${sealed('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${sealed('d7aa0f6d3061344e', digest(input))}" encryptedKeyValue="${sealed('146e0be7abacd0d6', secret)}"/></keyEncryptor></keyEncryptors></encryption>`
  const pieces = []
  for (let at = 0, index = 0; at < bytes.length; at += 4096, index += 1)
    pieces.push(cipher(secret, digest(dataSalt, uint32(index)), bytes.subarray(at, at + 4096)))
  const size = Buffer.alloc(8)
  size.writeUInt32LE(bytes.length)
  return {
    EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(info)]),
    EncryptedPackage: Buffer.concat([size, ...pieces]),
  }
}
