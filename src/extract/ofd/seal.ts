/** What an electronic seal holds (GM/T 0031, GB/T 38540): names as text, the picture as bytes, by walking its DER. */

export interface ElectronicSeal {
  /** Names: UTF-8 and BMP strings outside of certificates, in order. */
  readonly strings: readonly string[]
  readonly pictures: readonly { readonly extension: string; readonly bytes: Uint8Array }[]
}

const mostDepth = 16
const mostValues = 20_000

/** Never throws; what cannot be parsed holds nothing to read. */
export function readSeal(bytes: Uint8Array): ElectronicSeal {
  const strings: string[] = []
  const pictures: { extension: string; bytes: Uint8Array }[] = []
  let values = 0
  const walk = (start: number, end: number, depth: number) => {
    for (let at = start; at < end && values < mostValues;) {
      const value = valueAt(bytes, at, end)
      if (!value) return
      values++
      const content = bytes.subarray(value.start, value.end)
      const extension = value.tag === OCTET_STRING ? pictureKind(content) : null
      if (extension) pictures.push({ extension, bytes: content })
      else if (value.tag & CONSTRUCTED && depth < mostDepth) walk(value.start, value.end, depth + 1)
      else {
        const text = stringOf(value.tag, content)
        if (text && /[\p{L}\p{N}]/u.test(text)) strings.push(text)
      }
      at = value.end
    }
  }
  walk(0, bytes.length, 0)
  return { strings, pictures }
}

const OCTET_STRING = 0x04
const CONSTRUCTED = 0x20

function valueAt(bytes: Uint8Array, at: number, end: number) {
  const tag = bytes[at]!
  let length = bytes[at + 1] ?? 0
  let start = at + 2
  if (length > 0x84 || length === 0x80) return null
  if (length > 0x80) {
    const count = length - 0x80
    length = 0
    for (let index = 0; index < count; index++) length = length * 256 + (bytes[start + index] ?? 0)
    start += count
  }
  return start + length <= end ? { tag, start, end: start + length } : null
}

function stringOf(tag: number, content: Uint8Array): string | null {
  if (tag === 0x0c) return new TextDecoder().decode(content)
  if (tag === 0x1e) return new TextDecoder('utf-16be').decode(content)
  return null
}

/** By the first bytes; a certificate or signature is none of these. */
export function pictureKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('\x89PNG')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpg'
  if (head.startsWith('GIF8')) return 'gif'
  if (head.startsWith('BM') && bytes.length > 54) return 'bmp'
  if (head.startsWith('PK\x03\x04')) return 'ofd'
  if (head.startsWith('<?xml') || head.startsWith('<svg')) return 'svg'
  return null
}
