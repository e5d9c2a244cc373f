/** The archive formats 7-Zip reads, each told by its first bytes. */
import type { Probe } from '../../types.js'

export interface PackedFormat {
  readonly format: string
  readonly extensions: readonly string[]
  readonly accepts: (probe: Probe) => boolean
  /** Holds one stream and no list of entries: the content is named after the file. */
  readonly single?: boolean
}

const starts =
  (...magics: readonly string[]) =>
  ({ head }: Probe) =>
    magics.some(
      (magic) => Buffer.from(head.subarray(0, magic.length)).toString('latin1') === magic && head.length > 0,
    )
const fits =
  (pattern: RegExp) =>
  ({ head }: Probe) =>
    pattern.test(Buffer.from(head.subarray(0, 128)).toString('latin1'))

export const packedFormats: readonly PackedFormat[] = [
  { format: '7z', extensions: ['7z', '001'], accepts: starts('7z\xbc\xaf\x27\x1c') },
  {
    format: 'rar',
    extensions: ['rar', 'r00', 'cbr'],
    accepts: starts('Rar!\x1a\x07\x00', 'Rar!\x1a\x07\x01\x00'),
  },
  { format: 'bzip2', extensions: ['bz2', 'tbz2', 'tbz', 'bz'], accepts: fits(/^BZh[1-9](1AY&SY|\x17rE8P\x90)/), single: true }, // prettier-ignore
  { format: 'xz', extensions: ['xz', 'txz'], accepts: starts('\xfd7zXZ\0'), single: true },
  { format: 'zstd', extensions: ['zst', 'tzst', 'zstd'], accepts: starts('\x28\xb5\x2f\xfd'), single: true },
  { format: 'compress', extensions: ['z', 'taz'], accepts: fits(/^\x1f\x9d[\x80-\x9f]/), single: true },
  { format: 'lzma', extensions: ['lzma', 'tlz'], accepts: isLzma, single: true },
  { format: 'cab', extensions: ['cab'], accepts: starts('MSCF\0\0\0\0') },
  // The first header is at most 2,600 bytes long and states its own size twice over.
  { format: 'arj', extensions: ['arj'], accepts: ({ head }) => head[0] === 0x60 && head[1] === 0xea && head[3]! <= 0x0a && head[4]! >= 30 && head[4]! < 64 }, // prettier-ignore
  { format: 'lzh', extensions: ['lzh', 'lha'], accepts: fits(/^[^]{2}-(lh[\dd]|lz[s45]|pm[012])-/) },
  { format: 'cpio', extensions: ['cpio'], accepts: fits(/^07070[12][\da-f]{104}/i) },
  { format: 'wim', extensions: ['wim', 'esd', 'swm'], accepts: starts('MSWIM\0\0\0') },
  { format: 'ar', extensions: ['a', 'ar', 'deb', 'lib'], accepts: starts('!<arch>\n') },
  { format: 'rpm', extensions: ['rpm'], accepts: starts('\xed\xab\xee\xdb') },
  { format: 'xar', extensions: ['xar', 'pkg'], accepts: starts('xar!') },
  { format: 'chm', extensions: ['chm'], accepts: starts('ITSF\x03\0\0\0') },
  // The descriptor stands 32 KiB into the file (ECMA-119, 6.2.1), further than the first look.
  { format: 'iso', extensions: ['iso', 'udf'], accepts: ({ head, name }) => /\.(iso|udf)$/.test(name) && !head.subarray(512).some(Boolean) }, // prettier-ignore
]

/** Five bytes of properties, then the size or 2⁶⁴−1; no magic, so the name must agree. */
function isLzma({ head, name }: Probe): boolean {
  return /\.(lzma|tlz)$/.test(name) && head[0] === 0x5d && head[1] === 0 && head[2] === 0
}

/** `a.tar.gz` holds `a.tar`, `a.tgz` too. */
export function innerName(name: string): string {
  const short = /^(.*)\.(tgz|taz|tbz2?|txz|tzst|tlz)$/i.exec(name)
  if (short) return `${short[1]}.tar`
  const stem = name.replace(/\.(gz|gzip|bz2?|xz|zstd?|lzma|z)$/i, '')
  return stem === name ? `${name}.unpacked` : stem
}

/** One of several volumes, none of which can be read alone. */
export function isVolume(name: string): boolean {
  return /\.(part\d+\.rar|r\d\d|z\d\d|\d{3}|7z\.\d+|zip\.\d+|zx\d\d)$/i.test(name)
}
