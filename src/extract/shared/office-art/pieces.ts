/** What the drawings of an old Office document hold, as lines and parts; each picture once. */
import { createHash } from 'node:crypto'
import { enter } from '../../../place.js'
import { memorySource } from '../../../source.js'
import type { Line, Piece, Place } from '../../../types.js'
import { bitmapFile } from '../picture/dib.js'
import type { ArtPicture } from './blips.js'
import type { Art } from '../office-art.js'
import { statedLine, type Stating } from '../stated.js'
import { hasHan } from '../xml/text.js'

/** Words on shapes; names the program gave itself end in a number. */
export function artLines(art: Art, how: Stating = {}): Line[] {
  const lines: Line[] = []
  for (const { label, text } of art.texts) {
    if ((label === 'name' || label === 'pictureName') && (!hasHan(text) || /\d\s*$/.test(text))) continue
    lines.push(statedLine(text, { part: label === 'wordArt' ? 'textbox' : 'alt', label, ...how }))
  }
  return lines
}

/** Hands pictures on, numbered; one that was handed on before is left out. */
export class ArtPictures {
  readonly #place: Place
  readonly #known = new Set<string>()

  constructor(place: Place) {
    this.#place = place
  }

  *pieces(pictures: readonly ArtPicture[]): Generator<Piece> {
    for (const { extension, bytes } of pictures) {
      const digest = createHash('sha256').update(bytes).digest('hex')
      if (this.#known.has(digest)) continue
      this.#known.add(digest)
      const bitmap = extension === 'dib'
      const name = `picture-${this.#known.size}.${bitmap ? 'bmp' : extension}`
      const place = enter(this.#place, { name, part: 'picture' })
      const source = memorySource(place, bitmap ? bitmapFile(bytes) : bytes)
      yield { kind: 'part', role: 'picture', source }
    }
  }
}
