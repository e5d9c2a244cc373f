/** The pages of a picture file, frame by frame, with a gap for each that cannot be shown. */
import { Uninspectable } from '../../errors.js'
import { at } from '../../place.js'
import type { Piece, Place, Work } from '../../types.js'
import { MOST_FRAMES, stills } from './animation.js'
import { apngFrames } from './apng.js'
import { readBmp } from './bmp.js'
import { readBmpHeader, wrappedIn } from './bmp-header.js'
import { compressionOf } from './compressions.js'
import { drawnFrame, frameAt, tiffFrames, tiffPages, type PictureFrame } from './frames.js'
import type { PictureFormat } from './kinds.js'
import { lacksRows } from './png-rows.js'
import { broken, sheet, type PageNumbering } from './sheet.js'

const only: PageNumbering = { number: 1, of: 1 }

export async function* sheets(
  kind: PictureFormat,
  bytes: Uint8Array,
  place: Place,
  work: Work,
): AsyncGenerator<Piece> {
  if (kind === 'bmp') yield* bmpSheet(bytes, place, work)
  else if (kind === 'tiff') yield* tiffSheets(bytes, place, work)
  else {
    const first = await frameAt(kind, bytes, 0)
    if (!first) throw unreadable(kind)
    if (kind === 'avif' && first.facts.frames > 1) yield* listed(kind, bytes, first.facts.frames, place, work)
    else if (first.facts.frames > 1) yield* animated(bytes, first, place, work)
    else if (kind === 'png') yield* pngSheets(bytes, first, place, work)
    else yield* sheet(first, place, only, work)
  }
}

const unreadable = (kind: PictureFormat) =>
  new Uninspectable('corrupt', { code: 'picture.broken', args: { format: kind.toUpperCase() } })

async function* bmpSheet(bytes: Uint8Array, place: Place, work: Work): AsyncGenerator<Piece> {
  const header = readBmpHeader(bytes)
  if (!header) throw unreadable('bmp')
  const wrapped = wrappedIn(bytes, header)
  const inner = wrapped && (await frameAt('png', wrapped, 0))
  if (wrapped && !inner) throw unreadable('bmp')
  if (inner) return yield* sheet(inner, place, only, work)
  const { width, height } = header
  work.budget.spend('pixels', width * height)
  const limit = 128
  if (width * height > limit * 1e6) {
    throw new Uninspectable('limit', { code: 'picture.too-large', args: { width, height, limit } })
  }
  const { grid, damaged } = readBmp(bytes, header)
  yield* sheet(drawnFrame(grid), place, only, work)
  if (damaged) yield { kind: 'gap', cause: 'corrupt', place, detail: { code: 'picture.damaged' } }
}

async function* tiffSheets(bytes: Uint8Array, place: Place, work: Work): AsyncGenerator<Piece> {
  const { ifds } = tiffPages(bytes)
  const of = Math.max(1, ifds.length)
  const { from, to } = work.range ?? { from: 1, to: of }
  for (let number = from; number <= Math.min(to, of); number++) {
    let under = 0
    for await (const frame of tiffFrames(bytes, ifds[number - 1], number - 1)) {
      const numbering = { number, of, ...(under > 0 && { label: `sub-${under}` }) }
      under++
      for await (const piece of kindly(frame, place, numbering, work))
        yield asCompressed(piece, number, compressionOf(ifds[number - 1]))
    }
  }
}

/** What nobody here can unpack is not damaged: it says how to convert it. */
function asCompressed(piece: Piece, page: number, name: string | null): Piece {
  if (name === null || piece.kind !== 'gap' || piece.cause !== 'corrupt') return piece
  return { ...piece, cause: 'unsupported', detail: { code: 'picture.compression', args: { page, name } } }
}

/** One frame that is broken or too large does not take the others with it. */
async function* kindly(
  frame: PictureFrame | null,
  place: Place,
  numbering: PageNumbering,
  work: Work,
): AsyncGenerator<Piece> {
  if (!frame) return yield broken(place, numbering)
  try {
    yield* sheet(frame, place, numbering, work)
  } catch (error) {
    if (!(error instanceof Uninspectable)) throw error
    yield {
      kind: 'gap',
      cause: error.reason,
      place: at(place, { page: numbering.number }),
      detail: error.said,
    }
  }
}

async function* listed(
  kind: PictureFormat,
  bytes: Uint8Array,
  of: number,
  place: Place,
  work: Work,
): AsyncGenerator<Piece> {
  for (let number = 1; number <= of; number++) {
    yield* kindly(await frameAt(kind, bytes, number - 1), place, { number, of }, work)
  }
}

async function* animated(
  bytes: Uint8Array,
  first: PictureFrame,
  place: Place,
  work: Work,
): AsyncGenerator<Piece> {
  const { width, height, frames: of } = first.facts
  work.budget.spend('pixels', width * height)
  let distinct = 0
  for await (const { frame, number, damaged } of stills(bytes, first.facts)) {
    if (distinct++ >= MOST_FRAMES) {
      const args = { total: of, limit: MOST_FRAMES, from: number }
      yield { kind: 'gap', cause: 'limit', place, detail: { code: 'picture.frames', args } }
      return
    }
    yield* kindly(frame, place, { number, of }, work)
    if (frame && damaged)
      yield {
        kind: 'gap',
        cause: 'corrupt',
        place: at(place, { page: number }),
        detail: { code: 'picture.damaged' },
      }
  }
  yield { kind: 'note', detail: { code: 'picture.same-frames', args: { total: of, distinct } } }
}

/** Each frame of an animated PNG shows only the part of the canvas that changed; there new text would be. */
async function* pngSheets(
  bytes: Uint8Array,
  first: PictureFrame,
  place: Place,
  work: Work,
): AsyncGenerator<Piece> {
  const { width, height } = first.facts
  if (width * height <= work.budget.limits.pixels && (await lacksRows(bytes)))
    throw new Uninspectable('corrupt', { code: 'picture.lacks-rows', args: { width, height } })
  const animation = apngFrames(bytes, MOST_FRAMES)
  const later = animation?.later ?? []
  const of = later.length + 1
  yield* sheet(first, place, { number: 1, of }, work)
  for (const [index, file] of later.entries()) {
    yield* kindly(await frameAt('png', file, 0), place, { number: index + 2, of }, work)
  }
  if (!animation || animation.count <= MOST_FRAMES) return
  const args = { total: animation.count, limit: MOST_FRAMES, from: MOST_FRAMES + 1 }
  yield { kind: 'gap', cause: 'limit', place, detail: { code: 'picture.frames', args } }
}
