/** Ways of compressing a TIFF that the decoder at hand may lack, by the number in tag 259 (libtiff's tiff.h). */
import type { Ifd } from './ifd.js'

const COMPRESSION = 259

const rare: Readonly<Record<number, string>> = {
  9: 'JBIG',
  10: 'JBIG',
  32766: 'NeXT',
  32809: 'ThunderScan',
  34661: 'JBIG',
  34676: 'SGI LogL',
  34677: 'SGI LogLuv',
  34712: 'JPEG 2000',
  34887: 'LERC',
  34925: 'LZMA',
  50000: 'ZSTD',
  50001: 'WebP',
  50002: 'JPEG XL',
}

/** As people call it; null for those of TIFF 6.0, which every decoder has. */
export function compressionOf(ifd: Ifd | undefined): string | null {
  return rare[ifd?.tags.get(COMPRESSION)?.numbers[0] ?? 0] ?? null
}
