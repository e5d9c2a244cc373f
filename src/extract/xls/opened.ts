/**
 * Old workbooks behind the password that Excel tries by itself, opened: RC4 and RC4 CryptoAPI ([MS-XLS] 2.2.10,
 * 2.4.117; [MS-OFFCRYPTO] 2.3.5, 2.3.6).
 */
import { Bytes } from '../shared/bytes.js'
import { DEFAULT_PASSWORD, digest, uint32 } from '../shared/ooxml/cipher.js'
import { Rc4 } from '../shared/cfb/rc4.js'
import { Biff } from './record-types.js'

/** Makes the cipher of each block of 1,024 bytes. */
type CipherOf = (block: number) => Rc4

const BLOCK = 1024
/** FilePass stands among the first records. */
const MOST_RECORDS = 16
/** Their data are never encrypted: BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const PLAIN: readonly number[] = [Biff.BOF, Biff.FilePass, 0x194, 0x195, 0xe1, 0x196, 0x138]

/** The stream in clear; null where it is not encrypted, by another password or in another way. */
export function openedStream(stream: Bytes, password = DEFAULT_PASSWORD): Bytes | null {
  const pass = filePassOf(stream)
  const cipherOf = pass && cipherFor(pass, password)
  return cipherOf ? decrypted(stream, cipherOf) : null
}

function filePassOf(stream: Bytes): Bytes | null {
  for (let at = 0, count = 0; at + 4 <= stream.length && count < MOST_RECORDS; count++) {
    const end = at + 4 + stream.uint16(at + 2)
    if (stream.uint16(at) === Biff.FilePass) return stream.part(at + 4, end)
    at = end
  }
  return null
}

function cipherFor(pass: Bytes, password: string): CipherOf | null {
  const [isRc4, major, minor] = [pass.uint16(0) === 1, pass.uint16(2), pass.uint16(4)]
  if (!isRc4) return null
  if (major === 1 && minor === 1) return byMd5(pass, password)
  return major >= 2 && major <= 4 && minor === 2 ? byCryptoApi(pass, password) : null
}

/** 2.3.6.1, 2.3.6.2: keys of 40 bits. */
function byMd5(pass: Bytes, password: string): CipherOf | null {
  const [salt, verifier, hash] = [pass.slice(6, 22), pass.slice(22, 38), pass.slice(38, 54)]
  const start = digest('md5', Buffer.from(password, 'utf16le')).subarray(0, 5)
  const mixed = Buffer.concat(Array.from({ length: 16 }, () => [start, salt]).flat())
  const base = digest('md5', mixed).subarray(0, 5)
  const cipherOf = (block: number) => new Rc4(digest('md5', base, uint32(block)))
  return isRight('md5', cipherOf, verifier, hash) ? cipherOf : null
}

/** 2.3.5.1, 2.3.5.2: SHA-1, keys of 40 to 128 bits. */
function byCryptoApi(pass: Bytes, password: string): CipherOf | null {
  const header = 14
  const verifier = header + pass.uint32(10)
  const bits = pass.uint32(header + 16) || 40
  if (bits < 40 || bits > 128 || bits % 8 !== 0) return null
  const salt = pass.slice(verifier + 4, verifier + 20)
  const base = digest('sha1', salt, Buffer.from(password, 'utf16le'))
  const cipherOf = (block: number) => {
    const key = digest('sha1', base, uint32(block)).subarray(0, bits / 8)
    return new Rc4(bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key)
  }
  const [stored, hash] = [pass.slice(verifier + 20, verifier + 36), pass.slice(verifier + 40, verifier + 60)]
  return isRight('sha1', cipherOf, stored, hash) ? cipherOf : null
}

/** 2.3.5.6, 2.3.6.4. */
function isRight(name: string, cipherOf: CipherOf, verifier: Uint8Array, hash: Uint8Array): boolean {
  const cipher = cipherOf(0)
  const clear = digest(name, cipher.apply(verifier))
  return hash.length === clear.length && clear.equals(cipher.apply(hash))
}

/** The key stream runs on over heads of records and over what is left in clear. */
function decrypted(stream: Bytes, cipherOf: CipherOf): Bytes {
  const clear = Buffer.alloc(stream.length)
  for (let at = 0, block = 0; at < stream.length; at += BLOCK, block++)
    clear.set(cipherOf(block).apply(stream.slice(at, at + BLOCK)), at)
  for (let at = 0; at < stream.length;) {
    const [type, end] = [stream.uint16(at), at + 4 + stream.uint16(at + 2)]
    // BoundSheet8 keeps the place of its sheet in clear.
    const shown = PLAIN.includes(type) ? end : type === Biff.BoundSheet8 ? at + 8 : at + 4
    clear.set(stream.slice(at, shown), at)
    at = end
  }
  return new Bytes(clear)
}
