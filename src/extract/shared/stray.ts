/** Bytes in and around an archive that belong to no entry: inspected as a part of their own. */
import type { Piece, Source } from '../../types.js'
import { isPadding, sliceOf } from './slice.js'

/** Padding is not worth a look; whatever else is longer than this is. */
const MOST_PADDING = 1024 * 1024

/** Offsets and lengths in bytes of `source`. */
export async function* strayPieces(
  source: Source,
  stretches: readonly { readonly offset: number; readonly length: number }[],
): AsyncGenerator<Piece> {
  for (const stretch of stretches) {
    const { offset, length } = stretch
    if (length <= MOST_PADDING && isPadding(await source.read(offset, length))) continue
    const where = offset === 0 ? 'prepended' : offset + length === source.size ? 'appended' : 'unlisted'
    const step = { name: `${where}-data.bin`, part: 'attachment' } as const
    yield { kind: 'part', role: 'attachment', source: sliceOf(source, stretch, step) }
  }
}
