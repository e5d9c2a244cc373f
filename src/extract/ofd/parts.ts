/** What an OFD file holds inside: pictures with their place on the page, attachments, seals, as parts to walk into. */
import { at, enter } from '../../place.js'
import { memorySource } from '../../source.js'
import type { Piece, Place, Source, Step } from '../../types.js'
import type { ZipEntry } from '../shared/zip.js'
import type { OfdPackage } from './package.js'
import type { OfdPage } from './page.js'
import type { MediaResource } from './resources.js'
import { imageBox } from './objects.js'
import { pictureKind } from './seal.js'
import { inPoints } from './geometry.js'
import { wrapPicture } from './wrapped-picture.js'

/** Each picture of the page that was not handed on before, entered from the page and box where it stands. */
export async function* picturesOf(pack: OfdPackage, canvas: OfdPage, page: Place): AsyncGenerator<Piece> {
  for (const { object, resources } of canvas.painted) {
    if (object.kind !== 'image') continue
    for (const reference of ['ResourceID', 'Substitution', 'ImageMask']) {
      const media = resources.media.get(object.node.attributes[reference] ?? '')
      if (!media?.file || pack.seen.has(media.file)) continue
      yield* mediaPiece(pack, at(page, { box: inPoints(imageBox(object)) }), media, media.file)
    }
  }
}

/** Media of the resource lists that no page shows. */
export async function* mediaPiece(
  pack: OfdPackage,
  from: Place,
  media: MediaResource,
  file: ZipEntry,
): AsyncGenerator<Piece> {
  if (/^(audio|video)$/i.test(media.type))
    yield { kind: 'part', source: partSource(pack, from, file, { part: 'attachment' }), role: 'attachment' }
  else yield await picturePiece(pack, from, file)
}

async function picturePiece(pack: OfdPackage, from: Place, file: ZipEntry): Promise<Piece> {
  const plain = partSource(pack, from, file, { part: 'picture' })
  if (!/\.(jp2|jpx|j2k|jpc|jb2|jbig2?|gb2|gbig2)$/i.test(file.name))
    return { kind: 'part', source: plain, role: 'picture' }
  const wrapped = wrapPicture(await pack.bytes(file))
  const place = enter(from, { name: `${file.name}.pdf`, part: 'picture' })
  return { kind: 'part', source: wrapped ? memorySource(place, wrapped) : plain, role: 'picture' }
}

/** The entry under another place: what it stands on, not only the file it is in. */
export function partSource(pack: OfdPackage, from: Place, file: ZipEntry, detail: Partial<Step>): Source {
  pack.seen.add(file)
  const source = pack.zip.source(file, detail)
  return { ...source, place: enter(from, { name: file.name, ...detail }) }
}

/** Bytes found inside another part: a seal's picture, a drawing made from a page. */
export function innerPiece(from: Place, name: string, bytes: Uint8Array): Piece {
  const picture = pictureKind(bytes) !== 'ofd'
  const place = enter(from, { name, part: picture ? 'picture' : 'attachment' })
  return { kind: 'part', source: memorySource(place, bytes), role: picture ? 'picture' : 'attachment' }
}
