/** Pictures: every frame as upright pixels, and the text fields that travel with them. */
import { Uninspectable } from '../errors.js'
import { at } from '../place.js'
import type { Extractor, Piece, Source, Work } from '../types.js'
import { pictureKind } from './picture/kinds.js'
import { pixelsOf } from './picture/pixels.js'
import { shapeOf } from './picture/shape.js'
import { decode, lookAt, turn } from './picture/sharp.js'

export const picture: Extractor = {
  format: 'picture',
  extensions: [
    'png',
    'apng',
    'jpg',
    'jpeg',
    'jpe',
    'jfif',
    'webp',
    'gif',
    'tif',
    'tiff',
    'bmp',
    'dib',
    'avif',
  ],
  accepts: (probe) => pictureKind(probe.head) !== null,
  extract,
}

async function* extract(source: Source, _work: Work): AsyncGenerator<Piece> {
  const bytes = await source.bytes()
  const facts = await lookAt(bytes).catch(() => {
    throw new Uninspectable('corrupt', { code: 'picture.broken', args: { format: pictureKind(bytes)! } })
  })
  const shape = shapeOf([facts.width, facts.height], facts.orientation)
  const grid = await turn(
    await decode(bytes, { size: shape.held, grey: facts.grey && !facts.alpha }),
    facts.orientation,
  )
  const { width, height } = shape
  const place = at(source.place, { pageSize: [width, height] })
  yield {
    kind: 'page',
    page: {
      place,
      width,
      height,
      lines: [],
      marks: [],
      reading: 'pixels',
      pixels: pixelsOf(grid, width, height),
      number: 1,
      of: 1,
    },
  }
}
