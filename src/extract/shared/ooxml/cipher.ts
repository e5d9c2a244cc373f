/**
 * Office packages behind a known password, opened ([MS-OFFCRYPTO] 2.3.4): the agile way of Office 2010 and later, and
 * the standard one of Office 2007. Null: another password, or a way not known here.
 */
import { createDecipheriv, createHash } from 'node:crypto'
import type { Bytes } from '../bytes.js'
import { readXml } from '../xml.js'

/** Workbooks that are only write-protected are encrypted with this one; Excel opens them without asking (2.4.191). */
export const DEFAULT_PASSWORD = 'VelvetSweatshop'

/** More rounds than any program makes: a file may ask for years of work. */
const MOST_ROUNDS = 2_000_000

export function openPackage(info: Bytes, stored: Bytes, password: string): Uint8Array | null {
  const [major, minor] = [info.uint16(0), info.uint16(2)]
  try {
    if (major === 4 && minor === 4) return openAgile(info, stored, password)
    return minor === 2 && major >= 2 && major <= 4 ? openStandard(info, stored, password) : null
  } catch {
    // A cipher, a hash or a length that does not exist: nothing can be opened with it.
    return null
  }
}

type Attributes = Readonly<Record<string, string>>

/** 2.3.4.10 to 2.3.4.15. */
function openAgile(info: Bytes, stored: Bytes, password: string): Uint8Array | null {
  const found = new Map<string, Attributes>()
  readXml(info.slice(8, info.length), new Map(), {
    open: (element) => void found.set(element.local, element.attributes() as Attributes),
  })
  const [data, key] = [found.get('keyData'), found.get('encryptedKey')]
  if (!data || !key) return null
  const rounds = Number(key['spinCount'])
  if (!(rounds >= 0 && rounds <= MOST_ROUNDS)) return null
  const salt = base64(key['saltValue'])
  const hash = hashName(key['hashAlgorithm'])
  const base = spun(hash, salt, password, rounds)
  const opened = (block: string, value: string | undefined) =>
    decipher(
      key,
      fitted(digest(hash, base, Buffer.from(block, 'hex')), Number(key['keyBits']) / 8),
      salt,
      base64(value),
    )
  const input = opened(VERIFIER_INPUT, key['encryptedVerifierHashInput'])
  const wanted = opened(VERIFIER_VALUE, key['encryptedVerifierHashValue'])
  const verified = digest(hash, input.subarray(0, salt.length))
  if (!verified.equals(wanted.subarray(0, verified.length))) return null
  const secret = opened(KEY_VALUE, key['encryptedKeyValue']).subarray(0, Number(data['keyBits']) / 8)
  return segments(stored, data, secret)
}

/** Block keys (2.3.4.11, 2.3.4.13). */
const [VERIFIER_INPUT, VERIFIER_VALUE, KEY_VALUE] = [
  'fea7d2763b4b9e79',
  'd7aa0f6d3061344e',
  '146e0be7abacd0d6',
] as const
const SEGMENT = 4096

function segments(stored: Bytes, data: Attributes, secret: Buffer): Uint8Array {
  const [salt, hash] = [base64(data['saltValue']), hashName(data['hashAlgorithm'])]
  const pieces: Buffer[] = []
  for (let at = 8, index = 0; at < stored.length; at += SEGMENT, index++) {
    const vector = digest(hash, salt, uint32(index))
    pieces.push(decipher(data, secret, vector, stored.slice(at, Math.min(at + SEGMENT, stored.length))))
  }
  return Buffer.concat(pieces).subarray(0, stored.uint32(0))
}

function decipher(how: Attributes, key: Buffer, vector: Buffer, bytes: Uint8Array): Buffer {
  const mode = /cfb/i.test(how['cipherChaining'] ?? '') ? 'cfb8' : 'cbc'
  const block = Number(how['blockSize'] ?? 16)
  const cipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, fitted(vector, block))
  cipher.setAutoPadding(false)
  const whole = bytes.subarray(0, bytes.length - (bytes.length % block))
  return Buffer.concat([cipher.update(whole), cipher.final()])
}

/** 2.3.4.5 to 2.3.4.9: AES in single blocks, SHA-1, 50,000 rounds. */
function openStandard(info: Bytes, stored: Bytes, password: string): Uint8Array | null {
  const header = 12
  const verifier = header + info.uint32(8)
  const bits = info.uint32(header + 16) || 128
  const salt = Buffer.from(info.slice(verifier + 4, verifier + 20))
  const base = digest('sha1', spun('sha1', salt, password, STANDARD_ROUNDS), uint32(0))
  const key = Buffer.concat([padded(base, 0x36), padded(base, 0x5c)]).subarray(0, bits / 8)
  const blocks = (bytes: Uint8Array) => {
    const cipher = createDecipheriv(`aes-${bits}-ecb`, key, null)
    cipher.setAutoPadding(false)
    return Buffer.concat([cipher.update(bytes.subarray(0, bytes.length & ~15)), cipher.final()])
  }
  const input = blocks(info.slice(verifier + 20, verifier + 36))
  const wanted = blocks(info.slice(verifier + 40, verifier + 72))
  const verified = digest('sha1', input)
  if (!verified.equals(wanted.subarray(0, verified.length))) return null
  return blocks(stored.slice(8, stored.length)).subarray(0, stored.uint32(0))
}

const STANDARD_ROUNDS = 50_000

/** 2.3.4.7: a hash mixed into 64 bytes of one value. */
function padded(base: Buffer, value: number): Buffer {
  const mixed = Buffer.alloc(64, value)
  base.forEach((byte, index) => (mixed[index] = byte ^ value))
  return digest('sha1', mixed)
}

/** The password hashed with its salt, then over and over with the number of the round. */
function spun(hash: string, salt: Buffer, password: string, rounds: number): Buffer {
  let value = digest(hash, salt, Buffer.from(password, 'utf16le'))
  for (let round = 0; round < rounds; round++) value = digest(hash, uint32(round), value)
  return value
}

export const digest = (hash: string, ...parts: readonly Uint8Array[]): Buffer => {
  const made = createHash(hash)
  for (const part of parts) made.update(part)
  return made.digest()
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Cut to a length, or filled up with 0x36 (2.3.4.11). */
function fitted(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)])
}

const base64 = (text = '') => Buffer.from(text, 'base64')
const hashName = (name = '') => name.toLowerCase().replace('-', '')
